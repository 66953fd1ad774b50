# SPDX-License-Identifier: EUPL-1.2
"""A register of version 0.1.0 is brought up to date: all of it, with its journal, or nothing."""

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from gehoord.domain.acts.report import CouncilHeard
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.dossier.dossier import PlanLine
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageKind, MessageState, message_key
from gehoord.domain.proposal.step import Letter
from gehoord.flows.record import record
from gehoord.flows.start import start
from gehoord.flows.watch import look
from gehoord.store.database import connect
from gehoord.store.migrations import HEAD
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.store.version_0_1_0 import LAST_HASH, NAME, TODAY, asked, bare, proof


def messages(register: Register) -> list[Message]:
    with register.reading() as reader:
        return reader.all(Message, NAME)


def occasions(url: str) -> dict[str, str]:
    return {key: said for key, said in asked(url, "SELECT id, occasion FROM message")}  # noqa: C416


def version(url: str) -> str:
    [(found,)] = asked(url, "SELECT version_num FROM alembic_version")
    return str(found)


def test_it_opens_and_verify_finds_no_fault(updated: Register) -> None:
    assert proof(updated).faults == ()


def test_the_hash_that_0_1_0_gave_is_still_in_the_chain(updated: Register) -> None:
    found = proof(updated, LAST_HASH)
    assert found.faults == ()
    assert found.entries == 83
    with updated.reading() as reader:
        *rest, last = reader.all(JournalEntry, NAME)
    assert rest[-1].hash == LAST_HASH == last.previous
    assert (last.event, last.by) == ("bijgewerkt", "Gehoord")
    assert last.text == f"Het register is bijgewerkt naar versie {HEAD}."


def test_every_message_says_what_its_key_said(old: str) -> None:
    before = occasions(old)
    register = Register(connect(old), lambda: datetime.now(UTC))
    found = messages(register)
    assert {m.id: m.occasion for m in found} == before
    assert {message_key(m) for m in found} == before.keys()
    register.engine.dispose()


def test_messages_have_the_right_columns(updated: Register) -> None:
    found = messages(updated)
    assert Counter(m.kind for m in found) == {
        MessageKind.LETTER: 128,
        MessageKind.REMINDER: 48,
        MessageKind.LATE: 1,
    }
    sent = [m for m in found if m.letter is Letter.ONTWERP]
    assert {(m.step, m.owner, m.version, m.round) for m in sent} == {("verzending", None, 3, 1)}
    assert {m.municipality for m in sent} == {m.recipient for m in sent}
    [late] = [m for m in found if m.kind is MessageKind.LATE]
    assert (late.step, late.owner, late.due_on) == (None, None, date(2023, 9, 30))
    reminder = next(m for m in found if m.rung == "14 dagen voor")
    assert (reminder.step, reminder.owner, reminder.due_on) == (
        "horen",
        reminder.municipality,
        date(2023, 10, 15),
    )


def test_what_0_1_0_told_the_adviser_is_not_told_again(updated: Register) -> None:
    with updated.reading() as reader:
        late = [a for a in reader.all(Action, NAME) if a.is_late(TODAY)]
    assert late
    look(updated, NAME, TODAY)
    assert [m.due_on for m in messages(updated) if m.kind is MessageKind.LATE] == [
        date(2023, 9, 30)
    ]


def test_the_procedure_goes_on(updated: Register, tmp_path: Path) -> None:
    waiting = [m for m in messages(updated) if m.state is MessageState.WAITING]
    assert len(waiting) == 9
    owner = next(m.owner for m in waiting if m.owner)
    answer = CouncilHeard(
        on=TODAY,
        municipality=owner,
        manner=Manner.COUNCIL_MEETING,
        answer=Answer.TOOK_NOTE,
    )
    record(updated, NAME, answer, TODAY)
    assert deliver(updated, Settings(home=tmp_path)).sent == 8
    look(updated, NAME, TODAY)
    start(updated, NAME, TODAY)
    assert len({m.id for m in messages(updated)}) == len(messages(updated))
    assert proof(updated, LAST_HASH).faults == ()


def test_what_was_changed_outside_gehoord_is_not_made_right(old: str) -> None:
    with bare(old).begin() as connection:
        for statement in (
            "UPDATE hearing SET name = 'X' WHERE municipality = 'GM0392'",
            "UPDATE message SET body = 'X' WHERE id LIKE '%|brief themas|GM0392'",
            "UPDATE message SET occasion = 'X' WHERE id LIKE '%|brief proces|GM0392'",
            "DELETE FROM response",
        ):
            connection.execute(sa.text(statement))
    register = Register(connect(old), lambda: datetime.now(UTC))
    faults = proof(register).faults
    register.engine.dispose()
    assert sorted(re.sub(r"'.*?/", "'…/", fault) for fault in faults) == [
        "'…/GM0392' (hearing) is buiten het journaal om veranderd.",
        "'…/procesbrief|brief proces|GM0392' (message) is buiten het journaal om veranderd.",
        "'…/reactie/1' (response) is weg, maar staat in het journaal.",
        "'…/themabrief|brief themas|GM0392' (message) is buiten het journaal om veranderd.",
    ]


KILLED = """
import os, signal, sys
from gehoord.store import database
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
database.journal_update = die
database.connect(sys.argv[1])
"""
AT_ONCE = """
import sys
import uuid
from gehoord.store import migrations
from gehoord.store.database import connect
sys.stdin.read(1)
connect(sys.argv[1]).dispose()
"""


def test_killed_half_way_nothing_has_changed_and_it_is_done_again(old: str) -> None:
    before = occasions(old)
    killed = subprocess.run([sys.executable, "-c", KILLED, old], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert version(old) == "0001"
    assert occasions(old) == before
    register = Register(connect(old), lambda: datetime.now(UTC))
    assert proof(register, LAST_HASH).faults == ()
    assert version(old) == HEAD
    register.engine.dispose()


def start_at_once(url: str) -> list[int]:
    """Let two processes open a register at one moment; return how they ended."""
    both = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, url], stdin=subprocess.PIPE, env=os.environ
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdin
        process.stdin.write(b"\n")
        process.stdin.close()
    return [process.wait(60) for process in both]


def test_two_that_start_at_once_bring_it_up_to_date_once(old: str) -> None:
    assert start_at_once(old) == [0, 0]
    assert asked(old, "SELECT count(*) FROM journal WHERE event = 'bijgewerkt'") == [(1,)]
    engine = connect(old)
    assert proof(Register(engine, lambda: datetime.now(UTC)), LAST_HASH).faults == ()
    engine.dispose()


def test_a_day_that_nobody_gave_is_taken_away_and_a_written_limit_stays(updated: Register) -> None:
    """0.1.0 gave a step without a date the day of what rests on it."""
    with updated.reading() as reader:
        actions = reader.all(Action, NAME)
        lines = reader.all(PlanLine, NAME)
    of_step = {line.step: line for line in lines}
    assert of_step["advies"].end_on == date(2023, 3, 30)
    for step, begins in (("afstemming", None), ("formatieophoging", date(2026, 1, 1))):
        found = [of_step[step], *(a for a in actions if a.step == step)]
        assert len(found) > 1
        assert {(one.last_on, one.start_on) for one in found} == {(None, begins)}
    assert not any(a.remind_on for a in actions if a.due_on is None)
