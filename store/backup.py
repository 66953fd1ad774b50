# SPDX-License-Identifier: EUPL-1.2
"""A copy of the whole register in one file of SQLite, whatever database it is kept in."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import sqlalchemy as sa
from sqlmodel import SQLModel

from gehoord.store.columns import TupleOf
from gehoord.store.database import connect
from gehoord.store.register import Register

AT_ONCE: Final = 500
"""Rows that are copied at a time."""


def back_up(register: Register, file: Path) -> None:
    """Write a copy of the register as it is at one moment; who is at work goes on meanwhile.

    Args:
        register: is read only.
        file: is written whole or not at all; its folder must exist.

    Raises:
        OSError: the file cannot be written.
        sqlalchemy.exc.DBAPIError: the register cannot be read.
    """
    with fresh(file) as copy:
        if register.engine.dialect.name == "sqlite":
            with register.engine.connect() as source, closing(sqlite3.connect(copy)) as target:
                driver = source.connection.driver_connection
                driver.backup(target)  # type: ignore[union-attr]
        else:
            engine = connect(f"sqlite:///{copy}")
            with register.snapshot() as source, engine.begin() as into:
                into.execute(sa.delete(table_named("register")))
                copy_rows(source, into)
            engine.dispose()
        _alone(copy)
        copy.replace(file)


@contextmanager
def fresh(file: Path) -> Iterator[Path]:
    """Give a name beside a file for what will take its place; nothing is left of it afterwards."""
    new = file.with_name(f".{uuid4().hex}.nieuw")
    try:
        yield new
    finally:
        for left in (new, *(new.with_name(f"{new.name}-{end}") for end in ("wal", "shm"))):
            left.unlink(missing_ok=True)


def copy_rows(source: sa.Connection, into: sa.Connection) -> None:
    """Copy every row of every table, as it is: also one that no object can be made of."""
    for name in TABLES:
        table = table_named(name)
        rows = source.execution_options(yield_per=AT_ONCE).execute(sa.select(table))
        for part in rows.mappings().partitions():
            into.execute(sa.insert(table), [dict(row) for row in part])


def table_named(name: str) -> sa.TableClause:
    """Return a table whose words and lists are taken as they are kept."""
    columns = SQLModel.metadata.tables[name].c
    return sa.table(name, *(sa.column(c.name, _plain(c.type)) for c in columns))


def _plain(kind: sa.types.TypeEngine[Any]) -> sa.types.TypeEngine[Any]:
    if isinstance(kind, sa.Enum):
        return sa.String()
    return sa.JSON() if isinstance(kind, TupleOf) else kind


TABLES: Final = tuple(table.name for table in SQLModel.metadata.sorted_tables)
"""The tables in an order in which what is referred to comes first."""


def _alone(copy: Path) -> None:
    """Let the copy be one file, on the disk: nothing waits beside it."""
    with closing(sqlite3.connect(copy)) as there:
        there.execute("PRAGMA synchronous = FULL")
        there.execute("PRAGMA journal_mode = DELETE")
        there.execute("PRAGMA user_version = 1")  # a write, which SQLite brings to the disk
