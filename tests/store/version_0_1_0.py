# SPDX-License-Identifier: EUPL-1.2
"""A register that version 0.1.0 left behind, as the tests of the migration look at it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from gehoord.store import migrations
from gehoord.store.register import Register
from gehoord.store.verify import Verification, verify

NAME = "imv-2024-2027"
LAST_HASH = "b43677738f472e82677d77641f1e5618696d483bc4a5df1917d6e992f5d33b04"
FIXTURE = Path(__file__).parent / "fixtures" / "v0_1_0.db.xz"
TODAY = date(2023, 10, 3)


def bare(url: str) -> sa.Engine:
    """Return the database as it is: no migration, and no connection that stays open."""
    return sa.create_engine(url, poolclass=sa.NullPool)


def copy(source: str, target: str) -> None:
    """Make the tables of 0.1.0 and fill them with the rows of another register."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    known = sa.MetaData()
    with bare(source).connect() as old, bare(target).begin() as new:
        config.attributes["connection"] = new
        command.upgrade(config, "0001")
        known.reflect(new)
        for table in known.sorted_tables:
            names = [column.name for column in table.c]
            there = sa.table(table.name, *(sa.column(c.name, c.type) for c in table.c))
            rows = [dict(zip(names, r, strict=True)) for r in old.execute(sa.select(there))]
            if rows and table.name != "alembic_version":
                new.execute(sa.insert(table), [_with_zone(row) for row in rows])


def _with_zone(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def proof(register: Register, known_hash: str | None = None) -> Verification:
    with register.reading() as reader:
        return verify(reader, NAME, known_hash)


def asked(url: str, question: str) -> list[tuple[Any, ...]]:
    with bare(url).connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(question))]
