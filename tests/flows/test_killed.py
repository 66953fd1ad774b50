# SPDX-License-Identifier: EUPL-1.2
"""Killed at any moment, a procedure loses nothing and does nothing twice; `make faults` kills more.

Each round ends with SIGKILL. A dossier that was killed over and over must become the same as one
that was left in peace: every row, and every mail at least once, under one Message-ID.
"""

import json
import os
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from benchmarks.loopback import free_port
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.table_of import ROWS
from gehoord.store.verify import verify
from tests.flows.killable import NAME, Order, Played

ROUNDS = int(os.environ.get("GEHOORD_FAULTS", "3"))
COUNCILS = 32 if ROUNDS > 100 else 6
LONGEST_SECONDS = 0.25
HERE = Path(__file__).parents[2]
MOMENTS = {"sent_at", "lease_until", "attempts", "opened_at"}


@dataclass
class Postbox:
    """A mail server that counts what it took, by Message-ID."""

    taken: Counter[str] = field(default_factory=Counter)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken[message_from_bytes(envelope.content)["Message-ID"]] += 1
        return "250 OK"


@contextmanager
def postbox() -> Iterator[tuple[Postbox, int]]:
    kept = Postbox()
    server = Controller(kept, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        yield kept, server.port
    finally:
        server.stop()


@pytest.fixture(scope="module")
def player() -> Iterator["subprocess.Popen[str]"]:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.flows.killable"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=HERE,
    )
    yield child
    child.communicate(timeout=60)


def ask(player: "subprocess.Popen[str]", order: Order) -> Played:
    assert player.stdin
    assert player.stdout
    player.stdin.write(json.dumps(asdict(order)) + "\n")
    player.stdin.flush()
    answer = Played(**json.loads(player.stdout.readline()))
    assert answer.fault == ""
    return answer


@dataclass
class Came:
    """What a dossier came to: its rows without moments, and the mails that were taken."""

    rows: dict[str, Any]
    mails: Counter[str]
    kills: int


def rows_of(url: str) -> dict[str, Any]:
    """Every row of the dossier but its journal, which must be whole."""
    register = Register(connect(url), lambda: datetime.now(UTC))
    with register.reading() as reader:
        assert verify(reader, NAME).faults == ()
        found = {
            kind.__name__: [
                row.model_dump(exclude=MOMENTS, mode="json") for row in reader.all(kind, NAME)
            ]
            for kind in ROWS
            if kind not in (Dossier, JournalEntry)
        }
        messages = reader.all(Message, NAME)
    register.engine.dispose()
    assert all(m.state in (MessageState.SENT, MessageState.WITHDRAWN) for m in messages)
    return found


def procedure(
    player: "subprocess.Popen[str]", url: str, home: Path, random: Random | None, kills: int
) -> Came:
    """Play a whole procedure, killed at most so many times; without chance in peace."""
    done, killed, starts = 0, 0, 0
    with postbox() as (box, port):
        while True:
            seconds = random.uniform(0, LONGEST_SECONDS) if random and killed < kills else None
            order = Order(url, str(home), port, COUNCILS, done, starts, seconds)
            answer = ask(player, order)
            done, starts = answer.at, starts + 1
            if not answer.killed:
                return Came(rows_of(url), box.taken, killed)
            killed += 1


@pytest.fixture
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Addresses of databases of one kind, each new and empty."""

    def sqlite() -> Iterator[str]:
        while True:
            yield f"sqlite:///{tmp_path / uuid.uuid4().hex}.db"

    def postgres() -> Iterator[str]:
        import psycopg

        server = request.getfixturevalue("postgres_server")
        while True:
            name = f"gedood_{uuid.uuid4().hex}"
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')
            yield f"{server}/{name}"

    return sqlite() if request.param == "sqlite" else postgres()


@pytest.mark.model
@pytest.mark.parametrize(
    "databases",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
    indirect=True,
)
def test_killed_at_any_moment_it_comes_to_the_same(
    player: "subprocess.Popen[str]",
    databases: Iterator[str],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    in_peace = procedure(player, next(databases), tmp_path, None, 0)
    assert set(in_peace.mails.values()) == {1}
    random = Random(20261128)  # noqa: S311
    kills = again = dossiers = 0
    while kills < ROUNDS:
        came = procedure(player, next(databases), tmp_path, random, ROUNDS - kills)
        assert came.rows == in_peace.rows
        assert set(came.mails) == set(in_peace.mails)
        kills, dossiers = kills + came.kills, dossiers + 1
        again += came.mails.total() - len(came.mails)
    print(  # noqa: T201
        f"\n{request.node.callspec.id}: {kills} kills in {dossiers} dossiers of {COUNCILS} "
        f"councils, {len(in_peace.mails)} mails each: 0 lost, {again} sent a second time "
        "under the same Message-ID."
    )
