"""Why words are no date that can be read: in one Dutch sentence or two, with what to write."""

import re
from typing import Final

from gehoord.calendar.dutch import MONTHS, WEEKDAYS

_MONTH: Final = "|".join(MONTHS)
_NO_YEAR: Final = re.compile(
    rf"(?:(?:begin|half|medio|eind|{'|'.join(WEEKDAYS)})\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH})"
    "|na de zomer"
)
_SOON: Final = re.compile(r"(?:op|binnen) (?:korte|afzienbare) termijn|binnenkort|spoedig")


def why_no_date(text: str, words: str) -> str:
    """Return why a whole date cannot be read.

    Args:
        text: the words in small letters, with single spaces.
        words: as they were written.

    >>> why_no_date("medio oktober", "medio oktober").partition(".")[0]
    "In 'medio oktober' ontbreekt het jaar"
    """
    if _NO_YEAR.fullmatch(text):
        return _without_year(words)
    if _SOON.fullmatch(text):
        return (
            f"'{words}' noemt geen dag. Laat 'wanneer' weg, zet deze woorden in de toelichting, "
            "en geef met 'uiterlijk' een grens als die er is."
        )
    return (
        f"'{words}' is geen datum die Gehoord kan lezen. Schrijf een dag (2027-11-04 of "
        "'4 november 2027'), 'medio oktober 2027', 'oktober 2027', '8 weken voor <stap>', "
        "'8 raadsweken voor <stap>' of 'laatste vergadering voor <stap>'."
    )


def why_no_day(text: str, words: str) -> str:
    """Return why the part of a date that must name days, ``text``, names none."""
    if _NO_YEAR.fullmatch(text):
        return _without_year(words)
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


def _without_year(words: str) -> str:
    return (
        f"In '{words}' ontbreekt het jaar. Schrijf het erbij, zoals '16 november 2027'; "
        "Gehoord raadt geen jaar."
    )
