# SPDX-License-Identifier: EUPL-1.2
"""A register that can only be read: on a medium or in a folder in which nobody may write."""

import atexit
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import sqlalchemy as sa


def is_read_only(file: Path) -> bool:
    """Whether a database is there, but SQLite can neither change it nor write beside it."""
    return file.exists() and not all(os.access(p, os.W_OK) for p in (file, file.parent))


def has_unmerged(file: Path) -> bool:
    """Whether changes wait beside a database, which only who writes there can bring into it."""
    wal = _beside(file, "wal")
    return wal.exists() and wal.stat().st_size > 0


def immutable(file: Path) -> sa.Engine:
    """Open a database that nobody changes, without a lock and without a file beside it."""
    address = f"file:{quote(str(file))}?mode=ro&immutable=1"
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        poolclass=sa.QueuePool,
    )

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def copied(file: Path) -> Path:
    """Return a copy that can be written, what waits beside the database included.

    It is gone when the program ends.
    """
    folder = TemporaryDirectory(prefix="gehoord-")
    atexit.register(folder.cleanup)
    copy = Path(folder.name) / file.name
    if _beside(file, "shm").exists():  # somebody else may be writing at this moment
        source = sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)
        with closing(source), closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        return copy
    shutil.copyfile(file, copy)
    if has_unmerged(file):
        shutil.copyfile(_beside(file, "wal"), _beside(copy, "wal"))
    return copy


def _beside(file: Path, what: str) -> Path:
    return file.with_name(f"{file.name}-{what}")
