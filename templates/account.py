# SPDX-License-Identifier: EUPL-1.2
"""The account of the responses: for all officials, as a document and as a workbook."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.rounds_answered import rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.reading_along import read_by_version
from gehoord.domain.workbook.accounted import AccountTab, MainLinesTab
from gehoord.templates.reports import REPORTS
from gehoord.templates.workbook.book import Book, BookTab

_TABS: Final = (MainLinesTab(), AccountTab())


def account_document(state: State, on: date) -> str:
    """Return the account as XHTML: by version its main lines, then each answer whole."""
    template = REPORTS.get_template("verantwoording.html.j2")
    said = {"rounds": rounds_answered(state), "read": read_by_version(state)}
    return template.render(f=state, on=on, **said).strip() + "\n"


def account_book(state: State, on: date) -> Book:
    """Return the account as a workbook to be read."""
    explanation = (
        f"Verantwoording van de reacties: {state.dossier.title}",
        f"Dossier '{state.id}', zoals het in het register stond op {day_in_words(on)}.",
        "",
        "Hoofdlijnen",
        "Hoeveel punten bij elke hoofdlijn horen, van hoeveel inzenders, en wat ermee is gedaan.",
        "",
        "Verantwoording",
        "Elke reactie in haar geheel, met haar punten en wat met elk punt is gedaan. Ook wat na de "
        "laatste dag kwam, telt mee.",
        "",
        "Dit bestand is om te lezen. Punten vult u in het werkblad in.",
    )
    tabs = tuple(BookTab(tab, tuple(tab.lines(state))) for tab in _TABS)
    return Book(state.dossier.title, on, explanation, tabs)
