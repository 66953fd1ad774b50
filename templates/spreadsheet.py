"""The councils of a dossier as a spreadsheet that Dutch Excel opens rightly."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import by_letters
from gehoord.calendar.ical.text import paragraphs
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze

HEADINGS: Final = (
    "Gemeente", "CBS-code", "Stand", "Gevraagd op", "Over versie", "Antwoord uiterlijk",
    "Gehoord of beoordeeld op", "Antwoord", "Reden bij geen antwoord", "Zienswijze", "Verwerking",
    "Opgeheven na",
)  # fmt: skip
_STARTS_FORMULA: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""Signs with which a spreadsheet begins a formula, in both widths."""


def councils_sheet(state: State) -> bytes:
    """Return a line for each council: UTF-8 with its mark, parted by semicolons, days as ISO."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for hearing in sorted(state.hearings, key=lambda h: (by_letters(h.name), h.id)):
        writer.writerow([harmless(cell) for cell in _cells(state, hearing)])
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return the text as a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("- meer aandacht"), harmless("Haarlem")
    ("'=1+1", "'- meer aandacht", 'Haarlem')
    """
    clean = paragraphs(text)
    return f"'{clean}" if clean.startswith(_STARTS_FORMULA) else clean


def _cells(state: State, hearing: Hearing) -> Iterator[str]:
    versions = {v.id: f"{v.number}: {v.title}" for v in state.versions}
    said = state.zienswijzen.where(municipality=hearing.municipality)
    gone = {m.code: m.until for m in state.municipalities}
    yield hearing.name
    yield hearing.municipality
    yield hearing.state_in_words
    yield _day(hearing.invited_on)
    yield versions.get(hearing.version or "", hearing.version or "")
    yield _due(hearing.due)
    yield _day(hearing.heard_on)
    yield hearing.answer or ""
    yield hearing.reason
    yield "\n\n".join(_said(z) for z in said)
    yield "\n\n".join(z.disposition for z in said if z.counts)
    yield _day(gone.get(hearing.municipality))


def _said(zienswijze: Zienswijze) -> str:
    """Return what a council said; above it that it was withdrawn or came late, if it was or did."""
    above = zienswijze.withdrawal_in_words or zienswijze.arrival_in_words
    return "\n".join(filter(None, [above, zienswijze.text]))


def _due(due: Due | None) -> str:
    """Return a last day as one that can be sorted, or in the words of what names no day."""
    if due is None or due.names_day:
        return _day(due.day if due else None)
    return due.in_words


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
