# SPDX-License-Identifier: EUPL-1.2
"""The command line in a folder of its own, with a small procedure and nothing else."""

import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.app.cli import main
from gehoord.flows import clock
from gehoord.store import database
from gehoord.tasks.settings import settings
from tests.conftest import HERE, read_day


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Gehoord = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which commands run; no Prefect answers there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = str(probe.getsockname()[1])
    for name in ("GEHOORD_DATABASE_URL", "GEHOORD_MAIL_MODE", "PREFECT_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GEHOORD_HOME", "var")
    monkeypatch.setenv("GEHOORD_PORT", free_port)
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "klein.toml", tmp_path / "klein.toml")
    shutil.copy(HERE / "klein-eenheid.toml", tmp_path / "eenheid.toml")
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.fixture
def gehoord(
    folder: Path,
    empty_sqlite: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Gehoord:
    """Run one command in this process, as the console script does.

    A new register gets its tables by being copied: that every way of making them comes to the same
    is what the tests of the store prove.
    """
    engines: list[sa.Engine] = []
    connect = database.connect

    def remembered(url: str) -> sa.Engine:
        new = folder / "var" / "gehoord.db"
        if url == f"sqlite:///{new}" and not new.parent.exists():
            new.parent.mkdir()
            shutil.copy(empty_sqlite, new)
        engines.append(connect(url))
        return engines[-1]

    monkeypatch.setattr(database, "connect", remembered)

    def run(*arguments: str | Path) -> Ran:
        settings.cache_clear()
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        while engines:
            engines.pop().dispose()
        said = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else 0, said.out, said.err)

    return run


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let the command line believe that it is another day."""

    def choose(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    return choose


MONDAY = read_day("Mon 2027-01-04")


@pytest.fixture(scope="session")
def opened_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the register is kept once the dossier `klein` was opened; that takes long."""
    return tmp_path_factory.mktemp("opened") / "gehoord.db"


@pytest.fixture
def opened(
    gehoord: Gehoord, folder: Path, on_day: Callable[[date], None], opened_register: Path
) -> Gehoord:
    """The dossier `klein` is open; it is Monday 4 January 2027."""
    on_day(MONDAY)
    here = folder / "var" / "gehoord.db"
    if opened_register.exists():
        here.parent.mkdir()
        shutil.copy(opened_register, here)
    else:
        assert gehoord("open", "klein.toml").code == 0
        shutil.copy(here, opened_register)
    return gehoord


def files(folder: Path) -> dict[str, Any]:
    """Return every file below a folder with its content."""
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
