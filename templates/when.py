# SPDX-License-Identifier: EUPL-1.2
"""How a letter says when something is: as sure as the plan is of it, and never surer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words

_LIMITS: Final = ("uiterlijk op ", "uiterlijk ", "tot en met ")
_PREPOSITIONS: Final = ("van ", "voor ", "in ", "t/m ", *_LIMITS)


@dataclass(frozen=True, slots=True)
class When:
    """A day or a stretch in a letter.

    Attributes:
        words: the whole, as it stands in a planning.
        due: the last day.
        begins: the first day, when the words say one.
    """

    words: str
    due: Due
    begins: Due | None = None

    @classmethod
    def on(cls, day: date) -> "When":
        """Return a day as letters say it."""
        return cls(day_in_words(day), Due.on(day))

    @classmethod
    def by(cls, stretch: Stretch) -> "When":
        """Return by when something is due: its last day, said with a rough beginning if need be."""
        is_one = stretch.names_day or stretch.precision is Precision.UNDATED
        return cls(stretch.last_in_words, stretch.last, None if is_one else _begins(stretch))

    @classmethod
    def promised(cls, stretch: Stretch) -> "When":
        """Return by when something is due, with the word that includes its last day."""
        return replace(cls.by(stretch), words=stretch.by_in_words)

    @classmethod
    def promised_of(cls, days: Stretch | None) -> "When | None":
        """Return the same of what may have no day; then nothing."""
        return cls.promised(days) if days else None

    @classmethod
    def during(cls, stretch: Stretch) -> "When":
        """Return the whole of a stretch, as it was written if a day of it is not sure."""
        if not stretch.names_day:
            return cls.by(stretch)
        words, last = stretch.words, stretch.last
        is_put_together = words.startswith("van ") and not stretch.first.is_rough
        if stretch.precision is Precision.WINDOW and not is_put_together:
            return cls(words.removeprefix("van "), last, _begins(stretch))
        if stretch.span.days == 1:
            return cls.on(last.day)
        return cls(f"{stretch.start_in_words} tot en met {last.in_words}", last, stretch.start)

    def cleaned(self, clean: Callable[[str], str]) -> "When":
        """Return it with every word of it cleaned."""
        due = replace(self.due, words=clean(self.due.words))
        return replace(self, words=clean(self.words), due=due)

    @property
    def is_loose(self) -> bool:
        """Whether there is no last day: it is an approximation, a month or a year."""
        return not self.due.names_day

    @property
    def is_rough(self) -> bool:
        """Whether a day in it is an approximation."""
        return self.due.is_rough or bool(self.begins and self.begins.is_rough)

    @property
    def last(self) -> str:
        """The day on which it ends, or what is said in the place of one.

        >>> words = "van medio juni 2023 tot en met september 2023"
        >>> When(words, Due(date(2023, 9, 30), Precision.WINDOW, "september 2023")).last
        'september 2023'
        """
        said = self.due.in_words if self.due.words or self.begins else self.words
        return next((said.removeprefix(w) for w in _LIMITS if said.startswith(w)), said)

    @property
    def deadline(self) -> str:
        """The last day as a promise asks it; an approximation or month is not called one.

        >>> When.on(date(2027, 10, 8)).deadline
        'uiterlijk 8 oktober 2027'
        >>> rough = Due(date(2023, 10, 15), Precision.APPROXIMATE, "medio oktober 2023")
        >>> When(rough.in_words, rough).deadline
        'medio oktober 2023 (bij benadering)'
        >>> month = Due(date(2023, 9, 30), Precision.WINDOW, "uiterlijk september 2023")
        >>> When(month.in_words, month).deadline
        'in september 2023'
        """
        if self.due.names_day:
            return f"uiterlijk {self.last}"
        return self.last if self.due.is_rough or self.last.startswith("in ") else f"in {self.last}"

    @property
    def moment(self) -> str:
        """The day or stretch with the preposition a sentence needs.

        >>> When.on(date(2023, 11, 9)).moment
        'op 9 november 2023'
        """
        first = self.begins or self.due
        if first.is_rough or self.words.lower().startswith(_PREPOSITIONS):
            return self.words
        if self.begins:
            return f"van {self.words}"
        return f"in {self.words}" if self.is_loose else f"op {self.words}"


def _begins(stretch: Stretch) -> Due | None:
    return stretch.first if stretch.first.words else None
