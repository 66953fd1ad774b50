# SPDX-License-Identifier: EUPL-1.2
"""Keeps the calendar files of a dossier as the register has it, and builds only what changed."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from gehoord.calendar.ical.feed import LAPSED_SHOWN, feed
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.since import Place, last_place, owners_since
from gehoord.store.state import state_in
from gehoord.store.table_of import table_of
from gehoord.tasks.alone import alone
from gehoord.tasks.followed import FOREVER, MADE_BY, Followed, followed, keep_followed
from gehoord.tasks.posting import organizer_of
from gehoord.tasks.settings import settings
from gehoord.tasks.whole_file import write_whole
from gehoord.templates.calendars import calendar_of

_OF_ALL: Final = "dossier"
"""The name of the calendar in which everything stands."""


def are_calendars_behind(register: Register, dossier: str, folder: Path, on: date) -> bool:
    """Whether a calendar of a dossier may be other than it would be written on this day.

    It is not read: what somebody edited in it stays until something of its owner changes.
    """
    with register.reading() as reader:
        return bool(_Files(dossier, folder).behind(reader, on))


def write_calendars(register: Register, dossier: str, folder: Path, on: date) -> int:
    """Write every calendar of a dossier below ``folder`` that is behind the register.

    Of two that write at once the second waits, and finds nothing to do.

    Returns: how many files changed.
    """
    files = _Files(dossier, folder)
    files.place.mkdir(parents=True, exist_ok=True)
    with alone(folder / f".{dossier}.bezet"):
        with register.reading() as reader:
            # The calendar of the whole reads every action at once; the others then ask no more.
            names = sorted(files.behind(reader, on), key=lambda name: (name != _OF_ALL, name))
            if not names:
                return 0
            state = state_in(reader, dossier)
            contents = {name: _content(state, name, on) for name in names}
            place, until = last_place(reader, dossier), _until(state, on)
        changed = sum(files.write(name, content) for name, content in contents.items())
        files.keep(place, on, until)
    return changed


def calendar_now(reader: Reader, dossier: str, owner: str, folder: Path, on: date) -> bytes:
    """Return the calendar of one owner as the register has it: its file, unless that is behind.

    Nothing is written; of who owes nothing it is an empty calendar.

    Args:
        reader: a consistent view of the register.
        dossier: its name.
        owner: whose; of the adviser it is the calendar of the whole dossier.
        folder: where `write_calendars` writes.
        on: today.
    """
    files, name = _Files(dossier, folder), _OF_ALL if owner == ADVISER else owner
    if files.is_right(reader, name, on) and (written := files.read(name)):
        return written
    state = state_in(reader, dossier)
    if name != _OF_ALL and not state.actions.where(owner=owner):
        return feed(state.proposal.title, [], organizer_of(state))
    return _content(state, name, on)


@dataclass(frozen=True, slots=True)
class _Files:
    """The calendar files of one dossier below a folder."""

    dossier: str
    folder: Path

    @property
    def place(self) -> Path:
        return self.folder / self.dossier

    @property
    def _kept(self) -> Path:
        return self.folder / f".{self.dossier}.json"

    def behind(self, reader: Reader, on: date) -> set[str]:
        """Return the names of the calendars that may have changed, or are not there."""
        kept = followed(self._kept)
        if kept is None or not kept.is_right(_made_with(), on):
            return self._names(reader)
        there = self._there()
        if kept.place == last_place(reader, self.dossier) and kept.digest == _digest(there):
            return set()
        names, changed = self._names(reader), owners_since(reader, self.dossier, kept.place)
        if changed is None:
            return names
        return {*(names - there), *changed, *([_OF_ALL] if changed else [])}

    def is_right(self, reader: Reader, name: str, on: date) -> bool:
        """Whether one calendar, if it is there, is that of the register.

        What changed since it was written is of others. At no other calendar is looked.
        """
        kept = followed(self._kept)
        if kept is None or not kept.is_right(_made_with(), on):
            return False
        if kept.place == last_place(reader, self.dossier):
            return True
        changed = owners_since(reader, self.dossier, kept.place)
        return changed is not None and name not in changed and not (changed and name == _OF_ALL)

    def _names(self, reader: Reader) -> set[str]:
        return {_OF_ALL, *(owner for (owner,) in reader.rows(_OWNERS, dossier=self.dossier))}

    def keep(self, place: Place, on: date, until: date) -> None:
        """Keep up to where the calendars have come, and which there are."""
        digest = _digest(self._there())
        now = Followed(place=place, made_with=_made_with(), on=on, until=until, digest=digest)
        keep_followed(self._kept, now)

    def _there(self) -> set[str]:
        with suppress(FileNotFoundError), os.scandir(self.place) as files:
            return {f.name.removesuffix(".ics") for f in files if f.stat().st_size}
        return set()

    def read(self, name: str) -> bytes:
        """Return a calendar as it was written; nothing when it never was."""
        with suppress(FileNotFoundError):
            return (self.place / f"{name}.ics").read_bytes()
        return b""

    def write(self, name: str, content: bytes) -> bool:
        """Write a calendar, and tell whether it is another one than was there."""
        file = self.place / f"{name}.ics"
        if file.exists() and file.read_bytes() == content:
            return False
        write_whole(file, content)
        return True


def _content(state: State, name: str, on: date) -> bytes:
    owner = None if name == _OF_ALL else name
    return calendar_of(state, organizer_of(state), owner, on)


def _digest(names: set[str]) -> str:
    return hashlib.sha256(" ".join(sorted(names)).encode()).hexdigest()


_C: Final = table_of(Action).c
_OWNERS: Final = sa.select(_C.owner).distinct().where(_C.dossier == sa.bindparam("dossier"))


def _made_with() -> str:
    return f"{MADE_BY}, {settings().mail_from}"


def _until(state: State, on: date) -> date:
    """Return the first day on which something that lapsed is shown no more."""
    gone = (day + LAPSED_SHOWN + timedelta(days=1) for day in _lapsed(state))
    return min((day for day in gone if day > on), default=FOREVER)


def _lapsed(state: State) -> Iterator[date]:
    """Yield the days on which what stands in calendars lapsed."""
    yield from (a.changed_on for a in state.actions.where(state=ActionState.LAPSED))
    for hearing in state.hearings:
        yield from hearing.called_off_on
    yield from (s.withdrawn_on or s.changed_on for s in state.sessions if not s.goes_on)
