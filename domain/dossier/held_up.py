# SPDX-License-Identifier: EUPL-1.2
"""What an action waits for that is still to come: until it is there, its owner can do nothing.

A meeting, a letter or a reaction rests on a text: whoever waits for that text is not asked to act.
The day of an action stays what it is: what is late stays late, and it is said what holds it up.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from gehoord.calendar.dutch import alphabetical, counted, enumeration
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.choices import CandidateList, latest_list
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.proposal.step import Step, StepKind

_BRINGING: Final = (StepKind.VERSION, StepKind.HEARING)
"""The kinds of step that bring what others rest on: a text, or what the councils say of it."""

_CAME: Final = (Dossier, DraftVersion, CandidateList)
"""What may come that something waited for, beside what is done."""

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


def is_held_up(state: State, action: Action) -> bool:
    """Whether an open action waits for anything: it is asked of hundreds, who need no words."""
    step = state.as_opened.step(action.step)
    if not action.is_open or step.is_outside_plan:
        return False
    if (step.follows_adoption and not state.is_adopted) or _lacks_list(state, step):
        return True
    return bool(_lacking(state, step)) or _is_not_asked(state, action)


def could_begin_on(state: State, action: Action) -> date | None:
    """Return when the last came of what an action waited for; nothing when it waited for nothing.

    An agreement with a newer ontwerp is owed anew, so that its own change tells when.
    """
    step = state.as_opened.step(action.step)
    days = [_came_on(state, step, each) for each in _awaited(state, step)]
    if step.follows_adoption and state.adoption:
        days.append(state.adoption.taken_on)
    if _chooses_from_list(step) and (listed := latest_list(state.candidates)):
        days.append(listed.listed_on)
    return max((day for day in days if day), default=None)


def hears_ahead(state: State, action: Action) -> bool:
    """Whether the owner of an action hears of its day beforehand, also while it waits.

    Whoever meets puts it on an agenda; and who owes himself what lacks waits for nobody.
    """
    step = state.as_opened.step(action.step)
    if step.is_outside_plan or (step.follows_adoption and not state.is_adopted):
        return False
    return step.kind.is_held or _owes_himself(state, step, action.owner)


def _owes_himself(state: State, step: Step, owner: str) -> bool:
    """Whether one owner owes all that a step lacks."""
    lacking = _lacking(state, step)
    if any(each.kind is StepKind.HEARING for each in lacking):
        return False
    return {owed.owner for each in lacking for owed in state.owed(each.id)} == {owner}


def held_up_otherwise(state: State, changes: Changes) -> list[Action]:
    """Return the open actions that may wait for something else once these changes are made.

    What is taken back of a version may bring back the ontwerp that the councils have.
    """
    kinds = {action.kind for actions in changes.of(Action) for action in actions}
    if StepKind.VERSION in kinds or any(changes.of(kind) != ([], []) for kind in _CAME):
        return _all_open(state, councils=bool(changes.of(DraftVersion)[0]))
    turned = _closed_or_owed_again(state, changes)
    if StepKind.HEARING in kinds:
        turned |= _hearing(state)
    return _owed_in(state, _resting_on(state, turned))


def _owed_in(state: State, steps: Iterable[str]) -> list[Action]:
    """Return what is open of these steps; councils hear what is asked by the ontwerp alone."""
    each = map(state.as_opened.step, steps)
    of = [s.id for s in each if s.kind is not StepKind.HEARING and not s.treats_in_council]
    return [*chain.from_iterable(state.open_actions(step=step) for step in of)]


def _all_open(state: State, *, councils: bool) -> list[Action]:
    """Return what is open, with the hearing of the councils or without it."""
    return [a for a in state.open_actions() if councils or a.kind is not StepKind.HEARING]


def _hearing(state: State) -> set[str]:
    return {step.id for step in state.as_opened.steps if step.kind is StepKind.HEARING}


def _closed_or_owed_again(state: State, changes: Changes) -> set[str]:
    """Return the steps of which the last action was closed, or one is owed again.

    Only of those on which others rest, and not of the hearing: that counts hundreds of actions.
    """
    asked = {s for step in state.as_opened.steps for s in step.after} - _hearing(state)
    turned = {action.step: action for action in _turned(changes)}
    return {step for step in asked & {*turned} if turned[step].is_open or state.is_done(step)}


def _turned(changes: Changes) -> Iterator[Action]:
    """Yield the actions that were open and are not, or the reverse."""
    for before, after in changes.replaced:
        if not isinstance(before, Action) or not isinstance(after, Action):
            continue
        if before.is_open != after.is_open:
            yield after


def _resting_on(state: State, steps: set[str]) -> list[str]:
    """Return the steps that rest on these, also by way of others."""
    found: list[str] = []
    ahead = steps
    while ahead:
        ahead = {s.id for s in state.as_opened.steps if ahead.intersection(s.after)} - {*found}
        found += sorted(ahead)
    return found


def _awaited(state: State, step: Step) -> list[Step]:
    """Return the steps that bring what a step itself rests on: its texts, and who must be heard."""
    resting = set(step.after)
    return [
        each
        for each in state.as_opened.steps
        if (each.id in resting and each.kind in _BRINGING) or _is_agreed_with(each, step)
    ]


def _came_on(state: State, step: Step, each: Step) -> date | None:
    """Return since when a step has what it needs of another: of answers the first will do."""
    tally = state.tally(each.id)
    is_first = each.kind is StepKind.HEARING and step.kind is not StepKind.ADOPTION
    return tally.first_done_on if is_first else tally.last_done_on


def _lacking(state: State, step: Step) -> list[Step]:
    """Return what is not there yet of what a step rests on, by way of what is open as well.

    What rests on something that is done needs nothing of before it: who chose the themes did so,
    whether or not the advice was recorded.
    """
    steps, found = state.as_opened.steps, set[str]()
    ahead = {each.id for each in steps if _is_agreed_with(each, step)} | {*step.after}
    while ahead := {each for each in ahead - found if not state.is_done(each)}:
        found |= ahead
        ahead = _behind(steps, ahead)
    return [each for each in steps if each.id in found and _lacks(state, step, each)]


def _behind(steps: Iterable[Step], of: set[str]) -> set[str]:
    """Return what these steps rest on; what is behind a text or an answer is in that itself."""
    passing = (each for each in steps if each.id in of and each.kind not in _BRINGING)
    return {before for each in passing for before in each.after}


def _lacks(state: State, step: Step, each: Step) -> bool:
    """Whether a step cannot be done as long as another is open.

    Every council is heard before the adoption; what else rests on the hearing can begin with the
    first answer.
    """
    if each.kind is StepKind.HEARING and step.kind is not StepKind.ADOPTION:
        return not state.tally(each.id).done
    return each.kind in _BRINGING


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
