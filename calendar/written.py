"""Dates the way people write them: a day, "medio maart 2023", "8 weken voor X", a meeting.

An approximation keeps its words: the days in it are our reading, never the writer's statement.
"""

import calendar
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from gehoord.calendar import unreadable
from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import MONTHS, WEEKDAYS, day_in_words, full_day_in_words, in_dutch
from gehoord.calendar.offset import Offset
from gehoord.calendar.span import Span

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


class UnreadableDateError(ValueError):
    """The words are no date that can be read in one way only. The text says what to write."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words that name days themselves.

    ``words`` are as they were written, those of ``stretch`` are in Dutch; ``rule`` says in Dutch
    how they were read.
    """

    stretch: Stretch
    words: str
    rule: str

    @property
    def span(self) -> Span:
        """The days, both ends included."""
        return self.stretch.span

    @property
    def precision(self) -> Precision:
        """How sure the whole is."""
        return self.stretch.precision


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """A meeting of the step's owner: the first after something, or the last before it.

    ``anchor`` names a step, whose own days do not count; else ``limit`` is the first or last day
    that counts, by approximation when ``is_rough``.
    """

    is_first: bool
    anchor: str | None
    limit: date | None
    is_rough: bool
    words: str


Written = Fixed | Offset | AtMeeting

_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ABOUT = re.compile(rf"(begin|half|medio|eind)\s+(?:(?P<month>{_MONTH})\s+)?(?P<year>\d{{4}})")
_MONTHS_OF_YEAR = re.compile(
    rf"(?P<first>{_MONTH})(?:\s*(?:-|tot en met)\s*(?P<last>{_MONTH}))?\s+(?P<year>\d{{4}})"
)
_SUMMER = re.compile(r"na de zomer(?: van)?\s+(\d{4})")
_YEAR = re.compile(r"(?:in\s+)?(\d{4})")
_YEARLY = re.compile(r"jaarlijks van (\d{4}) tot en met (\d{4})")
_OFFSET = re.compile(
    r"(?P<amount>\d{1,3}|een)\s+"
    r"(?P<unit>dag|dagen|week|weken|raadsweek|raadsweken|maand|maanden|jaar)\s+"
    r"(?P<side>voor|na)\s+(?P<anchor>[a-z0-9][a-z0-9-]*)"
)
_MEETING = re.compile(
    r"(?P<which>laatste|eerste) vergadering (?P<side>voor|na|uiterlijk|vanaf)(?: op)?\s+(.+)"
)
_STEP = re.compile(r"[a-z0-9][a-z0-9-]*")
_RANGE = re.compile(r"(?:van\s+)?(?P<start>.+?)\s+(?:tot en met|t/m)\s+(?P<end>.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:.+\s)?tot\s+(?!en met\s).+")
_SINGULAR: Final = {"dagen": "dag", "weken": "week", "raadsweken": "raadsweek", "maanden": "maand"}


def read(words: date | str) -> Written:
    """Return what a written date means.

    Raises:
        UnreadableDateError: not a date, an impossible one, or one with two readings ("tot").

    >>> read("medio oktober 2023").span.end
    datetime.date(2023, 10, 15)
    >>> read("voor 16 november 2023").span.end
    datetime.date(2023, 11, 15)
    """
    if isinstance(words, date):
        day = _date(words.year, words.month, words.day, str(words))
        return _exact(day, day_in_words(day))
    plain = unicodedata.normalize("NFC", words).lower().replace("vóór", "voor")
    text = " ".join(plain.split())
    for reader in (_at_meeting, _offset, _yearly, _limit, _day, _months, _about, _range):
        if (found := reader(text, words.strip())) is not None:
            return found
    raise UnreadableDateError(unreadable.why_no_date(text, words))


def _one(span: Span, precision: Precision, words: str, rule: str) -> Fixed:
    return Fixed(Stretch.one(span, precision, in_dutch(words)), words, rule)


def _exact(day: date, words: str) -> Fixed:
    return _one(Span(day, day), Precision.DAY, words, "de dag zoals die is opgegeven")


def _offset(text: str, words: str) -> Offset | None:
    if not (m := _OFFSET.fullmatch(text)):
        return None
    amount = 1 if m["amount"] == "een" else int(m["amount"])
    return Offset(
        amount, _SINGULAR.get(m["unit"], m["unit"]), m["side"] == "voor", m["anchor"], words
    )


def _at_meeting(text: str, words: str) -> AtMeeting | None:
    if not (m := _MEETING.fullmatch(text)):
        return None
    is_first, side, rest = m["which"] == "eerste", m["side"], m[3]
    if is_first != (side in ("na", "vanaf")):
        raise UnreadableDateError(unreadable.why_no_meeting(words))
    found = next((f for reader in (_day, _months, _about) if (f := reader(rest, words))), None)
    if found is None and side in ("voor", "na") and _STEP.fullmatch(rest):
        return AtMeeting(is_first, rest, None, False, words)
    day = found or _fixed(rest, words)
    limit = day.span.start if side in ("voor", "vanaf") else day.span.end
    limit += timedelta(days={"voor": -1, "na": 1}.get(side, 0))
    return AtMeeting(is_first, None, limit, day.precision is Precision.APPROXIMATE, words)


def _yearly(text: str, words: str) -> Fixed | None:
    if not (m := _YEARLY.fullmatch(text)):
        return None
    start, end = _date(int(m[1]), 1, 1, words), _date(int(m[2]), 12, 31, words)
    return _one(_span(start, end, words), Precision.YEARLY, words, "elk jaar in deze periode")


