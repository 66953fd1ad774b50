# SPDX-License-Identifier: EUPL-1.2
"""What a reader had of the plan before a version: the last one, and what changed since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gehoord.domain.dossier.circulation import SentTo
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded


@dataclass(frozen=True, slots=True)
class ReadBefore:
    """What one reader had before he gets a version.

    Attributes:
        last: the newest other version that he was sent, or that he answered.
        changed: what is other since that one, in the words of who made each version; for who had
            none, what is other than in the version before this one.
        taken_back: the newest version that he was sent since, and that was taken back.
    """

    last: DraftVersion | None
    changed: tuple[str, ...]
    taken_back: DraftVersion | None


def read_before(state: State, version: DraftVersion, reader: SentTo) -> ReadBefore:
    """Return what one reader had before he gets a version."""
    his = _versions_of(state, reader)
    had = [v for v in state.versions if v.id in his and _is_earlier(v, version)]
    last = _newest(v for v in had if v.counts)
    gone = (v for v in had if not v.counts and (last is None or v.number > last.number))
    return ReadBefore(last, _changed(state, version, last), _newest(gone))


def _is_earlier(one: DraftVersion, version: DraftVersion) -> bool:
    """Whether it is a content of the plan from before this version, and another one."""
    return one.is_of_plan and one.number < version.number and one.id != version.content_id


def _newest(versions: Iterable[DraftVersion]) -> DraftVersion | None:
    return max(versions, key=lambda each: each.number, default=None)


def _versions_of(state: State, reader: SentTo) -> set[str]:
    """Return the ids of the contents that a reader was sent by Gehoord or answered."""
    his = {*_sent(state, reader), *_answered(state, reader)}
    return {v.content_id for v in state.versions if v.id in his}


def _sent(state: State, reader: SentTo) -> Iterator[str]:
    """Yield the ids of what he was sent; that is taken back with a version, and stays so here."""
    taken_back = {v.id for v in state.versions if not v.counts}
    for each in state.circulations:
        if each.counts or each.version in taken_back:
            yield from (each.version for one in each.sent_to if one.recipient == reader.recipient)


def _answered(state: State, reader: SentTo) -> Iterator[str]:
    name = folded(reader.name)
    for each in standing(state.responses):
        if each.version and folded(each.sender) == name:
            yield each.version


def _changed(state: State, version: DraftVersion, last: DraftVersion | None) -> tuple[str, ...]:
    """Return what changed in each version after the last that he had, the oldest first."""
    if last is None:
        return (version.changed,) if version.changed else ()
    since = [
        v
        for v in sorted(standing(state.versions), key=lambda each: each.number)
        if v.is_of_plan and last.number < v.number <= version.number
    ]
    return tuple(v.changed for v in since if v.changed)
