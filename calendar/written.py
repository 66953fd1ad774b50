# SPDX-License-Identifier: EUPL-1.2
"""Dates the way people write them: a day, "medio maart 2023", "8 weken voor X", a meeting.

An approximation keeps its words: the days in it are our reading, never the writer's statement.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final

from gehoord.calendar import unreadable
from gehoord.calendar.approximations import PARTS, SEASONS
from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import MONTHS, WEEKDAYS, day_in_words, full_day_in_words, in_dutch
from gehoord.calendar.fixed import FIRST_YEAR as FIRST_YEAR
from gehoord.calendar.fixed import LAST_YEAR as LAST_YEAR
from gehoord.calendar.fixed import Fixed as Fixed
from gehoord.calendar.fixed import NoDateError as NoDateError
from gehoord.calendar.fixed import UnreadableDateError as UnreadableDateError
from gehoord.calendar.fixed import day_of, span_of
from gehoord.calendar.named import named
from gehoord.calendar.offset import Offset
from gehoord.calendar.span import Span


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

LONGEST_WORDS: Final = 120
"""Signs. The longest date that people wrote takes half of it; a text is no date."""

_YEARLY = re.compile(r"jaarlijks van (\d{4}) tot en met (\d{4})")
_OFFSET = re.compile(
    r"(?P<amount>\d{1,3}|een)\s+"
    r"(?P<unit>dag|dagen|week|weken|raadsweek|raadsweken|maand|maanden|jaar)\s+"
    r"(?P<side>voor|na)\s+(?P<anchor>[a-z0-9][a-z0-9-]*)"
)
_SAME_DAY = re.compile(r"op de dag van (?P<anchor>[a-z0-9][a-z0-9-]*)")
_MEETING = re.compile(
    r"(?P<which>laatste|eerste) vergadering (?P<side>voor|na|uiterlijk|vanaf)(?: op)?\s+(.+)"
)
_STEP = re.compile(r"[a-z0-9][a-z0-9-]*")
_RANGE = re.compile(
    r"(?:van\s+)?(?P<start>.+?)(?:\s+(?:tot en met|t/m|-)\s+|(?<=\d{4})[-/](?=[a-z]))(?P<end>.+)",
    re.IGNORECASE,
)
_DAYS_OF_MONTH = re.compile(
    r"(?:van\s+)?(?P<start>\d{1,2})\s*(?:-|tot en met|t/m)\s*"
    r"(?P<end>\d{1,2}(?P<month>\s+[a-z]+\.?\s+(?:van\s+)?\d{4}))"
)
_UNTIL = re.compile(r"(?:.+\s)?tot\s+(?!en met\s).+")
_OPEN = re.compile(r"(?:vanaf|sinds|na|tussen)\s+(.+)")
_SINGULAR: Final = {"dagen": "dag", "weken": "week", "raadsweken": "raadsweek", "maanden": "maand"}
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_VOCABULARY: Final = (
    *MONTHS, *WEEKDAYS, *PARTS, *SEASONS, "kwartaal", "helft", "jaar", "week", "weken", "maanden",
    "uiterlijk", "voor", "rond", "jaarlijks", "vergadering",
)  # fmt: skip


def read(words: date | str) -> Written:
    """Return what a written date means.

    What cannot be read is quoted in the error, shortened where it is long.

    Raises:
        UnreadableDateError: not a date, an impossible one, or one with two readings ("tot").

    >>> read("medio oktober 2023").span.end
    datetime.date(2023, 10, 15)
    >>> read("voor 16 november 2023").span.end
    datetime.date(2023, 11, 15)
    """
    if isinstance(words, date):
        day = day_of(words.year, words.month, words.day, str(words))
        return Fixed.exact(day, day_in_words(day))
    text, words = _plain(words), _on_one_line(words)
    if len(words) > LONGEST_WORDS:
        raise NoDateError(unreadable.why_too_long(words, LONGEST_WORDS), "")
    if (found := _read(text, words)) is not None:
        return found
    if (why := _why_not(text, words)) is not None:
        raise UnreadableDateError(why)
    meant = _meant(text)
    raise NoDateError(unreadable.why_no_date(text, words, meant), meant)


def _on_one_line(words: str) -> str:
    """Return the words as they were written, but for lines and long spaces between them."""
    is_short = "\n" not in words and len(words) <= LONGEST_WORDS
    return words.strip() if is_short else " ".join(words.split())


def _read(text: str, words: str) -> Written | None:
    readers = (_at_meeting, _offset, _yearly, named, _limit, _days_of_month, _range)
    return next((found for reader in readers if (found := reader(text, words))), None)


def _plain(words: str) -> str:
    """Return the words in small letters, with single spaces, plain dashes and nothing unseen."""
    plain = unicodedata.normalize("NFC", words).lower().translate(_DASHES)
    plain = re.sub("v[oóò][oóò]r", "voor", plain)
    seen = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split())


def _why_not(text: str, words: str) -> str | None:
    """Return why words name no days, where it is plain what is missing."""
    if _lacks_year(text):
        return unreadable.why_without_year(words)
    if (m := _OPEN.fullmatch(text)) and _is_named(m[1].partition(" en ")[0]):
        return unreadable.why_one_end(words)
    return None


def _lacks_year(text: str) -> bool:
    """Whether it would be a date if a year stood behind it."""
    text = re.sub(rf"^(?:uiterlijk|voor)\s|\b(?:{'|'.join(WEEKDAYS)})\s", "", text)
    if not text:
        return False
    dated = f"{text} 2024", f"{text}-2024"
    return any(_is_named(one) or _DAYS_OF_MONTH.fullmatch(one) for one in dated)


def _is_named(text: str) -> bool:
    try:
        return named(text, text) is not None
    except UnreadableDateError:
        return True


def _meant(text: str) -> str:
    """Return the words as they were probably meant, if one of them is misspelt; else nothing."""
    corrected = re.sub(
        r"[a-z]{3,}",
        lambda m: next(iter(get_close_matches(m[0], _VOCABULARY, 1, 0.75)), m[0]),
        text,
    )
    try:
        return corrected if corrected != text and _read(corrected, corrected) else ""
    except UnreadableDateError:
        return ""


def _offset(text: str, words: str) -> Offset | None:
    if m := _SAME_DAY.fullmatch(text):
        return Offset(0, "dag", before=False, anchor=m["anchor"], words=words)
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
    found = named(rest, words)
    if found is None and side in ("voor", "na") and _STEP.fullmatch(rest):
        return AtMeeting(is_first, rest, None, False, words)
    day = found or _fixed(rest, words)
    limit = day.span.start if side in ("voor", "vanaf") else day.span.end
    limit += timedelta(days={"voor": -1, "na": 1}.get(side, 0))
    return AtMeeting(is_first, None, limit, day.precision is Precision.APPROXIMATE, words)


def _yearly(text: str, words: str) -> Fixed | None:
    if not (m := _YEARLY.fullmatch(text)):
        return None
    start, end = day_of(int(m[1]), 1, 1, words), day_of(int(m[2]), 12, 31, words)
    return Fixed.one(
        span_of(start, end, words), Precision.YEARLY, words, "elk jaar in deze periode"
    )


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
    if (found := named(text, words)) is not None:
        return found
    for part in (text, _plain(words)):
        if (why := _why_not(part, words)) is not None:
            raise UnreadableDateError(why)
    raise UnreadableDateError(unreadable.why_no_day(words))


def _days_of_month(text: str, words: str) -> Fixed | None:
    """Read two days of one month: "1 t/m 15 mei 2023"."""
    if not (m := _DAYS_OF_MONTH.fullmatch(text)):
        return None
    return _between(m["start"] + m["month"], m["end"], words)


def _range(text: str, words: str) -> Fixed | None:
    if not (m := _RANGE.fullmatch(text)):
        return None
    said = _RANGE.fullmatch(" ".join(words.translate(_DASHES).split())) or m
    first = _with_year_of(m["end"], m["start"])
    return _between(first, m["end"], words, (said["start"], said["end"]))


def _with_year_of(last: str, first: str) -> str:
    """Return the first day with the year of the last, where that leaves it the earlier one."""
    year = re.search(r"\s\d{4}$", last)
    if year is None or not _lacks_year(first):
        return first
    dated = f"{first}{year[0]}"
    try:
        start, end = named(dated, dated), named(last, last)
    except UnreadableDateError:
        return first
    return dated if start and end and start.span.end < end.span.start else first


def _between(first: str, last: str, words: str, said: tuple[str, str] | None = None) -> Fixed:
    """Return the days from a beginning up to and including an end, both as they were said."""
    start, end = _fixed(first, words), _fixed(last, words)
    span_of(start.span.start, end.span.end, words)
    first, last = said or (first, last)
    opens = replace(start.stretch.first, words=in_dutch(first))
    closes = replace(end.stretch.last, words=in_dutch(last))
    is_rough = closes.is_rough or (opens.is_rough and not closes.names_day)
    precision = Precision.APPROXIMATE if is_rough else Precision.WINDOW
    rough = [one.rule for one in (start, end) if one.precision is Precision.APPROXIMATE]
    return Fixed(
        Stretch(opens, closes, precision, in_dutch(words)),
        words,
        "; ".join(rough) or "eerste en laatste dag tellen mee",
    )
