# SPDX-License-Identifier: EUPL-1.2
"""Days as people name them: a day, a week, a month, a quarter, a season, or about such a one."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from gehoord.calendar import unreadable
from gehoord.calendar.approximations import (
    PARTS,
    SEASONS,
    Reading,
    beside_summer,
    half_of_month,
    months,
    part_of_month,
    part_of_year,
    season,
)
from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import MONTHS, WEEKDAYS, full_day_in_words
from gehoord.calendar.fixed import Fixed, UnreadableDateError, day_of, span_of

_SHORT: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH_NUMBERS: Final = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT
_HALVES: Final = {"1e": 1, "1ste": 1, "eerste": 1, "2e": 2, "2de": 2, "tweede": 2}
_QUARTERS: Final = _HALVES | {
    "3e": 3, "3de": 3, "derde": 3, "4e": 4, "4de": 4, "vierde": 4, "laatste": 4,
}  # fmt: skip

_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}|(?:{'|'.join(d[:2] for d in WEEKDAYS)})\b\.?),?\s+)?"
)
_YEAR: Final = r"(?:van\s+)?(?P<year>\d{4})"
_PART: Final = rf"(?P<part>{'|'.join(PARTS)})\s+(?:van\s+)?"
_DURING: Final = r"(?:in\s+(?:de\s+loop\s+van\s+)?)?"

_DAYS: Final = (
    re.compile(
        rf"{_WEEKDAY}(?:de\s+)?(?P<day>\d{{1,2}})(?:e|de|ste)?\s+(?:van\s+)?{_MONTH}\s+{_YEAR}"
    ),
    re.compile(
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}})"
    ),
    re.compile(rf"{_WEEKDAY}(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})"),
)
_WHOLE_YEAR: Final = re.compile(rf"{_DURING}(?P<year>\d{{4}})")
_WHOLE_MONTH: Final = re.compile(rf"{_DURING}{_MONTH}\s+{_YEAR}")
_WEEK: Final = re.compile(
    r"(?:in\s+)?(?:week|weken|wk\.?)\s*(?P<first>\d{1,2})"
    rf"(?:\s*(?P<joint>-|tot en met|t/m|en)\s*(?:week\s*)?(?P<last>\d{{1,2}}))?,?\s+{_YEAR}"
    r"|(?P<iso>\d{4})-?w(?P<number>\d{2})"
)
_QUARTER: Final = re.compile(
    rf"(?:in\s+)?(?:{_PART})?(?:het\s+)?(?:[qk](?P<q>[1-4])|kwartaal\s+(?P<number>[1-4])"
    rf"|(?P<ordinal>{'|'.join(_QUARTERS)})\s+kwartaal),?\s+{_YEAR}"
)
_HALF: Final = re.compile(
    rf"(?:in\s+)?(?:de\s+)?(?P<half>{'|'.join(_HALVES)})\s+helft\s+(?:van\s+)?(?:{_MONTH}\s+)?{_YEAR}"
)
_PART_OF: Final = re.compile(rf"(?:in\s+)?{_PART}(?:{_MONTH}\s+)?{_YEAR}")
_SEASON: Final = re.compile(
    rf"(?:in\s+)?(?:{_PART})?(?:(?:de|het)\s+)?(?P<season>{'|'.join(SEASONS)})\s+{_YEAR}"
    r"(?:\s*[-/]\s*(?P<next>\d{4}|\d{2}))?"
)
_SUMMER: Final = re.compile(
    rf"(?P<side>voor|na)\s+(?:de\s+zomer(?:vakantie|periode)?|het\s+zomerreces)\s+{_YEAR}"
)
_ROUND: Final = re.compile(r"(?:rond|omstreeks|ongeveer|circa|ca\.?)\s+(?P<rest>.+)")
_SHARED_YEAR: Final = re.compile(
    rf"(?:van\s+)?(?P<first>.+?)\s*(?P<joint>-|/|\btot en met\b|t/m|\ben\b|\bof\b)\s*"
    rf"(?P<last>[^\d\s].*?)\s+{_YEAR}"
)


def named(text: str, words: str) -> Fixed | None:
    """Return the days that words name; nothing when they name none.

    Args:
        text: the words in small letters, with single spaces.
        words: what they stand in, as it was written.

    Raises:
        UnreadableDateError: they name a day that does not exist, or can be read in two ways.
    """
    return next((found for reader in _READERS if (found := reader(text, words))), None)


def _day(text: str, words: str) -> Fixed | None:
    m = next((m for pattern in _DAYS if (m := pattern.fullmatch(text))), None)
    if m is None:
        return None
    month = int(m["month"]) if m["month"].isdigit() else _month(m)
    day = day_of(int(m["year"]), month, int(m["day"]), words)
    if m["weekday"] and WEEKDAYS[day.weekday()][:2] != m["weekday"][:2]:
        raise UnreadableDateError(
            f"'{words}' klopt niet: die dag is een {WEEKDAYS[day.weekday()]}. "
            "Kijk na of de dag of de datum goed is."
        )
    return Fixed.exact(day, words)


def _month(m: re.Match[str]) -> int:
    return _MONTH_NUMBERS[m["month"].rstrip(".")]


def _year(m: re.Match[str], words: str) -> int:
    return day_of(int(m["year"]), 1, 1, words).year


def _whole(text: str, words: str) -> Fixed | None:
    """Read a year or a month."""
    if m := _WHOLE_YEAR.fullmatch(text):
        span = months(_year(m, words), 1, 12).span
        return Fixed.one(span, Precision.WINDOW, words, "het hele jaar")
    if m := _WHOLE_MONTH.fullmatch(text):
        span = months(_year(m, words), _month(m), 1).span
        return Fixed.one(span, Precision.WINDOW, words, _FROM_FIRST_TO_LAST)
    return None


_FROM_FIRST_TO_LAST: Final = "van de eerste tot en met de laatste dag"


def _weeks(text: str, words: str) -> Fixed | None:
    """Read a week of the year, or several: from Monday up to and including Sunday (ISO 8601)."""
    if not (m := _WEEK.fullmatch(text)):
        return None
    year = day_of(int(m["year"] or m["iso"]), 1, 1, words).year
    first = int(m["first"] or m["number"])
    last = int(m["last"] or first)
    if m["joint"] == "en" and last != first + 1:
        return None
    try:
        span = span_of(
            date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 7), words
        )
    except UnreadableDateError:
        raise
    except ValueError:
        raise UnreadableDateError(
            f"'{words}' bestaat niet: {year} heeft geen week {max(first, last)}. Kijk de week na."
        ) from None
    rule = f"van {full_day_in_words(span.start)} tot en met {full_day_in_words(span.end)}"
    return Fixed.one(span, Precision.WINDOW, words, rule)


def _quarter(text: str, words: str) -> Fixed | None:
    if not (m := _QUARTER.fullmatch(text)):
        return None
    year, number = _year(m, words), int(m["q"] or m["number"] or _QUARTERS[m["ordinal"]])
    first = 3 * number - 2
    if m["part"]:
        reading = months(year, first + PARTS[m["part"]], 1)
        return Fixed.rough(reading.span, words, reading.words)
    reading = months(year, first, 3)
    return _with_article("het", m["ordinal"], words, reading)


def _half(text: str, words: str) -> Fixed | None:
    if not (m := _HALF.fullmatch(text)):
        return None
    year, half = _year(m, words), _HALVES[m["half"]]
    if m["month"]:
        reading = half_of_month(half, year, _month(m))
        return Fixed.rough(reading.span, words, reading.words)
    return _with_article("de", m["half"], words, months(year, 6 * half - 5, 6))


def _with_article(article: str, ordinal: str | None, words: str, reading: Reading) -> Fixed:
    """Return months with the article that their name needs in a sentence: "in het 2e kwartaal"."""
    found = Fixed.one(reading.span, Precision.WINDOW, words, reading.words)
    if not ordinal or not words.lower().startswith(ordinal):
        return found
    said = f"{article} {words[0].lower()}{words[1:]}"
    return Fixed(type(found.stretch).one(found.span, found.precision, said), words, found.rule)


def _part(text: str, words: str) -> Fixed | None:
    if not (m := _PART_OF.fullmatch(text)):
        return None
    year = _year(m, words)
    reading = (
        part_of_month(m["part"], year, _month(m)) if m["month"] else part_of_year(m["part"], year)
    )
    return Fixed.rough(reading.span, words, reading.words)


def _season(text: str, words: str) -> Fixed | None:
    if m := _SUMMER.fullmatch(text):
        reading = beside_summer(m["side"], _year(m, words))
        return Fixed.rough(reading.span, words, reading.words)
    if not (m := _SEASON.fullmatch(text)):
        return None
    year, is_winter = _year(m, words), m["season"] == "winter"
    if is_winter and not m["next"]:
        raise UnreadableDateError(unreadable.why_two_winters(year, words))
    if m["next"] and not (is_winter and f"{year + 1}".endswith(m["next"])):
        return None
    reading = season(m["season"], year, m["part"] or "")
    return Fixed.rough(reading.span, words, reading.words)


def _around(text: str, words: str) -> Fixed | None:
    """Read "rond 20 juni 2023": the days are kept, but they are an approximation."""
    if not (m := _ROUND.fullmatch(text)) or not (found := named(m["rest"], words)):
        return None
    match found.precision:
        case Precision.DAY:
            return Fixed.rough(found.span, words, full_day_in_words(found.span.start))
        case Precision.APPROXIMATE:
            return found
        case _:
            return Fixed.rough(found.span, words, found.rule)


def _of_one_year(text: str, words: str) -> Fixed | None:
    """Read two months, weeks or seasons that share the year behind the last: "mei - juni 2027".

    Two days that share it are read as a beginning and an end, which must come in that order.
    """
    if not (m := _SHARED_YEAR.fullmatch(text)):
        return None
    first, last = (_stretch_of(f"{m[name]} {m['year']}") for name in ("first", "last"))
    if first is None or last is None:
        return None
    if m["joint"] in _OF_NEIGHBOURS and last.span.start > first.span.end + timedelta(days=1):
        return None
    return _joined(first, last, m["joint"], words)


def _joined(first: Fixed, last: Fixed, joint: str, words: str) -> Fixed:
    """Return the days from a beginning up to and including an end; "mei of juni" is neither."""
    span = span_of(first.span.start, last.span.end, words)
    if joint == "of":
        return Fixed.rough(span, words, "een van beide")
    rules = [one.rule for one in (first, last) if one.precision is Precision.APPROXIMATE]
    precision = Precision.APPROXIMATE if rules else Precision.WINDOW
    return Fixed.one(span, precision, words, "; ".join(rules) or _FROM_FIRST_TO_LAST)


_OF_NEIGHBOURS: Final = ("/", "en", "of")


def _stretch_of(text: str) -> Fixed | None:
    readers = (_whole, _quarter, _half, _part, _season)
    return next((found for reader in readers if (found := reader(text, text))), None)


_READERS: Final[tuple[Callable[[str, str], Fixed | None], ...]] = (
    _day, _whole, _weeks, _quarter, _half, _part, _season, _around, _of_one_year,
)  # fmt: skip
