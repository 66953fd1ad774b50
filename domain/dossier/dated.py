"""What keeps the days of a step in the register: a stretch in flat fields, one column each."""

from datetime import date
from typing import Any

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.domain.frozen import Frozen


class Dated(Frozen):
    """A thing with a first and a last day, each with its own precision and words.

    ``precision`` and ``words`` are those of the whole, as people wrote it. Which field holds the
    last day is for the heirs to say.
    """

    start_on: date
    start_precision: Precision
    start_words: str = ""
    due_precision: Precision
    due_words: str = ""
    precision: Precision
    words: str = ""

    @property
    def last_on(self) -> date:
        """The last day; it counts."""
        raise NotImplementedError

    @property
    def stretch(self) -> Stretch:
        """Its days, as they were worked out."""
        first = Due(self.start_on, self.start_precision, self.start_words)
        return Stretch(first, self.due, self.precision, self.words)

    @property
    def due(self) -> Due:
        """The last day, with its own precision and words."""
        return Due(self.last_on, self.due_precision, self.due_words)

    @property
    def start(self) -> Due | None:
        """From when it can be done; nothing when its words name no beginning of their own."""
        return self.stretch.start

    @property
    def start_in_words(self) -> str:
        """From when it can be done, in words; nothing when there is no such day."""
        return self.stretch.start_in_words

    @property
    def names_day(self) -> bool:
        """Whether its last day is a day that people wrote, or that was counted from one."""
        return self.due.names_day


def fields_of(stretch: Stretch) -> dict[str, Any]:
    """Return the fields of a stretch, all but that of the last day."""
    return {
        "start_on": stretch.first.day,
        "start_precision": stretch.first.precision,
        "start_words": stretch.first.words,
        "due_precision": stretch.last.precision,
        "due_words": stretch.last.words,
        "precision": stretch.precision,
        "words": stretch.words,
    }
