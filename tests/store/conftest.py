# SPDX-License-Identifier: EUPL-1.2
"""The register of version 0.1.0, before and after it is brought up to date.

Either is made once in each kind of database; every test has a copy of its own.
"""

import lzma
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.store.database import connect, sqlite_file
from gehoord.store.register import Register
from tests.store.version_0_1_0 import FIXTURE, bare, copy


@pytest.fixture(
    scope="session", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def old_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register as 0.1.0 left it on 2 October 2023, to be copied."""
    file = tmp_path_factory.mktemp("oud") / "gehoord.db"
    file.write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    if request.param == "sqlite":
        return f"sqlite:///{file}"
    server = request.getfixturevalue("postgres_server").replace("postgresql", "postgresql+psycopg")
    name = f"oud_{uuid.uuid4().hex}"
    _tell(server, f'CREATE DATABASE "{name}"')
    copy(f"sqlite:///{file}", f"{server}/{name}")
    return f"{server}/{name}"


@pytest.fixture(scope="session")
def updated_once(old_once: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same register, brought up to date, to be copied."""
    with _copied(old_once, tmp_path_factory.mktemp("bijgewerkt")) as found:
        connect(found).dispose()
        yield found


@pytest.fixture
def old(old_once: str, tmp_path: Path) -> Iterator[str]:
    with _copied(old_once, tmp_path) as found:
        yield found


@pytest.fixture
def updated(updated_once: str, tmp_path: Path) -> Iterator[Register]:
    with _copied(updated_once, tmp_path) as url:
        found = Register(connect(url), lambda: datetime(2023, 10, 3, 7, tzinfo=UTC))
        yield found
        found.engine.dispose()


@contextmanager
def _copied(url: str, folder: Path) -> Iterator[str]:
    """Give the address of a copy: a file in the folder, or a database that is gone afterwards."""
    if file := sqlite_file(url):
        yield f"sqlite:///{shutil.copy(file, folder / 'gehoord.db')}"
        return
    server, _, name = url.rpartition("/")
    copied = f"kopie_{uuid.uuid4().hex}"
    _tell(server, f'CREATE DATABASE "{copied}" TEMPLATE "{name}"')
    yield f"{server}/{copied}"
    _tell(server, f'DROP DATABASE "{copied}" WITH (FORCE)')


def _tell(server: str, statement: str) -> None:
    """Tell the server of PostgreSQL something that no transaction can hold."""
    with bare(f"{server}/postgres").connect() as base:
        base.execution_options(isolation_level="AUTOCOMMIT")
        base.execute(sa.text(statement))
