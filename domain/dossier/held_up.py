# SPDX-License-Identifier: EUPL-1.2
"""What an action waits for that is still to come: until it is there, its owner can do nothing.

A meeting, a letter or a reaction rests on a text: whoever waits for that text is not asked to act.
The day of an action stays what it is: what is late stays late, and it is said what holds it up.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical, counted, enumeration
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.choices import CandidateList, latest_list
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.proposal.step import Step, StepKind

_FEW: Final = 3
"""Names that a short sentence holds."""


def in_the_way(state: State, action: Action) -> str:
    """Return in Dutch what an open action waits for; empty when its owner can act."""
    step = state.as_opened.step(action.step)
    if not action.is_open or step.is_outside_plan:
        return ""
    if step.follows_adoption and not state.is_adopted:
        return "de vaststelling van het plan"
    if _lacks_list(state, step):
        return "de lijst waaruit wordt gekozen"
    lacking = [_called(state, each) for each in _lacking(state, step)]
    if not lacking and _is_not_asked(state, action):
        return "de verzending van het ontwerp"
    return enumeration(lacking)


def could_begin_on(state: State, action: Action) -> date | None:
    """Return when the last came of what an action waited for; nothing when it waited for nothing.

    An agreement with a newer ontwerp is owed anew, so that its own change tells when.
    """
    step = state.as_opened.step(action.step)
    days = [state.tally(each.id).last_done_on for each in _awaited(state, step)]
    if step.follows_adoption and state.adoption:
        days.append(state.adoption.taken_on)
    if _chooses_from_list(step) and (listed := latest_list(state.candidates)):
        days.append(listed.listed_on)
    return max((day for day in days if day), default=None)


def held_up_otherwise(state: State, changes: Changes) -> list[Action]:
    """Return the open actions that may wait for something else once these changes are made."""
    came = (Dossier, DraftVersion, CandidateList)
    touched = {a.kind for actions in changes.of(Action) for a in actions}
    if StepKind.VERSION in touched or any(any(changes.of(kind)) for kind in came):
        return [a for a in state.open_actions() if a.kind is not StepKind.HEARING]
    return state.open_actions(kind=StepKind.ADOPTION) if StepKind.HEARING in touched else []


def _awaited(state: State, step: Step) -> list[Step]:
    """Return the steps that bring what a step itself rests on: its texts, and who must be heard."""
    resting = set(step.after)
    return [
        each
        for each in state.as_opened.steps
        if (each.id in resting and each.kind in _brings(step)) or _is_agreed_with(each, step)
    ]


def _lacking(state: State, step: Step) -> list[Step]:
    """Return what is not there yet of what a step rests on, by way of what is open as well.

    What rests on something that is done needs nothing of before it: who chose the themes did so,
    whether or not the advice was recorded.
    """
    steps = {each.id: each for each in state.as_opened.steps}
    ahead = [each.id for each in steps.values() if _is_agreed_with(each, step)] + [*step.after]
    found: dict[str, Step] = {}
    seen: set[str] = set()
    while ahead:
        identifier = ahead.pop()
        if identifier in seen or state.is_done(identifier):
            continue
        seen.add(identifier)
        each = steps[identifier]
        if each.kind in _brings(step):
            found[identifier] = each
        else:
            ahead += each.after
    return [each for each in steps.values() if each.id in found]


def _brings(step: Step) -> tuple[StepKind, ...]:
    """Return the kinds of step that a step cannot do without; all councils are heard before it."""
    if step.kind is StepKind.ADOPTION:
        return StepKind.VERSION, StepKind.HEARING
    return (StepKind.VERSION,)


def _is_agreed_with(each: Step, step: Step) -> bool:
    """Whether it is the ontwerp with which a step agrees."""
    return step.kind is StepKind.AGREEMENT and each.is_ontwerp and each.stands


def _chooses_from_list(step: Step) -> bool:
    return bool(step.chooses) and not step.chooses_themes


def _lacks_list(state: State, step: Step) -> bool:
    return _chooses_from_list(step) and latest_list(state.candidates) is None


def _is_not_asked(state: State, action: Action) -> bool:
    """Whether it is the hearing of a council that does not have the newest ontwerp."""
    if action.kind is not StepKind.HEARING or action.municipality is None:
        return False
    ontwerp, hearing = state.ontwerp, state.hearing_of(action.municipality)
    return ontwerp is None or hearing.invited_on is None or hearing.version != ontwerp.content_id


def _called(state: State, step: Step) -> str:
    """Return how people know what lacks, and who owes it."""
    owed = state.owed(step.id)
    if step.kind is StepKind.HEARING:
        return _unheard([action.owner_name for action in owed])
    who = dict.fromkeys(action.owner_name for action in owed)
    return f"'{step.title}' ({enumeration([*who])})"


def _unheard(names: Iterable[str]) -> str:
    waiting = alphabetical(names)
    if len(waiting) > _FEW:
        return f"het antwoord van {counted(len(waiting), 'raad', 'raden')}"
    who = "de raad" if len(waiting) == 1 else "de raden"
    return f"{who} van {enumeration(waiting)}"
