# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a draft that went to be read: gone with its version, and moved with its step."""

from collections.abc import Iterator

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing

Pair = tuple[Circulation, Circulation]


def circulations_follow(state: State, changes: Changes) -> Changes:
    """Return how what went to be read follows these changes.

    It is withdrawn with its version. When its step comes on another day, that is its last day too,
    unless it was given one of its own.
    """
    return Changes.replacing((*_withdrawn(state, changes), *_moved(state, changes)))


def _withdrawn(state: State, changes: Changes) -> Iterator[Pair]:
    gone = {v.id: v for v in changes.of(DraftVersion)[0] if v.withdrawn_on}
    if not gone:
        return
    for each in standing(state.circulations):
        version = gone.get(each.version)
        if version and version.withdrawn_on:
            yield each, each.withdraw(version.withdrawn_because, version.withdrawn_on)


def _moved(state: State, changes: Changes) -> Iterator[Pair]:
    for before, after in changes.replaced:
        if not isinstance(before, Action) or not isinstance(after, Action):
            continue
        if after.is_open and after.due_on and before.due_on != after.due_on:
            for each in standing(state.circulations.where(step=after.step)):
                if each.respond_by and each.respond_by == before.due_on:
                    yield each, each.model_copy(update={"respond_by": after.due_on})
