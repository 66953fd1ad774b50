# SPDX-License-Identifier: EUPL-1.2
"""The papers of the adoption as files: for the meeting, and for signature."""

from datetime import date
from pathlib import Path

from gehoord.domain.dossier.state import State
from gehoord.tasks.report_files import ReportForm, report_file
from gehoord.templates.besluit_paper import BesluitPaper, besluit_html
from gehoord.templates.papers_of_besluiten import besluiten_to_sign
from gehoord.templates.vergaderstuk import vergaderstuk_document


def vergaderstuk_file(state: State, on: date, form: ReportForm, home: Path) -> bytes:
    """Return the paper for the meeting that adopts in a form; see `report_file`."""
    return report_file(vergaderstuk_document(state, on), form, on, home)


def besluit_file(key: str, state: State, on: date, form: ReportForm, home: Path) -> bytes:
    """Return a besluit in a form, by its key; a draft is on the ground of lid 1.

    Raises:
        NoSuchPaperError: this dossier has no such besluit.
    """
    for paper in besluiten_to_sign(state, on):
        if paper.key == key:
            return paper_file(state, paper.made(state, on), on, form, home)
    raise NoSuchPaperError(key)


class NoSuchPaperError(LookupError):
    """A dossier has no besluit by this key, taken or to be drafted."""


def paper_file(state: State, paper: BesluitPaper, on: date, form: ReportForm, home: Path) -> bytes:
    """Return a besluit in a form; see `report_file`."""
    return report_file(besluit_html(state, paper, on), form, on, home)
