# SPDX-License-Identifier: EUPL-1.2
"""Whatever stands in one row of the outbox, the others leave, and nothing is called fine."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows import clock
from gehoord.flows.opening import open_dossier
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.table_of import table_of
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings

DAY = date(2027, 1, 5)
CODES = ("GM0392", "GM0405", "GM0448")
GARBAGE: tuple[object, ...] = (b"\xff\x00", "onzin", 5, "null")
COLUMNS = [column.name for column in table_of(Message).columns]


def letter(code: str) -> Message:
    return Message(
        id=f"klein/verzending|brief|{code}",
        dossier="klein",
        kind=MessageKind.LETTER,
        step="verzending",
        municipality=code,
        recipient=code,
        address=f"griffie@{code.lower()}.example",
        subject="Ontwerp",
        body="Geachte griffier,\n",
        created_on=DAY,
        thread="horen",
    )


@pytest.fixture(scope="module")
def whole(
    tmp_path_factory: pytest.TempPathFactory, small_once: tuple[Proposal, Eenheid, str]
) -> bytes:
    file = tmp_path_factory.mktemp("outbox") / "gehoord.db"
    register = Register(connect(f"sqlite:///{file}"), clock.now)
    open_dossier(register, "klein", *small_once, DAY)
    with register.changing("klein", DAY, "adviseur", "test") as change:
        change.send(map(letter, CODES))
    register.engine.dispose()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.read_bytes()


@pytest.mark.parametrize("column", COLUMNS)
def test_it_stops_nobody_else(whole: bytes, tmp_path: Path, column: str) -> None:
    file = tmp_path / "gehoord.db"
    for number, value in enumerate(GARBAGE):
        file.write_bytes(whole)
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            update = f'UPDATE message SET "{column}" = ? WHERE recipient = ?'  # noqa: S608
            connection.execute(update, (value, "GM0405"))
            connection.commit()
        register = Register(connect(f"sqlite:///{file}"), clock.now)
        delivery = deliver(register, Settings(home=tmp_path / str(number)))
        register.engine.dispose()
        assert delivery.sent in (2, 3), (value, delivery)
        for leftover in tmp_path.glob("gehoord.db-*"):
            leftover.unlink()
