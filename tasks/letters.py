# SPDX-License-Identifier: EUPL-1.2
"""A letter becomes the PDF with which it leaves; what left stays as it is."""

from contextlib import suppress

from gehoord.domain.dossier.message import LEFT, Message
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.store.papers import keep_paper, paper_of
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.tasks.mime import LETTER
from gehoord.templates.paper.pdf import NotSetError, letter_as_pdf


def set_letter(register: Register, message: Message) -> bytes | None:
    """Return the letter of a message as PDF, and keep it; nothing when there is no letter.

    What is kept is given again, also when a later version of Gehoord would set it otherwise.

    Raises:
        NotSetError: it cannot be made into a PDF.
    """
    with register.reading() as reader:
        kept = paper_of(reader, message.id)
    html = letter_of(message)
    if kept is not None or html is None:
        return kept
    return keep_paper(register, message.id, letter_as_pdf(html, message.created_on))


def letter_in(reader: Reader, message: Message) -> tuple[str, bytes] | None:
    """Return the letter of a message with the name of its file; nothing when there is none.

    One that left is given as it left, one that waits as it would leave now.
    """
    html = letter_of(message)
    if html is None:
        return None
    with suppress(NotSetError):
        return LETTER, pdf_in(reader, message, html)
    return "brief.html", html.encode()


def pdf_in(reader: Reader, message: Message, html: str) -> bytes:
    """Return the PDF with which a letter left, or would leave now.

    Raises:
        NotSetError: it left as HTML, or would.
    """
    if kept := paper_of(reader, message.id):
        return kept
    if message.state in LEFT:
        raise NotSetError("De brief is verzonden als HTML en niet als PDF. Vraag hem als HTML.")
    return letter_as_pdf(html, message.created_on)
