# SPDX-License-Identifier: EUPL-1.2
"""Opens the register."""

from collections.abc import Callable
from datetime import datetime

from gehoord.store import database
from gehoord.store.register import Register


def open_register(url: str, now: Callable[[], datetime]) -> Register:
    """Return the register at an address, its tables up to date.

    Args:
        url: the address of the database.
        now: which moment it is; asked at every change.

    Raises:
        GehoordError: the database cannot be reached, or is newer than this Gehoord.
    """
    return Register(database.connect(url), now)


def open_to_read(url: str, now: Callable[[], datetime]) -> Register:
    """Return the register at an address, for a program that must never change it.

    The database itself refuses every change.

    Raises:
        GehoordError: the database cannot be reached, or is newer than this Gehoord.
    """
    engine = database.connect(url)
    database.only_read(engine)
    return Register(engine, now)
