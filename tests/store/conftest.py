"""The register of version 0.1.0, before and after it is brought up to date."""

import lzma
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.store.database import connect
from gehoord.store.register import Register
from tests.store.version_0_1_0 import FIXTURE, bare, copy


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A register as 0.1.0 left it on 2 October 2023, once in each kind of database."""
    file = tmp_path / "gehoord.db"
    file.write_bytes(lzma.decompress(FIXTURE.read_bytes()))
    if request.param == "sqlite":
        return f"sqlite:///{file}"
    server = request.getfixturevalue("postgres_server").replace("postgresql", "postgresql+psycopg")
    name = f"test_{uuid.uuid4().hex}"
    with bare(f"{server}/postgres").connect() as base:
        base.execution_options(isolation_level="AUTOCOMMIT")
        base.execute(sa.text(f'CREATE DATABASE "{name}"'))
    copy(f"sqlite:///{file}", f"{server}/{name}")
    return f"{server}/{name}"


@pytest.fixture
def updated(old: str) -> Iterator[Register]:
    found = Register(connect(old), lambda: datetime(2023, 10, 3, 7, tzinfo=UTC))
    yield found
    found.engine.dispose()
