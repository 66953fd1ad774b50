# SPDX-License-Identifier: EUPL-1.2
"""Puts a copy of the register back: whole, or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError
from gehoord.store.backup import TABLES, copy_rows, fresh
from gehoord.store.database import connect, sqlite_file
from gehoord.store.register import Register
from gehoord.store.since import Place, has_place, last_place

_MAGIC: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Lost:
    """What the register in place holds that the copy does not.

    Attributes:
        is_readable: whether that could be told at all.
        is_other: whether another register is in place.
        dossiers: by name the last entry of those with entries that the copy lacks.
    """

    is_readable: bool
    is_other: bool
    dossiers: dict[str, Place]

    def __bool__(self) -> bool:
        return bool(self.dossiers) or not self.is_readable


@contextmanager
def opened_copy(file: Path, now: datetime) -> Iterator[Register]:
    """Open a copy of a register, brought up to date; the file itself stays as it is.

    Raises:
        GehoordError: it is no copy of a register, is damaged, or comes from a newer Gehoord.
        OSError: it cannot be read.
    """
    with TemporaryDirectory(prefix="gehoord-") as folder:
        copy = Path(folder) / "gehoord.db"
        shutil.copyfile(file, copy)
        _refuse_other(file, copy)
        register = Register(connect(f"sqlite:///{copy}"), lambda: now)
        try:
            yield register
        finally:
            register.engine.dispose()


def _refuse_other(file: Path, copy: Path) -> None:
    with copy.open("rb") as opened:
        is_database = opened.read(len(_MAGIC)) == _MAGIC
    if is_database:
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(copy)) as there:
            [(names,)] = there.execute(_TABLES_THERE).fetchall()
            [(found,)] = there.execute("PRAGMA quick_check(1)").fetchall()
            if names and found == "ok":
                return
            if names:
                raise GehoordError(f"De kopie {file} is beschadigd. Neem een andere.")
    raise GehoordError(f"{file} is geen kopie van een register. Maak er een met 'gehoord backup'.")


_TABLES_THERE: Final = (
    "SELECT count(*) = 3 FROM sqlite_master "
    "WHERE type = 'table' AND name IN ('alembic_version', 'dossier', 'journal')"
)


def lost_by(copy: Register, url: str) -> Lost:
    """Return what would be lost if the copy took the place of the register at an address."""
    file = sqlite_file(url)
    if file and not (file.exists() and file.stat().st_size):
        return Lost(is_readable=True, is_other=False, dossiers={})
    try:
        there = Register(connect(url), copy.now)
        with there.reading() as reader, copy.reading() as kept:
            names = reader.names()
            last = {name: last_place(reader, name) for name in names}
            later = {n: p for n, p in last.items() if not has_place(kept, n, p)}
        is_other = bool(names) and there.identity != copy.identity
        there.engine.dispose()
    except (GehoordError, sa.exc.SQLAlchemyError):
        if not file:
            raise
        return Lost(is_readable=False, is_other=False, dossiers={})
    return Lost(is_readable=True, is_other=is_other, dossiers=later)


def put_back(copy: Register, url: str, *, is_readable: bool, at: datetime) -> None:
    """Put a copy in the place of a register: all of it at one moment, or nothing.

    A file that cannot be read is kept beside it, under a name that says so.

    Raises:
        OSError, sqlalchemy.exc.SQLAlchemyError: it cannot be written; nothing is changed.
    """
    if not (file := sqlite_file(url)):
        _into_server(copy, url)
    elif is_readable and file.exists() and file.stat().st_size:
        _into_file(copy, file)
    else:
        _as_file(copy, file, at)


def _into_server(copy: Register, url: str) -> None:
    engine = connect(url)
    with copy.snapshot() as source, engine.begin() as into:
        into.execute(sa.text(f"TRUNCATE {', '.join(TABLES)}"))
        copy_rows(source, into)
    engine.dispose()


def _into_file(copy: Register, file: Path) -> None:
    """Write into the file in one transaction, so that who has it open sees the copy too."""
    with copy.engine.connect() as source, closing(sqlite3.connect(file, timeout=30)) as target:
        source.connection.driver_connection.backup(target)  # type: ignore[union-attr]


def _as_file(copy: Register, file: Path, at: datetime) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with fresh(file) as new:
        with copy.engine.connect() as source, closing(sqlite3.connect(new)) as target:
            source.connection.driver_connection.backup(target)  # type: ignore[union-attr]
        with new.open("rb+") as written:
            os.fsync(written.fileno())
        for end in ("", "-wal", "-shm"):
            there = file.with_name(file.name + end)
            if there.exists():
                there.rename(there.with_name(f"{file.name}.onleesbaar-{at:%Y%m%d-%H%M%S}{end}"))
        new.replace(file)
