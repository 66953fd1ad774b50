"""What the words of a plan say of its last day: a day, a month in which it falls, or about when.

The register keeps the words beside the days that Gehoord reads in them. Whatever people read shows
such a day only if the words name one.
"""

import re
from datetime import date
from typing import Final

from gehoord.calendar.dutch import MONTHS, day_in_words
from gehoord.calendar.written import Fixed, Precision, UnreadableDateError, read

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH: Final = "|".join(MONTHS)
_SEVERAL_MONTHS: Final = rf"(?:{_MONTH})\s*(?:-|tot en met|t/m)\s*(?:{_MONTH})\s+\d{{4}}"
_MONTH_OR_YEAR = re.compile(rf"(?:in\s+)?(?:{_SEVERAL_MONTHS}|(?:(?:{_MONTH})\s+)?\d{{4}})")
_RANGE = re.compile(r"(?:van\s+)?(?P<first>.+?)\s+(?:tot en met|t/m)\s+(?P<last>.+)")
_LIMIT = re.compile(r"^(?:uiterlijk op|uiterlijk|tot en met|t/m)\s+")
ROUGHLY: Final = " (bij benadering)"


def in_dutch(words: str) -> str:
    """Return the words with every ISO day in them as people write it.

    >>> in_dutch("van medio juni 2023 tot en met 2023-10-13")
    'van medio juni 2023 tot en met 13 oktober 2023'
    """
    return _ISO.sub(lambda m: day_in_words(date(int(m[1]), int(m[2]), int(m[3]))), words)


def names_day(precision: Precision, words: str) -> bool:
    """Whether the words name the last day itself; a month, a year or an approximation does not.

    >>> names_day(Precision.WINDOW, "september 2023")
    False
    >>> names_day(Precision.WINDOW, "van 1 mei 2023 tot en met 30 mei 2023")
    True
    """
    if precision is Precision.WINDOW:
        return not is_month_or_year(_ends(words)[1])
    return precision is not Precision.APPROXIMATE


def is_month_or_year(words: str) -> bool:
    """Whether the words are a month, several of them, or a year.

    >>> [is_month_or_year(words) for words in ("uiterlijk mei 2023", "in 2023", "4 mei 2023")]
    [True, True, False]
    """
    return bool(_MONTH_OR_YEAR.fullmatch(_LIMIT.sub("", words.lower(), count=1)))


def first_part(words: str) -> str:
    """Return with what the days of a stretch begin, or nothing when the words are no stretch.

    >>> first_part("van medio juni 2023 tot en met 13 oktober 2023")
    'medio juni 2023'
    """
    return in_dutch(_ends(words)[0])


def is_rough_day(words: str) -> bool:
    """Whether the words are an approximation by themselves."""
    if words.endswith(ROUGHLY):
        return True
    try:
        found = read(words)
    except UnreadableDateError:
        return False
    return isinstance(found, Fixed) and found.precision is Precision.APPROXIMATE


def ends_on_day(words: str) -> bool:
    """Whether the words are a stretch that ends on a day, however roughly it begins."""
    first, last = _ends(words)
    return bool(first) and not is_month_or_year(last) and not is_rough_day(last)


def last_day_in_words(precision: Precision, words: str, last: date) -> str:
    """Return the last day as its plan has it; an approximation and a month stay what they are.

    Args:
        precision: how sure the last day is.
        words: as they were written.
        last: the last day as Gehoord reads the words.

    >>> last_day_in_words(Precision.APPROXIMATE, "medio oktober 2023", date(2023, 10, 15))
    'medio oktober 2023 (bij benadering)'
    >>> last_day_in_words(Precision.WINDOW, "september 2023", date(2023, 9, 30))
    'september 2023'
    """
    if names_day(precision, words):
        return day_in_words(last)
    return in_dutch(words) + ROUGHLY * (precision is Precision.APPROXIMATE)


def due_in_words(precision: Precision, words: str, last: date) -> str:
    """Return by when it is due, as a person may promise it; the arguments are those above.

    >>> due_in_words(Precision.WINDOW, "september 2023", date(2023, 9, 30))
    'in september 2023'
    >>> due_in_words(Precision.DAY, "2023-10-13", date(2023, 10, 13))
    'uiterlijk 13 oktober 2023'
    """
    said = last_day_in_words(precision, words, last)
    if names_day(precision, words):
        return f"uiterlijk {said}"
    is_bare = _MONTH_OR_YEAR.fullmatch(said.lower()) and not said.lower().startswith("in ")
    return f"in {said}" if is_bare else said


def start_in_words(precision: Precision, words: str, first: date) -> str:
    """Return from when it can be done, or nothing when the words name no beginning of their own.

    Args:
        precision: how sure the last day is.
        words: as they were written.
        first: the first day as Gehoord reads the words.

    >>> start_in_words(Precision.WINDOW, "van medio juni 2023 tot en met 13 oktober 2023",
    ...                date(2023, 6, 15))
    'medio juni 2023 (bij benadering)'
    >>> start_in_words(Precision.WINDOW, "september 2023", date(2023, 9, 1))
    ''
    """
    begins = first_part(words)
    if is_rough_day(begins):
        return begins.removesuffix(ROUGHLY) + ROUGHLY
    if is_month_or_year(begins):
        return begins
    return day_in_words(first) if begins or names_day(precision, words) else ""


def end_in_words(precision: Precision, words: str, last: date) -> str:
    """Return the last day by itself: the words of an approximation or a month, or the day.

    >>> end_in_words(Precision.APPROXIMATE, "van 1 mei 2023 tot en met medio juni 2023",
    ...              date(2023, 6, 15))
    'medio juni 2023 (bij benadering)'
    >>> end_in_words(Precision.APPROXIMATE, "2 weken na themas", date(2023, 6, 15))
    '15 juni 2023 (bij benadering)'
    """
    ends = in_dutch(_ends(words)[1])
    if precision is Precision.APPROXIMATE:
        return f"{ends if is_rough_day(ends) else day_in_words(last)}{ROUGHLY}"
    return day_in_words(last) if names_day(precision, words) else ends


def _ends(words: str) -> tuple[str, str]:
    """Return the first and the last part of a stretch; what is none has only a last part."""
    bare = " ".join(words.split())
    is_stretch = _RANGE.fullmatch(bare)
    if is_stretch is None or _MONTH_OR_YEAR.fullmatch(bare.lower()) or _LIMIT.match(bare.lower()):
        return "", bare
    return is_stretch["first"], is_stretch["last"]
