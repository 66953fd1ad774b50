# SPDX-License-Identifier: EUPL-1.2
"""The account of the responses as a file: to send on, to edit, or to count in."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from gehoord.domain.dossier.state import State
from gehoord.tasks.report_files import ReportForm, report_file
from gehoord.templates.account import account_book, account_document
from gehoord.templates.workbook.ods import ods
from gehoord.templates.workbook.xlsx import xlsx


class AccountForm(StrEnum):
    """In what form the account is asked for, by how the names of its files end."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    XLSX = "xlsx"
    ODS = "ods"


def account_file(state: State, on: date, form: AccountForm, home: Path) -> bytes:
    """Return the account in a form.

    Args:
        state: the dossier.
        on: the day on which it is asked for.
        form: in which it is asked for.
        home: the folder that may hold the letter paper of the office, for DOCX and ODT.

    Raises:
        NotSetError: it cannot be set as PDF in keeping with the standards.
        GehoordError: the letter paper of the office cannot be used.
    """
    match form:
        case AccountForm.XLSX:
            return xlsx(account_book(state, on))
        case AccountForm.ODS:
            return ods(account_book(state, on))
        case _:
            return report_file(account_document(state, on), ReportForm(form), on, home)
