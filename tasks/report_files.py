# SPDX-License-Identifier: EUPL-1.2
"""A long document about answers as a file: to send on, or to edit."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from gehoord.domain.dossier.state import State
from gehoord.tasks.office import OfficeKind, office_document
from gehoord.templates.nota import nota_document
from gehoord.templates.paper.pdf import report_as_pdf


class ReportForm(StrEnum):
    """In what form it is asked for, by how the names of its files end."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"


def report_file(html: str, form: ReportForm, on: date, home: Path) -> bytes:
    """Return a document in a form.

    Args:
        html: the account of the responses, or the nota van beantwoording.
        form: in which it is asked for.
        on: the day on which it is asked for.
        home: the folder that may hold the letter paper of the office, for DOCX and ODT.

    Raises:
        NotSetError: it cannot be set as PDF in keeping with the standards.
        GehoordError: the letter paper of the office cannot be used.
    """
    match form:
        case ReportForm.PDF:
            return report_as_pdf(html, on)
        case ReportForm.DOCX | ReportForm.ODT:
            return office_document(html, OfficeKind(form), home)
        case ReportForm.HTML:
            return html.encode()


def nota_file(state: State, on: date, form: ReportForm, home: Path) -> bytes:
    """Return the nota van beantwoording in a form; see `report_file`."""
    return report_file(nota_document(state, on), form, on, home)
