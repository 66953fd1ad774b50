# SPDX-License-Identifier: EUPL-1.2
"""Days and numbers in the words an official reads."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = (
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """Return the day without its weekday.

    >>> day_in_words(date(2027, 11, 4))
    '4 november 2027'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_day_in_words(day: date) -> str:
    """Return the day with its weekday.

    >>> full_day_in_words(date(2027, 11, 4))
    'donderdag 4 november 2027'
    """
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def enumeration(parts: list[str]) -> str:
    """Join parts the way Dutch does.

    >>> enumeration(["Haarlem", "Hoorn", "Texel"])
    'Haarlem, Hoorn en Texel'
    """
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def capital(text: str) -> str:
    """Return the text with a capital first letter; "één" keeps only its second accent.

    >>> capital("één raad"), capital("medio juni")
    ('Eén raad', 'Medio juni')
    """
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def alphabetical(names: Iterable[str]) -> list[str]:
    """Return names in the order of a Dutch list: by their letters, without accents or 's.

    >>> alphabetical(["Súdwest-Fryslân", "Smallingerland", "'s-Gravenhage", "het Bildt", "Goes"])
    ['Goes', "'s-Gravenhage", 'het Bildt', 'Smallingerland', 'Súdwest-Fryslân']
    """
    return sorted(names, key=by_letters)


def by_letters(name: str) -> str:
    """Return a name as it is put in order: without accents and without a leading 's-."""
    plain = unicodedata.normalize("NFKD", name.casefold().removeprefix("'s-").removeprefix("'t "))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun; of nothing it is said that there is none.

    >>> counted(1, "raad", "raden"), counted(7, "raad", "raden"), counted(0, "raad", "raden")
    ('1 raad', '7 raden', 'geen raden')
    """
    return f"{number or 'geen'} {one if number == 1 else more}"


def in_dutch(words: str) -> str:
    """Return the words with every ISO day in them as people write it.

    >>> in_dutch("van medio juni 2023 tot en met 2023-10-13")
    'van medio juni 2023 tot en met 13 oktober 2023'
    """
    return _ISO.sub(lambda m: day_in_words(date(int(m[1]), int(m[2]), int(m[3]))), words)


_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
