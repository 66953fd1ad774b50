# SPDX-License-Identifier: EUPL-1.2
"""A letter as a file for who asks for it: as it left or would leave, as text, or to edit."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from gehoord.domain.dossier.message import Message
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.store.reader import Reader
from gehoord.tasks.letters import pdf_in
from gehoord.tasks.office import OfficeKind, office_document
from gehoord.templates.paper.pdf import letter_as_pdf


class LetterForm(StrEnum):
    """In what form a letter is asked for."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"


def letter_file(reader: Reader | None, message: Message, form: LetterForm, home: Path) -> bytes:
    """Return the letter of a message in a form. The PDF of what left is the one that left.

    Args:
        reader: of the register that has the letter; nothing of one that is still to be made, for
            one that was withdrawn may have had its id.
        message: with a letter.
        form: in which it is asked for.
        home: the folder that may hold the letter paper of the office.

    Raises:
        NotSetError: it cannot be given in that form: of what left as HTML no PDF is made.
        GehoordError: there is no letter, or the letter paper of the office cannot be used.
    """
    html = letter_of(message)
    if html is None:
        raise GehoordError("Bij dit bericht hoort geen brief.")
    match form:
        case LetterForm.HTML:
            return html.encode()
        case LetterForm.PDF:
            return (
                pdf_in(reader, message, html) if reader else letter_as_pdf(html, message.created_on)
            )
        case _:
            return office_document(html, _OFFICE[form], home)


_OFFICE: Final = {LetterForm.DOCX: OfficeKind.DOCX, LetterForm.ODT: OfficeKind.ODT}
