# SPDX-License-Identifier: EUPL-1.2
"""The councils of a dossier as a table of text, which its archive keeps and any program reads."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.ical.text import paragraphs
from gehoord.domain.dossier.ever_there import hearings_ever_there
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.workbook.councils import CouncilsTab, by_name

_OF_WORKBOOK: Final = (
    "Gemeente", "CBS-code", "Stand", "Gevraagd op", "Over versie", "Antwoord uiterlijk",
    "Gehoord of beoordeeld op", "Antwoord", "Reden bij geen antwoord",
)  # fmt: skip
"""The columns that are those of the workbook; the others also tell what no longer counts."""
HEADINGS: Final = (*_OF_WORKBOOK, "Zienswijze", "Verwerking", "Opgeheven na", "Vergadert op")
_TAB: Final = CouncilsTab()
_STARTS_FORMULA: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""Signs with which a spreadsheet begins a formula, in both widths."""


def councils_sheet(state: State) -> bytes:
    """Return a line for each council: UTF-8 with its mark, parted by semicolons, days as ISO."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for hearing in by_name(hearings_ever_there(state)):
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
    said = state.zienswijzen.where(municipality=hearing.municipality)
    gone = {m.code: m.until for m in state.municipalities}
    line = _TAB.line_of(state, hearing)
    yield from (str(line.cells[heading]) for heading in _OF_WORKBOOK)
    yield "\n\n".join(_said(z) for z in said)
    yield "\n\n".join(z.disposition for z in said if z.counts)
    yield _day(gone.get(hearing.municipality))
    yield _day(hearing.meeting_on)


def _said(zienswijze: Zienswijze) -> str:
    """Return what a council said; above it that it was withdrawn or came late, if it was or did."""
    above = zienswijze.withdrawal_in_words or zienswijze.arrival_in_words
    return "\n".join(filter(None, [above, zienswijze.text]))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
