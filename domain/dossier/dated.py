# SPDX-License-Identifier: EUPL-1.2
"""What keeps the days of a step in the register: a stretch in flat fields, one column each."""

from datetime import date
from typing import Any

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.domain.frozen import Frozen


class Dated(Frozen):
    """A thing with a first and a last day, each with its own precision and words.

    It may have no last day: nobody gave one. Then it may still have a first, from which it can be
    done. ``precision`` and ``words`` are those of the whole, as people wrote it. Which field holds
    the last day is for the heirs to say.
    """

    start_on: date | None
    start_precision: Precision
    start_words: str = ""
    due_precision: Precision
    due_words: str = ""
    precision: Precision
    words: str = ""

    @property
    def last_on(self) -> date | None:
        """The last day; it counts. Nothing when there is none."""
        raise NotImplementedError

    @property
    def days(self) -> Stretch | None:
        """Its days, as they were worked out; nothing when it has no last one."""
        first, last = self._first, self.due
        if first is None or last is None:
            return None
        return Stretch(first, last, self.precision, self.words)

    @property
    def due(self) -> Due | None:
        """The last day, with its own precision and words; nothing when there is none."""
        if self.last_on is None:
            return None
        return Due(self.last_on, self.due_precision, self.due_words)

    @property
    def start(self) -> Due | None:
        """From when it can be done; nothing when its words name no beginning of their own."""
        days = self.days
        return days.start if days else self._first

    @property
    def start_in_words(self) -> str:
        """From when it can be done, in words; nothing when there is no such day."""
        return self.start.in_words if self.start else ""

    @property
    def names_day(self) -> bool:
        """Whether its last day is a day that people wrote, or that was counted from one."""
        return self.due is not None and self.due.names_day

    @property
    def _first(self) -> Due | None:
        if self.start_on is None:
            return None
        return Due(self.start_on, self.start_precision, self.start_words)


def fields_of(days: Stretch | None, begins: Due | None = None) -> dict[str, Any]:
    """Return the fields of the days of a thing, all but that of the last day.

    Args:
        days: the first and the last, if there is a last.
        begins: from when it can be done, of what has no last day.
    """
    first, last = (days.first, days.last) if days else (begins, None)
    return {
        "start_on": first.day if first else None,
        "start_precision": first.precision if first else Precision.UNDATED,
        "start_words": first.words if first else "",
        "due_precision": last.precision if last else Precision.UNDATED,
        "due_words": last.words if last else "",
        "precision": days.precision if days else Precision.UNDATED,
        "words": days.words if days else "",
    }
