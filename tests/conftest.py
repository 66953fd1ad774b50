# SPDX-License-Identifier: EUPL-1.2
"""What several test folders share."""

import contextlib
import gc
import itertools
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import settings

from benchmarks import postgres
from tests.lacking import leave_out

if TYPE_CHECKING:
    from gehoord.domain.eenheid.eenheid import Eenheid
    from gehoord.domain.proposal.proposal import Proposal
    from gehoord.store.register import Register
    from tests.emptied import EmptiedDatabases
    from tests.replayed import Replay
    from tests.story import Moment
    from tests.story_in_register import ToldInRegister

HERE = Path(__file__).parent

# Speed is measured in benchmarks: a busy machine must not fail a test.
settings.register_profile("gehoord", deadline=None)
settings.load_profile("gehoord")

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def read_day(words: str) -> date:
    weekday, _, iso = words.partition(" ")
    found = date.fromisoformat(iso)
    if WEEKDAYS[found.weekday()] != weekday:
        raise ValueError(f"{iso} is a {WEEKDAYS[found.weekday()]}, not a {weekday}")
    return found


@pytest.fixture(scope="session")
def day() -> Callable[[str], date]:
    """Read ``Thu 2027-11-04`` and refuse a wrong weekday."""
    return read_day


NEEDS = {
    "browser": ("chromium", "apt-get install chromium", "the same runs were asked of the API"),
    "postgres": ("pg_ctlcluster", "apt-get install postgresql", "the same tests ran on SQLite"),
}
"""The program behind a marker, how to get it, and what was judged without it."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what this machine lacks, and say so; in CI that is a failure."""
    for marker, (program, how, judged) in NEEDS.items():
        if item.get_closest_marker(marker) and shutil.which(program) is None:
            leave_out(program, how, judged)


LEFT_TO_ENGINE = (
    "one procedure was started, answered and carried on in a real Prefect (test_up.py); its board, "
    "stages, forms and pages are tried there by make engine"
)
ENGINE = "tests/engine/"
WHOLE = tuple(
    f"{ENGINE}test_{name}.py" for name in ("closed", "cockpit", "every_form", "forms", "stages")
)
"""What needs all that `gehoord up` starts; the others that need Prefect share a server alone."""
REPLAYED = tuple(
    f"tests/{name}.py"
    for name in (
        "replay/test_machine",
        "replay/test_first_half",
        "replay/test_seed_replays",
        "domain/checks/test_replayed",
    )
)
"""What looks at the replays of the seeds: each is played once for all of these."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: what needs a running Prefect, then whole procedures."""
    long = {item.path for item in items if item.get_closest_marker("model")}
    items.sort(key=lambda item: (not item.nodeid.startswith(ENGINE), item.path not in long))


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what stands until the end: ten thousand tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: who waits for Prefect leaves one idle."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give the tests of a file to one process; those that share a server, or replays, too."""
    from xdist.scheduler import LoadFileScheduling

    class Together(LoadFileScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            file = str(nodeid.split("::")[0])
            if file in REPLAYED:
                return "replayed"
            if not file.startswith(ENGINE):
                return file
            return "whole" if file in WHOLE else ENGINE

    return Together(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line each what was left out and how to get it."""
    if terminalreporter.config.getoption("markexpr") == "not engine":
        terminalreporter.write_line(LEFT_TO_ENGINE, yellow=True)
    skipped = terminalreporter.stats.get("skipped", [])
    for reason in sorted({str(report.longrepr[2]) for report in skipped}):
        terminalreporter.write_line(reason.removeprefix("Skipped: "), yellow=True)


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> None:
    """Let all databases of this process share the statements that were compiled."""
    from tests.compiled_once import compile_once

    compile_once()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL of its own on a free loopback port; it stops with the session."""
    with postgres.postgres_server(safe=False) as server:
        yield f"postgresql://{server}"


@pytest.fixture(scope="session")
def emptied_databases(postgres_server: str) -> "EmptiedDatabases":
    """Databases on that server, each for one test at a time."""
    from tests.emptied import EmptiedDatabases

    return EmptiedDatabases(postgres_server)


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with its tables and nothing in them, to be copied."""
    from gehoord.store.database import connect

    file = tmp_path_factory.mktemp("leeg") / "gehoord.db"
    connect(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(
    request: pytest.FixtureRequest, tmp_path: Path, empty_sqlite: Path
) -> Iterator[str]:
    """A database with its tables and nothing in them, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'register.db')}"
        return
    with request.getfixturevalue("emptied_databases").one() as url:
        yield url


MOMENT = datetime(2027, 1, 4, 6, tzinfo=UTC)


def on_ticking_clock(database_url: str) -> "Register":
    """Return a register whose clock ticks a second each time it is asked."""
    from gehoord.store.database import connect
    from gehoord.store.register import Register

    seconds = itertools.count()
    return Register(connect(database_url), lambda: MOMENT + timedelta(seconds=next(seconds)))


@pytest.fixture
def register(database_url: str) -> Iterator["Register"]:
    """An empty register whose clock ticks a second each time it is asked."""
    found = on_ticking_clock(database_url)
    yield found
    found.engine.dispose()


@pytest.fixture(scope="session")
def small_once() -> "tuple[Proposal, Eenheid, str]":
    """A lawful procedure of three councils; its adoption is Thu 2027-11-04."""
    from gehoord.domain.eenheid.eenheid import Eenheid
    from gehoord.domain.frozen import read_toml
    from gehoord.domain.proposal.proposal import Proposal

    text = (HERE / "klein.toml").read_text()
    eenheid = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid")
    return read_toml(Proposal, text.encode(), "klein"), eenheid, text


@pytest.fixture
def small(small_once: "tuple[Proposal, Eenheid, str]") -> "tuple[Proposal, Eenheid, str]":
    """The same small procedure, for one test."""
    return small_once


@pytest.fixture(scope="session")
def moments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the register of each moment, once it has been told."""
    return tmp_path_factory.mktemp("moments")


@pytest.fixture
def told(
    tmp_path: Path,
    empty_sqlite: Path,
    small: "tuple[Proposal, Eenheid, str]",
    moments: Path,
) -> Iterator["ToldInRegister"]:
    """The lawful story of `klein` in a register on SQLite, up to a moment."""
    from tests.story_in_register import StoryInRegister

    register = on_ticking_clock(f"sqlite:///{shutil.copy(empty_sqlite, tmp_path / 'told.db')}")

    def tell(until: "Moment") -> StoryInRegister:
        story, kept = StoryInRegister(register), moments / until
        with (
            contextlib.closing(sqlite3.connect(kept)) as kept_register,
            contextlib.closing(register.engine.raw_connection()) as raw,
        ):
            here = cast(sqlite3.Connection, raw.driver_connection)
            if kept_register.execute("SELECT 1 FROM sqlite_master").fetchone():
                kept_register.backup(here)
            else:
                story.tell(small, until)
                here.backup(kept_register)
        return story

    yield tell
    register.engine.dispose()


@pytest.fixture(scope="session")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Replay"]:
    """Play a procedure of the seeds by its name; each once, for all tests that ask for it."""
    from tests.replayed import Replayed

    found: dict[str, Replayed] = {}

    def play_once(procedure: str) -> Replayed:
        if procedure not in found:
            found[procedure] = Replayed.of(procedure, tmp_path_factory.mktemp("replay"))
        return found[procedure]

    yield play_once
    for each in found.values():
        each.engine.register.engine.dispose()
