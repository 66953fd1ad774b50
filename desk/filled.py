# SPDX-License-Identifier: EUPL-1.2
"""A form as somebody filled it in: what is kept of it, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gehoord.desk.sent_in import SentFile, SentIn
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.party_form import PartyForm, may_hold_file
from gehoord.domain.acts.report import KINDS
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.errors import GehoordError
from gehoord.store.reader import Reader
from gehoord.tasks.upload import accepted

FILE: Final = "bestand"
KEEPS_FILE: Final = "bestand_blijft"
VERSION: Final = "versie"
OPENED: Final = "geopend"
"""As what the form was known when it opened; no part of what is sent in."""
_NAMES: Final = (
    {q.name for kind in KINDS.values() for q in questions(kind)} | {KEEPS_FILE, VERSION}
) - {FILE}
"""The names of the fields that any form of ours has; no other is kept."""
_SEVERAL: Final = {q.name for kind in KINDS.values() for q in questions(kind) if q.is_many}


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What was filled in.

    Attributes:
        texts: the fields that are not empty, by their names.
        document: the file, if one came that may come in.
        refused: why the file may not; empty when it may, or none came.
    """

    texts: Mapping[str, str]
    document: Document | None
    refused: str

    @property
    def keeps_file(self) -> bool:
        """Whether the file of the answer that it changes stays with it."""
        return KEEPS_FILE in self.texts and self.document is None

    @property
    def has_file(self) -> bool:
        """Whether a file came with it."""
        return self.document is not None or bool(self.refused)

    def sent(self, number: str, access: Access, form: PartyForm) -> SentForm:
        """Return it as the receipt will keep it; a file that the form did not ask for is not."""
        file = self.document if form.can_hold_file else None
        return self._sent(number, access, form.name, file)

    def is_in(self, receipt: Receipt, access: Access, form: str) -> bool:
        """Whether this is what a receipt is of, with the same file if the form can hold one."""
        file = self.document if may_hold_file(form) else None
        return receipt.content == self._sent(receipt.id, access, form, file).content

    def _sent(self, number: str, access: Access, form: str, file: Document | None) -> SentForm:
        return SentForm(number, access.dossier, access.recipient, form, self.texts, file)

    def answers(self, form: PartyForm, reader: Reader) -> dict[str, Any]:
        """Return what it answers of what a form asks, with the file that stays if that is so."""
        asked = {question.name for question in form.questions}
        said: dict[str, Any] = {name: self.texts[name] for name in asked & self.texts.keys()}
        document = self.document
        if form.document and self.keeps_file:
            _, content = reader.document(form.document)
            document = Document(name=form.file, content=content)
        if document and form.can_hold_file:
            said[FILE] = document
        return said


def filled_in(sent: SentIn) -> FilledForm:
    """Return what somebody filled in, with its file judged. To be called in a thread."""
    texts = {name: text for name in sorted(_NAMES) if (text := _said(sent, name))}
    file = sent.file(FILE)
    if file is None:
        return FilledForm(texts, None, "")
    return _with_file(texts, file)


def _said(sent: SentIn, name: str) -> str:
    """Return what stands in a field; of several ticks each on a line of its own."""
    return "\n".join(filter(None, sent.texts(name))) if name in _SEVERAL else sent.text(name)


def _with_file(texts: Mapping[str, str], file: SentFile) -> FilledForm:
    try:
        return FilledForm(texts, accepted(file.name, file.content), "")
    except GehoordError as error:
        return FilledForm(texts, None, str(error))
