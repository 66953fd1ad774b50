# SPDX-License-Identifier: EUPL-1.2
"""The PDFs with which letters left: kept once, and from then on that is how the letter is."""

import hashlib
from collections.abc import Iterator
from typing import Final

import sqlalchemy as sa

from gehoord.domain.dossier.message import Message
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.table_of import table_of
from gehoord.store.tables_of_post import PaperRow

_PAPERS: Final[sa.Table] = PaperRow.__table__  # type: ignore[attr-defined]
_MESSAGES: Final = table_of(Message)
_ONE: Final = sa.select(_PAPERS.c.content).where(_PAPERS.c.message == sa.bindparam("message"))
_OF_DOSSIER: Final = (
    sa.select(_PAPERS)
    .join(_MESSAGES, _MESSAGES.c.id == _PAPERS.c.message)
    .where(_MESSAGES.c.dossier == sa.bindparam("dossier"))
    .order_by(_PAPERS.c.message)
)

_SAID: Final = sa.select(_MESSAGES.c.id, _MESSAGES.c.paper).where(
    _MESSAGES.c.dossier == sa.bindparam("dossier"), _MESSAGES.c.paper != ""
)
_LEAVES: Final = (
    sa.update(_MESSAGES)
    .where(_MESSAGES.c.id == sa.bindparam("key"))
    .values(paper=sa.bindparam("sha256"))
)
"""A message knows with which PDF it leaves: one that is gone later is missed."""
_STRAYED: Final = sa.select(_PAPERS.c.message).where(
    _PAPERS.c.message.not_in(sa.select(_MESSAGES.c.id))
)
"""PDFs of messages that are not there: of which dossier they were, nobody knows."""


def paper_of(reader: Reader, message: str) -> bytes | None:
    """Return the PDF with which the letter of a message left, if it left as one."""
    rows = reader.rows(_ONE, message=message)
    return _bytes(rows[0].content) if rows else None


def papers_in(reader: Reader, dossier: str) -> dict[str, bytes]:
    """Return every PDF that left from a dossier, by the id of its message."""
    rows = reader.rows(_OF_DOSSIER, dossier=dossier)
    return {row.message: _bytes(row.content) for row in rows}


def changed_papers(reader: Reader, dossier: str) -> Iterator[str]:
    """Yield the id of each message whose PDF is not the one with which it left, or is gone."""
    for row in reader.rows(_STRAYED):
        yield row.message
    said = {row.id: row.paper for row in reader.rows(_SAID, dossier=dossier)}
    for row in reader.rows(_OF_DOSSIER, dossier=dossier):
        found = hashlib.sha256(_bytes(row.content)).hexdigest()
        if not said.pop(row.message, "") == found == row.sha256:
            yield row.message
    yield from sorted(said)


def keep_paper(register: Register, message: str, content: bytes) -> bytes:
    """Keep the PDF of a letter that is about to leave; one that is there already stays.

    Returns: the PDF that is kept from now on.
    """
    row = {
        "message": message,
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
    }
    with register.delivering() as connection:
        known = connection.execute(_ONE, {"message": message}).first()
        if known is not None:
            return _bytes(known.content)
        connection.execute(sa.insert(_PAPERS), row)
        connection.execute(_LEAVES, {"key": message, "sha256": row["sha256"]})
    return content


def _bytes(content: bytes | memoryview | str) -> bytes:
    """Return bytes: SQLite gives text where it was told to keep text in a column of bytes."""
    return content.encode() if isinstance(content, str) else bytes(content)
