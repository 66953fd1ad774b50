# SPDX-License-Identifier: EUPL-1.2
"""For whom a stage waits, in the few words that fit in the name of a state."""

from collections.abc import Iterable, Sequence
from typing import Final

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    COUNCILS,
    GRIFFIES,
    OFFICES,
    SAFETY_OFFICIALS,
)
from gehoord.domain.proposal.step import StepKind

_LONGEST: Final = 60
"""Signs that a list of runs in Prefect shows of the name of a state."""

_FEW: Final = 2
"""So many are called by their own name."""

_OF_MUNICIPALITIES: Final = {
    COUNCILS: ("raad", "raden"),
    GRIFFIES: ("griffie", "griffies"),
    BURGEMEESTERS: ("burgemeester", "burgemeesters"),
    SAFETY_OFFICIALS: ("ambtenaar OOV", "ambtenaren OOV"),
}


def whose_turn(state: State, actions: Sequence[Action]) -> str:
    """Return for whom these actions wait: one or two by name, more of one sort by their number.

    Args:
        state: the dossier.
        actions: what is owed, the first to be done on top; there is one at least. Whoever waits for
            others himself is not named, as long as somebody can act.
    """
    owners = {_called(state, each): _sort(state, each) for each in can_be_done(state, actions)}
    if len(owners) <= _FEW:
        return _fitting([enumeration([*owners])], len(owners))
    sorts = dict.fromkeys(owners.values())
    groups = [[name for name in owners if owners[name] == sort] for sort in sorts]
    named = [
        group[0] if len(group) == 1 else counted(len(group), *sort)
        for sort, group in zip(sorts, groups, strict=True)
    ]
    shorter = [
        enumeration([*named[:few], counted(sum(map(len, groups[few:])), "ander", "anderen")])
        for few in range(len(named) - 1, 0, -1)
    ]
    return _fitting([enumeration(named), *shorter], len(owners))


def can_be_done(state: State, actions: Sequence[Action]) -> Sequence[Action]:
    """Return of these actions those that wait for nobody else; all of them when each does."""
    return [action for action in actions if not in_the_way(state, action)] or actions


def _fitting(ways: Iterable[str], owners: int) -> str:
    """Return the first way to say it that is short enough, or else only how many they are."""
    fitting = (said for said in ways if len(said) <= _LONGEST)
    return next(fitting, counted(owners, "actiehouder", "actiehouders"))


def _sort(state: State, action: Action) -> tuple[str, str]:
    """Return how one and more of its sort are called; an office or a body is alone in its own."""
    if action.municipality is None:
        return action.owner, ""
    return _OF_MUNICIPALITIES[_party(state, action)]


def _party(state: State, action: Action) -> str:
    """Return which party in its municipality it is: at a hearing the council is waited for."""
    return COUNCILS if action.kind is StepKind.HEARING else state.as_opened.step(action.step).owner


def _called(state: State, action: Action) -> str:
    """Return how a sentence names who owes an action."""
    found = state.municipalities.where(code=action.municipality) if action.municipality else []
    if found:
        return f"de {_OF_MUNICIPALITIES[_party(state, action)][0]} van {found[0].name}"
    if party := state.eenheid.party(action.owner):
        return party.called
    return f"de {OFFICES[action.owner].split()[0]}"
