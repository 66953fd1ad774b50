# SPDX-License-Identifier: EUPL-1.2
"""Why words are no date that can be read: in one Dutch sentence or two, with what to write."""

import re
from typing import Final

_SOON: Final = re.compile(r"(?:op|binnen) (?:korte|afzienbare) termijn|binnenkort|spoedig")
_SHORT_YEAR: Final = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{2}|(?:\d{1,2}\s+)?[a-z]+\.?\s+'?\d{2}")


def why_no_date(text: str, words: str, meant: str = "") -> str:
    """Return why a whole date cannot be read.

    Args:
        text: the words in small letters, with single spaces.
        words: as they were written.
        meant: how they were probably meant, if that can be told.

    >>> why_no_date("4 okober 2027", "4 Okober 2027", "4 oktober 2027")
    "'4 Okober 2027' is geen datum die Gehoord kan lezen; bedoelt u '4 oktober 2027'?"
    """
    if _SOON.fullmatch(text):
        return (
            f"'{words}' noemt geen dag. Laat 'wanneer' weg, zet deze woorden in de toelichting, "
            "en geef met 'uiterlijk' een grens als die er is."
        )
    if _SHORT_YEAR.fullmatch(text):
        return f"Schrijf in '{words}' het jaar met vier cijfers, zoals '16 november 2027'."
    if meant:
        return f"'{words}' is geen datum die Gehoord kan lezen; bedoelt u '{meant}'?"
    return (
        f"'{words}' is geen datum die Gehoord kan lezen. Schrijf een dag (2027-11-04 of "
        "'4 november 2027'), 'medio oktober 2027', 'oktober 2027', 'week 41 van 2027', "
        "'8 weken voor <stap>', '8 raadsweken voor <stap>' of 'laatste vergadering voor <stap>'."
    )


def why_too_long(words: str, most: int) -> str:
    """Return why words that are longer than any date are none; they are quoted in part.

    >>> why_too_long("zodra het kan " * 30, 120)[:62]
    "'zodra het kan zodra het kan zodra het kan zodra het kan z...'"
    """
    start = " ".join(words[:most].split())[:57]
    return (
        f"'{start}...' is te lang voor een datum. Zet de uitleg in de toelichting, en schrijf hier "
        f"alleen de dag, in ten hoogste {most} tekens."
    )


def why_no_day(words: str) -> str:
    """Return why a date, of which a part must name days, cannot be read."""
    return f"In '{words}' staat geen dag of maand die Gehoord kan lezen."


def why_no_meeting(words: str) -> str:
    """Return why "laatste" or "eerste vergadering" points at none: the side does not go with it."""
    return (
        f"'{words}' wijst geen vergadering aan. Schrijf 'laatste vergadering voor <stap>' of "
        "'uiterlijk <dag>', of 'eerste vergadering na <stap>'."
    )


def why_no_year(year: int, first: int, last: int, words: str) -> str:
    """Return why a year cannot be meant: it lies outside ``first`` up to and including ``last``."""
    return f"In '{words}' staat het jaar {year}. Gebruik een jaar van {first} tot en met {last}."


def why_two_readings(words: str) -> str:
    """Return why "tot" cannot be read: people mean both by it."""
    return (
        f"'{words}' kan op twee manieren worden gelezen. "
        "Schrijf 'tot en met' (de dag telt mee) of 'voor' (de dag telt niet mee)."
    )


def why_without_year(words: str) -> str:
    """Return why a date without a year cannot be read: no year is guessed."""
    return (
        f"In '{words}' ontbreekt het jaar. Schrijf het erbij, zoals '16 november 2027'; "
        "Gehoord raadt geen jaar."
    )


def why_one_end(words: str) -> str:
    """Return why "vanaf", "na" and "tussen" name no days: one of the ends is open, or both are."""
    return (
        f"'{words}' zegt niet welke dagen meetellen. Schrijf 'van ... tot en met ...', of alleen "
        "de laatste dag met 'uiterlijk'."
    )


def why_two_winters(year: int, words: str) -> str:
    """Return why a winter with one year cannot be read: it may begin or end in it."""
    return (
        f"'{words}' kan twee winters zijn. Schrijf 'winter {year - 1}-{year}' of "
        f"'winter {year}-{year + 1}'."
    )
