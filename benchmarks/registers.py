"""The register at work, beside plain SQL on a database of the same sort."""

import itertools
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import sqlalchemy as sa

from benchmarks.country import large
from benchmarks.measure import Line, best, once
from gehoord.domain.acts.report import StepDone
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import history_of
from gehoord.replay.machine import Clock, Engine, play
from gehoord.store.database import connect
from gehoord.store.register import Register, table_of
from gehoord.store.state import state_of
from gehoord.tasks.calendars import calendar_of
from gehoord.tasks.settings import Settings

OPENED: Final = date(2026, 12, 1)
PAST: Final = "noord-holland/imv-2024-2027"
ACTIONS: Final = 10_000
DEEDS: Final = 40


def lines() -> Iterator[Line]:
    """Compare a replay, a daily look, a report and a calendar with the least that could do it."""
    with TemporaryDirectory() as folder:
        yield _replay(Path(folder))
        register = _opened(Path(folder) / "large.db")
        yield _deed(register, Path(folder))
        yield _calendar(register)
        yield _look(register)
        register.engine.dispose()


def _replay(folder: Path) -> Line:
    proposal, eenheid, text = proposal_of(PAST)
    history = history_of(PAST)
    place = Settings(home=folder / "replay", database_url="", mail_mode="proef")
    clock = Clock(history.start)
    engine = Engine(Register(connect(place.database), clock.now), clock, place)
    ours = once(lambda: list(play(engine, "past", proposal, eenheid, text, history)))
    with engine.register.reading() as reader:
        entries = [entry.model_dump_json() for entry in reader.all(JournalEntry, "past")]
    engine.register.engine.dispose()
    peer = _commits(folder / "peer.db", entries)
    what = f"replay of {(history.end - history.start).days} days, IMV 2024-2027"
    return Line(what, ours, f"its {len(entries)} journal lines in plain SQLite", peer)


def _opened(file: Path) -> Register:
    seconds = itertools.count()
    start = datetime(2026, 12, 1, tzinfo=UTC)
    register = Register(
        connect(f"sqlite:///{file}"), lambda: start + timedelta(seconds=next(seconds))
    )
    open_dossier(register, "large", *large(), OPENED)
    return register


def _deed(register: Register, folder: Path) -> Line:
    with register.reading() as reader:
        owed = state_of(reader, "large").open_actions(step="raadsbehandeling")[:DEEDS]

    def report() -> None:
        for action in owed:
            done = StepDone(step=action.step, owner=action.owner, on=action.due_on)
            record(register, "large", done, action.due_on)

    ours = once(report) / len(owed)
    peer = _commits(folder / "reports.db", ["een regel"] * DEEDS) / DEEDS
    return Line("a report recorded, durably", ours, "one commit in plain SQLite", peer)


def _calendar(register: Register) -> Line:
    with register.reading() as reader:
        state = state_of(reader, "large")
    built = once(lambda: calendar_of(state, None, OPENED))
    cached = best(lambda: calendar_of(state, None, OPENED))
    return Line(f"calendar of {len(state.actions)} actions, again", cached, "built anew", built)


def _look(register: Register) -> Line:
    day = OPENED + timedelta(days=1)
    with register.changing("large", OPENED, "adviseur", "proef") as change:
        known = change.all(Action, "large")
        model = next(action for action in known if action.stage is Stage.HEARING)
        change.add(
            model.model_copy(update={"id": f"{model.id}/{number}"})
            for number in range(ACTIONS - len(known))
        )
    look(register, "large", day)
    ours = best(lambda: look(register, "large", day), least=2)
    table = table_of(Action)
    late = sa.select(sa.func.count()).where(
        table.c.dossier == "large", table.c.state == "open", table.c.due_on < day
    )

    def count() -> object:
        with register.engine.connect() as connection:
            return connection.scalar(late)

    return Line(f"daily look over {ACTIONS:,} actions", ours, "one SQL statement", best(count))


def _commits(file: Path, rows: list[str]) -> float:
    """Return the seconds of as many commits as rows, with the settings of the register."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE line (text TEXT)")

    def write() -> None:
        for row in rows:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO line VALUES (?)", (row,))
            connection.execute("COMMIT")

    seconds = once(write)
    connection.close()
    return seconds
