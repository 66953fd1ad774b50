# SPDX-License-Identifier: EUPL-1.2
"""Changing one dossier: what changes is noted, for the journal entry that goes with it."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final, TypeVar

import sqlalchemy as sa

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import NOT_LEFT, STUCK, Message, MessageState
from gehoord.domain.dossier.queued import KeptDocument, QueuedMessage
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen
from gehoord.store import tables_of_post
from gehoord.store.database import is_double
from gehoord.store.reader import DOCUMENT, Reader
from gehoord.store.rows import columns
from gehoord.store.state import state_in
from gehoord.store.statements import inserted, updated
from gehoord.store.table_of import table_of

T = TypeVar("T", bound=Frozen)


class Change(Reader):
    """A change of one dossier: everything in it happens, with its journal entry, or nothing.

    Attributes:
        changed: what the journal entry tells, each with the name of its table.
        noticed: of the objects in it those of which a person is told that they changed; one whose
            owner is only reminded on another day is none.
    """

    def __init__(
        self,
        connection: sa.Connection,
        dossier: str,
        on: date,
        opened: dict[str, Dossier] | None = None,
    ) -> None:
        super().__init__(connection, opened)
        self.dossier_id = dossier
        self.on = on
        self.changed: list[tuple[str, Frozen]] = []
        self.noticed: list[Frozen] = []

    def state(self) -> State:
        """Return the dossier as it now stands in this change; only what is asked for is fetched."""
        return state_in(self, self.dossier_id)

    def apply(self, changes: Changes) -> None:
        """Make changes: documents are kept, objects replaced, then others added.

        Raises:
            RefusedError: one to be replaced is no longer what was seen, or one to be added is there
                already; nothing is changed.
        """
        for document in changes.documents:
            self.keep_document(document.name, document.content)
        for _, pairs in groupby(changes.replaced, key=lambda pair: type(pair[0])):
            self.replace(list(pairs))
        for _, items in groupby(changes.added, key=type):
            self.add(items)

    def add(self, new: Iterable[Frozen]) -> None:
        """Add new objects of one kind.

        Raises:
            RefusedError: one of them is there already; nothing is changed.
        """
        rows = list(new)
        if not rows:
            return
        try:
            self._connection.execute(inserted(type(rows[0])), [columns(o) for o in rows])
        except sa.exc.IntegrityError as error:
            if not is_double(error):
                raise
            kind, key = type(rows[0]).__name__, str(dict(rows[0]).get("id", ""))
            what = f"{kind if kind == 'Dossier' else 'Regel'} '{key}'"
            if len(rows) > 1:
                what = f"Een van {len(rows)} nieuwe regels vanaf '{key}'"
            raise RefusedError(
                f"{what} is er al. Bekijk de stand en probeer het opnieuw."
            ) from None
        self._note(rows)
        self.noticed += rows

    def replace(self, pairs: Sequence[tuple[T, T]]) -> None:
        """Replace objects of one kind, each only if it still is what the caller saw.

        One that stays as it is, is looked at too: it must still be what the caller saw.

        Raises:
            RefusedError: somebody else changed one of them in the meantime; nothing is changed.
        """
        if not pairs:
            return
        for before, after in pairs:
            old, new = columns(before), columns(after)
            changes = {name: value for name, value in new.items() if old[name] != value}
            if not changes:
                is_as_seen = self.one(type(before), old["id"]) == before
            else:
                values = {f"old_{name}": old[name] for name in ("id", *changes)}
                values |= {f"new_{name}": value for name, value in changes.items()}
                change = updated(type(before), tuple(changes))
                is_as_seen = self._connection.execute(change, values).rowcount == 1
            if not is_as_seen:
                raise RefusedError(
                    "Iemand anders heeft dit net veranderd. Bekijk de stand en probeer het opnieuw."
                )
        self._note([after for _, after in pairs])
        self.noticed += _noticed(pairs)

    def send(self, messages: Iterable[Message]) -> int:
        """Put messages in the outbox, in the mode of the dossier; one that is there stays as it is.

        Returns: how many are new.
        """
        wanted = {m.id: m for m in messages}
        table = table_of(Message)
        known = set(
            self._connection.scalars(sa.select(table.c.id).where(table.c.id.in_(wanted))).all()
        )
        new = [m for m in wanted.values() if m.id not in known]
        if new:
            mode = self.dossier(self.dossier_id).mode
            new = [m.model_copy(update={"mode": mode}) for m in new]
            self._connection.execute(sa.insert(table), [columns(m) for m in new])
            self._note_sending(new)
        return len(new)

    def redirect(self, messages: Iterable[Message], address: str) -> None:
        """Give messages that have not left another address.

        Each begins anew: what the old address answered says nothing of this one. One that somebody
        is sending at this moment is among them: when it turns out to have left to the old address,
        `outbox.settle` lets it go to this one too.
        """
        for message in messages:
            reached = tuple(mail for mail in message.reached if mail in address.split(", "))
            new = {"new_address": address, "new_reached": reached}
            missed = {"key": message.id, "new_missed": Fate.of(message).misses}
            done = self._connection.execute(_REDIRECTED, new | missed)
            if done.rowcount == 1:
                self._note_sending([message.model_copy(update={"address": address})])

    def withdraw(self, messages: Iterable[Message]) -> None:
        """Keep messages that have not left, as far as is known, from leaving for good."""
        waits = (MessageState.WAITING, *STUCK)
        keys = [m.id for m in messages if m.state in waits]
        self._connection.execute(
            sa.update(table_of(Message))
            .where(_M.id.in_(keys), _M.state.in_(waits))
            .values(state=MessageState.WITHDRAWN)
        )

    def keep_document(self, name: str, content: bytes) -> str:
        """Keep the bytes of a document and return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        table = tables_of_post.DocumentRow.__table__  # type: ignore[attr-defined]
        known = self._connection.scalar(sa.select(table.c.name).where(table.c.sha256 == sha256))
        if known is None:
            row = {"sha256": sha256, "name": name, "content": content}
            self._connection.execute(sa.insert(table), [row])
        kept = KeptDocument(id=sha256, name=name if known is None else known)
        if (DOCUMENT, kept) not in self.changed:
            self.changed.append((DOCUMENT, kept))
        return sha256

    def _note(self, changed: Iterable[Frozen]) -> None:
        self.changed += [(table_of(type(o)).name, o) for o in changed]

    def _note_sending(self, messages: Iterable[Message]) -> None:
        self.changed += [(table_of(Message).name, QueuedMessage.of(m)) for m in messages]


def _noticed(pairs: Iterable[tuple[T, T]]) -> list[T]:
    """Return what things became of which a person is told."""
    return [after for before, after in pairs if not _is_only_reminded(before, after)]


def _is_only_reminded(before: Frozen, after: Frozen) -> bool:
    if isinstance(before, Action) and isinstance(after, Action):
        return after.is_owed_as(before)
    return False


_M: Final = table_of(Message).c
_REDIRECTED: Final = (
    sa.update(table_of(Message))
    .where(_M.id == sa.bindparam("key"), _M.state.in_(NOT_LEFT))
    .values(
        address=sa.bindparam("new_address"),
        state=sa.case(
            (_M.state == MessageState.SENDING, MessageState.SENDING), else_=MessageState.WAITING
        ),
        next_attempt_at=None,
        failing_since=None,
        failure="",
        reached=sa.bindparam("new_reached", type_=_M.reached.type),
        missed=sa.bindparam("new_missed", type_=_M.missed.type),
        dead=(),
    )
)
