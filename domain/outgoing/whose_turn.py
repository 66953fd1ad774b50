# SPDX-License-Identifier: EUPL-1.2
"""For whom a stage waits, in the few words that fit in the name of a state."""

from collections.abc import Iterable, Iterator, Sequence
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
    groups = [
        ([name for name in owners if owners[name] == sort], sort)
        for sort in dict.fromkeys(owners.values())
    ]
    whole = enumeration([_named(*group) for group in groups])
    largest_first = sorted(groups, key=lambda group: -len(group[0]))
    return _fitting([whole, *_shorter(largest_first)], len(owners))


def _named(names: Sequence[str], sort: tuple[str, str]) -> str:
    """Return how those of one sort are called: one by its name, more by their number."""
    return names[0] if len(names) == 1 else counted(len(names), *sort)


def _shorter(groups: Sequence[tuple[Sequence[str], tuple[str, str]]]) -> Iterator[str]:
    """Yield ever shorter ways to name these groups: of the last ones only how many they are."""
    for few in range(len(groups) - 1, 0, -1):
        rest = sum(len(names) for names, _ in groups[few:])
        named = [_named(*group) for group in groups[:few]]
        yield enumeration([*named, counted(rest, "ander", "anderen")])


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
