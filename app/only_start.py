# SPDX-License-Identifier: EUPL-1.2
"""One start at a time: of a home folder, and of the register that it uses."""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from gehoord.domain.errors import GehoordError

_STARTED: Final = 0x67656862
"""The lock of PostgreSQL that a started Gehoord holds."""


@contextmanager
def the_only_start(home: Path, register: sa.Engine) -> Iterator[None]:
    """Hold the home and the register as long as the block runs; a killed program lets them go.

    Raises:
        GehoordError: Gehoord runs for one of them already.
    """
    with ExitStack() as held:
        held.enter_context(_held_file(home / "gestart", f"de map {home}"))
        if register.dialect.name == "postgresql":
            held.enter_context(_held_database(register))
        elif (file := Path(register.url.database or "")).parent != home:
            held.enter_context(_held_file(Path(f"{file}-gestart"), f"het register {file}"))
        yield


@contextmanager
def _held_file(file: Path, what: str) -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _runs_already(what) from None
        yield


@contextmanager
def _held_database(register: sa.Engine) -> Iterator[None]:
    with register.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # closed at the end, and the lock with it
        if not connection.scalar(sa.select(sa.func.pg_try_advisory_lock(_STARTED))):
            raise _runs_already(f"de database {register.url.database}")
        yield


def _runs_already(what: str) -> GehoordError:
    return GehoordError(
        f"Gehoord draait al voor {what}. Ga daar verder, of stop het daar eerst met Ctrl-C."
    )
