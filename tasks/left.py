# SPDX-License-Identifier: EUPL-1.2
"""Keeps beside the mail up to where the journal had come when mail last left.

Who puts an older copy of the register back has a journal without that entry: what it would send
may have left before, so that it waits until a person has looked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.leaving import Waiting, of_older_copy
from gehoord.store.register import Register
from gehoord.store.since import Place, has_place, last_place
from gehoord.tasks.whole_file import write_whole


class _Left(Frozen):
    place: Place


def may_leave(
    register: Register, home: Path, leaving: Sequence[Waiting]
) -> tuple[list[str], list[str]]:
    """Return the ids of what may leave, and in Dutch why that of an older copy waits.

    It is kept that the former leave from their journals as these now are.
    """
    number = Counter(w.dossier for w in leaving)
    lacks = older(register, home, number)
    keep(register, home, [name for name in number if name not in lacks])
    said = [of_older_copy(n, place.number, number[n]) for n, place in sorted(lacks.items())]
    return [w.id for w in leaving if w.dossier not in lacks], said


def older(register: Register, home: Path, dossiers: Iterable[str]) -> dict[str, Place]:
    """Return of each dossier that is an older copy the entry that it lacks."""
    known = {name: place for name in dossiers if (place := _kept(_file(register, home, name)))}
    if not known:
        return {}
    with register.reading() as reader:
        return {name: at for name, at in known.items() if not has_place(reader, name, at)}


def keep(register: Register, home: Path, dossiers: Iterable[str]) -> None:
    """Keep that mail leaves from each dossier as its journal now is; before it leaves."""
    with register.reading() as reader:
        places = {name: last_place(reader, name) for name in dossiers}
    for name, place in places.items():
        _keep(_file(register, home, name), place)


def hold(register: Register, home: Path, dossier: str, lacks: Place) -> None:
    """Let the mail of a dossier wait until a person has looked: its journal lacks an entry."""
    _keep(_file(register, home, dossier), lacks)


@contextmanager
def held(register: Register, home: Path, dossiers: Iterable[str]) -> Iterator[None]:
    """Let the mail of dossiers wait until a person has looked; as before when the block fails."""
    files = [_file(register, home, name) for name in dossiers]
    before = {file: _kept(file) for file in files}
    for file in files:
        _keep(file, PUT_BACK)
    try:
        yield
    except BaseException:
        for file, place in before.items():
            file.unlink() if place is None else _keep(file, place)
        raise


PUT_BACK: Final = Place(0, "teruggezet")
"""A place that is in no journal."""


def _file(register: Register, home: Path, dossier: str) -> Path:
    return home / "verzonden-tot" / register.identity / f"{dossier}.json"


def _kept(file: Path) -> Place | None:
    try:
        return _Left.model_validate_json(file.read_bytes()).place
    except (FileNotFoundError, ValidationError):
        return None


def _keep(file: Path, place: Place) -> None:
    if _kept(file) != place:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _Left(place=place).model_dump_json().encode())
