"""How days, numbers and articles are put into a Dutch sentence."""

import re
from collections.abc import Sequence
from typing import Final

from gehoord.calendar.dutch import MONTHS, WEEKDAYS, enumeration
from gehoord.law.article import Article

NUMBERS: Final = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes",
    "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
ROUGHLY: Final = "(bij benadering)"

_MONTH = "|".join(MONTHS)
_ROUGH = re.compile(rf"bij benadering|^(?:uiterlijk )?(?:begin|half|medio|eind) (?:{_MONTH}|\d)")
_DAY = re.compile(rf"(?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}} (?:{_MONTH})")
_SEVERAL = rf"(?:{_MONTH})\s*(?:-|tot en met|t/m)\s*(?:{_MONTH})\s+\d{{4}}"
_ALL = re.compile(rf"(?:in\s+)?(?:{_SEVERAL}|(?:(?:{_MONTH})\s+)?\d{{4}})")
_MONTH_OR_YEAR = re.compile(rf"(?:{_MONTH})\b|\d{{4}}$")
_LIMIT = re.compile(r"^(?:uiterlijk op|uiterlijk|tot en met) ")
_RANGE = re.compile(r"^(?:van )?(?P<first>.+?) tot en met (?P<last>.+)$")


def is_month_or_year(words: str) -> bool:
    """Tell whether the words are a month, several of them, or a year."""
    return bool(_ALL.fullmatch(_LIMIT.sub("", words.lower(), count=1)))


def is_rough(words: str) -> bool:
    """Tell whether the words name a day by approximation."""
    return bool(_ROUGH.search(words))


def is_loose(words: str) -> bool:
    """Tell whether the words name no last day: an approximation, a month or a year.

    >>> is_loose("in september 2023"), is_loose("uiterlijk 8 oktober 2027")
    (True, False)
    """
    return is_rough(words) or is_month_or_year(last_day(words))


def last_day(words: str) -> str:
    """Return the day on which it ends, the words of an approximation kept.

    >>> last_day("van medio juni 2023 tot en met medio oktober 2023 (bij benadering)")
    'medio oktober 2023 (bij benadering)'
    """
    bare = _LIMIT.sub("", words)
    if found := _RANGE.match(bare):
        return found["last"]
    return bare


def deadline(words: str) -> str:
    """Return the last day as a promise asks it; an approximation or month is not called one.

    >>> deadline("8 oktober 2027")
    'uiterlijk 8 oktober 2027'
    >>> deadline("medio oktober 2023 (bij benadering)")
    'medio oktober 2023 (bij benadering)'
    >>> deadline("september 2023")
    'in september 2023'
    """
    day = last_day(words)
    if is_month_or_year(day):
        return day if day.startswith("in ") else f"in {day}"
    return day if is_rough(words) or not day else f"uiterlijk {day}"


def moment(words: str) -> str:
    """Return the day or stretch with the preposition a sentence needs.

    >>> moment("9 november 2023"), moment("september 2027")
    ('op 9 november 2023', 'in september 2027')
    >>> moment("1 mei 2027 tot en met 4 mei 2027")
    'van 1 mei 2027 tot en met 4 mei 2027'
    >>> moment("medio juni 2023 (bij benadering)")
    'medio juni 2023 (bij benadering)'
    """
    if _DAY.match(words):
        return f"van {words}" if " tot en met " in words else f"op {words}"
    return f"in {words}" if _MONTH_OR_YEAR.match(words) else words


def stretch(words: str) -> str:
    """Return a period with its "van", written once."""
    return words if words.startswith("van ") else f"van {words}"


def count(number: int, one: str, more: str) -> str:
    """Return a number with its noun, small numbers in letters.

    >>> count(1, "thema", "thema's"), count(32, "raad", "raden")
    ('één thema', '32 raden')
    """
    written = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{written} {one if number == 1 else more}"


def capital(text: str) -> str:
    """Return the text with a capital first letter; "één" keeps only its second accent.

    >>> capital("één raad"), capital("medio juni")
    ('Eén raad', 'Medio juni')
    """
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """Return the text with a full stop, unless it is closed already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def listed(parts: Sequence[str]) -> str:
    """Join parts the way Dutch does."""
    return enumeration(list(parts))


def cited(article: Article) -> str:
    """Return an article as it reads in a sentence.

    >>> cited(Article("Politiewet 2012", "38b", 2))
    'artikel 38b lid 2 van de Politiewet 2012'
    """
    return f"artikel {article.short.removeprefix('art. ')} van de {article.law}"


def shortened(text: str, longest: int) -> str:
    """Return the text in at most ``longest`` signs, broken off between words.

    >>> shortened("raad horen over het ontwerp", 20)
    'raad horen over het…'
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    if text[len(head)] != " " and " " in head[longest // 2 :]:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,:;(") + "…"