def _limit(text: str, words: str) -> Fixed | None:
    """Read "uiterlijk", "tot en met" (day included) and "voor" (day excluded)."""
    for word in ("uiterlijk op ", "uiterlijk ", "tot en met ", "t/m "):
        if text.startswith(word):
            inner = _fixed(text.removeprefix(word), words)
            return _limited(inner, inner.stretch, f"'{word.strip()}' telt de dag zelf mee")
    if text.startswith("voor "):
        inner = _fixed(text.removeprefix("voor "), words)
        last = inner.span.start - timedelta(days=1)
        rule = f"'voor' telt de dag zelf niet mee: de laatste dag is {full_day_in_words(last)}"
        return _limited(inner, _day_before(inner, last), rule)
    if _UNTIL.fullmatch(text):
        raise UnreadableDateError(unreadable.why_two_readings(words))
    return None


def _limited(inner: Fixed, stretch: Stretch, rule: str) -> Fixed:
    """Return the days of a limit; an approximation in it is said with it."""
    rough = f"{inner.rule}; " if inner.precision is Precision.APPROXIMATE else ""
    return Fixed(stretch, inner.words, f"{rough}{rule}")


def _day_before(inner: Fixed, last: date) -> Stretch:
    """Return the last day before a day, an approximation or a month; that of a month is sure."""
    stretch = Stretch.one(Span(last, last), inner.precision, inner.stretch.words)
    if inner.precision is not Precision.WINDOW:
        return stretch
    return replace(stretch, first=Due(last, Precision.DAY), last=Due.on(last))


def _fixed(text: str, words: str) -> Fixed:
    for reader in (_day, _months, _about):
        if (found := reader(text, words)) is not None:
            return found
    raise UnreadableDateError(unreadable.why_no_day(text, words))


def _day(text: str, words: str) -> Fixed | None:
    if m := _ISO.fullmatch(text):
        return _exact(_date(int(m[1]), int(m[2]), int(m[3]), words), words)
    if not (m := _DAY.fullmatch(text)):
        return None
    day = _date(int(m["year"]), MONTHS.index(m["month"]) + 1, int(m["day"]), words)
    if m["weekday"] and m["weekday"] != WEEKDAYS[day.weekday()]:
        raise UnreadableDateError(
            f"'{words}' klopt niet: die dag is een {WEEKDAYS[day.weekday()]}. "
            "Kijk na of de dag of de datum goed is."
        )
    return _exact(day, words)


def _months(text: str, words: str) -> Fixed | None:
    if m := _YEAR.fullmatch(text):
        year = int(m[1])
        span = _span(_date(year, 1, 1, words), _date(year, 12, 31, words), words)
        return _one(span, Precision.WINDOW, words, "het hele jaar")
    if not (m := _MONTHS_OF_YEAR.fullmatch(text)):
        return None
    year, first = int(m["year"]), MONTHS.index(m["first"]) + 1
    last = MONTHS.index(m["last"]) + 1 if m["last"] else first
    span = _span(_date(year, first, 1, words), _month_end(year, last), words)
    return _one(span, Precision.WINDOW, words, "van de eerste tot en met de laatste dag")


def _about(text: str, words: str) -> Fixed | None:
    """Read approximations. The days are a convention of Gehoord and are shown as such."""
    if m := _SUMMER.fullmatch(text):
        year = _date(int(m[1]), 1, 1, words).year
        return _approximate(date(year, 9, 1), date(year, 10, 31), words, "september en oktober")
    if not (m := _ABOUT.fullmatch(text)):
        return None
    year = int(m["year"])
    _date(year, 1, 1, words)
    if m["month"] is None:
        start, end, reading = {
            "begin": (date(year, 1, 1), date(year, 3, 31), "het eerste kwartaal"),
            "eind": (date(year, 10, 1), date(year, 12, 31), "het laatste kwartaal"),
        }.get(m[1], (date(year, 6, 1), date(year, 7, 31), "juni en juli"))
        return _approximate(start, end, words, reading)
    month = MONTHS.index(m["month"]) + 1
    last = _month_end(year, month)
    start, end, reading = {
        "begin": (date(year, month, 1), date(year, month, 10), "de eerste tien dagen"),
        "eind": (date(year, month, 21), last, "vanaf de 21e"),
    }.get(m[1], (date(year, month, 15), date(year, month, 15), "de 15e van de maand"))
    return _approximate(start, end, words, reading)


def _approximate(start: date, end: date, words: str, reading: str) -> Fixed:
    rule = f"'{words}' is bij benadering; gelezen als {reading}"
    return _one(Span(start, end), Precision.APPROXIMATE, words, rule)


def _range(text: str, words: str) -> Fixed | None:
    if not (m := _RANGE.fullmatch(text)):
        return None
    start, end = _fixed(m["start"], words), _fixed(m["end"], words)
    _span(start.span.start, end.span.end, words)
    said = _RANGE.fullmatch(" ".join(words.split())) or m
    first = replace(start.stretch.first, words=in_dutch(said["start"]))
    last = replace(end.stretch.last, words=in_dutch(said["end"]))
    is_rough = last.is_rough or (first.is_rough and not last.names_day)
    precision = Precision.APPROXIMATE if is_rough else Precision.WINDOW
    return Fixed(
        Stretch(first, last, precision, in_dutch(words)),
        words,
        "; ".join(r.rule for r in (start, end) if r.precision is Precision.APPROXIMATE)
        or "eerste en laatste dag tellen mee",
    )


def _span(start: date, end: date, words: str) -> Span:
    if end < start:
        raise UnreadableDateError(f"'{words}' eindigt voordat het begint. Draai de dagen om.")
    return Span(start, end)


def _date(year: int, month: int, day: int, words: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableDateError(unreadable.why_no_year(year, FIRST_YEAR, LAST_YEAR, words))
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDateError(
            f"'{words}' bestaat niet in de kalender. Kijk de dag na."
        ) from None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
