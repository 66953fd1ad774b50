# SPDX-License-Identifier: EUPL-1.2
"""The papers of the adoption as files: for the meeting, and for signature."""

from datetime import date
from pathlib import Path

from gehoord.domain.dossier.state import State
from gehoord.tasks.report_files import ReportForm, report_file
from gehoord.templates.besluit import adoption_paper
from gehoord.templates.besluit_paper import BesluitPaper, besluit_html
from gehoord.templates.vergaderstuk import vergaderstuk_document


def vergaderstuk_file(state: State, on: date, form: ReportForm, home: Path) -> bytes:
    """Return the paper for the meeting that adopts in a form; see `report_file`."""
    return report_file(vergaderstuk_document(state, on), form, on, home)


def besluit_file(state: State, on: date, form: ReportForm, home: Path) -> bytes:
    """Return the besluit of adoption in a form, on its ground or else that of lid 1."""
    return paper_file(state, adoption_paper(state, on), on, form, home)


def paper_file(state: State, paper: BesluitPaper, on: date, form: ReportForm, home: Path) -> bytes:
    """Return a besluit in a form; see `report_file`."""
    return report_file(besluit_html(state, paper, on), form, on, home)
