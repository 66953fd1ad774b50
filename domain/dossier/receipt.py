# SPDX-License-Identifier: EUPL-1.2
"""The receipt (ontvangstbewijs) of a party: what it sent in, when, and what came of it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen

MOST_A_DAY: Final = 40
"""Forms of one party in one dossier: more than anybody has to tell, and too few to fill a disk."""


class Receipt(Frozen):
    """What is kept of one form that a party sent in.

    Attributes:
        id: the number that was drawn for its form: what is sent in twice under it is one answer.
        recipient: the key of the party.
        at: the moment at which it was recorded, in UTC.
        form: the name of the form.
        said: what it came to, in Dutch.
        content: what was sent in, as `SentForm.content` writes it.
        file: the name of the file that came with it; empty without one.
        document: the SHA-256 of that file.
    """

    id: str
    dossier: str
    recipient: str
    at: datetime
    form: str
    said: str
    content: str
    file: str = ""
    document: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was sent in: of the bytes of its content in UTF-8."""
        return hashlib.sha256(self.content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SentForm:
    """A form as a party sent it in, before anything came of it.

    Attributes:
        number: that was drawn for it.
        dossier: its name; ``recipient`` the key of the party.
        form: the name of the form.
        fields: what was filled in, by the names of the fields; what stayed empty is not among it.
        document: the file that came with it.
    """

    number: str
    dossier: str
    recipient: str
    form: str
    fields: Mapping[str, str]
    document: Document | None = None

    @property
    def content(self) -> str:
        """All of it on one line, the same for the same form, so that its hash can be checked.

        It is JSON with its keys in order and no blanks between them; a file is named by the
        SHA-256 of its bytes.
        """
        file = self.document
        said = {
            "bestand": {"naam": file.name, "sha256": file.sha256} if file else None,
            "dossier": self.dossier,
            "formulier": self.form,
            "van": self.recipient,
            "velden": dict(self.fields),
        }
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def receipt(self, said: str, at: datetime) -> Receipt:
        """Return the receipt for it.

        Args:
            said: what it came to, in Dutch.
            at: the moment, in UTC.
        """
        return Receipt(
            id=self.number,
            dossier=self.dossier,
            recipient=self.recipient,
            at=at,
            form=self.form,
            said=said,
            content=self.content,
            file=self.document.name if self.document else "",
            document=self.document.sha256 if self.document else None,
        )


def refuse_flood(receipts: Iterable[Receipt], at: datetime) -> None:
    """Refuse a form of a party that sent in too many in one day.

    Args:
        receipts: every one of that party.
        at: the moment, in UTC.

    Raises:
        RefusedError: it did.
    """
    since = at - timedelta(days=1)
    if sum(receipt.at > since for receipt in receipts) >= MOST_A_DAY:
        raise RefusedError(
            f"U stuurde in een dag al {MOST_A_DAY} keer iets in. Mail wat u nog wilt melden, of "
            "doe dat morgen."
        )
