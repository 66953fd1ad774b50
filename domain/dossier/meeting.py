# SPDX-License-Identifier: EUPL-1.2
"""The meetings of bodies in a dossier: which steps are taken in one meeting, when and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Party
from gehoord.domain.eenheid.sitting import Sitting
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import INFO_SESSION, StepKind


@dataclass(frozen=True, slots=True)
class BodyMeeting:
    """A meeting of which day and hour are known.

    ``on`` is its day, ``action`` the step for which the body meets; ``agenda`` holds the titles of
    what else it does in that meeting.
    """

    on: date
    action: Action
    party: Party
    sitting: Sitting
    agenda: tuple[str, ...] = ()

    @property
    def is_to_be_told(self) -> bool:
        """Whether it is still to be held, and its body has an address at which it can hear so."""
        return bool(self.party.address) and self.action.state is ActionState.OPEN


def meetings(state: State) -> Iterator[BodyMeeting]:
    """Yield every meeting that was not called off: all a body does at one hour of one day is one.

    Its action is the step that is the meeting itself, or else the first that happens in it.
    """
    together: dict[tuple[str, date, Sitting], list[BodyMeeting]] = {}
    for action in _held_by_bodies(state):
        held = held_in(state, action)
        if held and not is_called_off(action):
            key = (held.party.id, held.on, held.sitting)
            together.setdefault(key, []).append(held)
    for found in together.values():
        first, *rest = sorted(found, key=lambda m: m.action.kind is not StepKind.MEETING)
        agenda = tuple(other.action.title for other in rest)
        yield BodyMeeting(first.on, first.action, first.party, first.sitting, agenda)


def _held_by_bodies(state: State) -> list[Action]:
    """Return what bodies do in a meeting, in the order of the plan."""
    steps = [
        step
        for step in state.as_opened.steps
        if step.kind.is_held and state.eenheid.party(step.owner)
    ]
    actions = [a for step in steps for a in state.actions.where(step=step.id, owner=step.owner)]
    if not actions:
        return []
    place = {planned.id: number for number, planned in enumerate(state.plan.steps)}
    return sorted(actions, key=lambda a: place[a.step])


def is_called_off(action: Action) -> bool:
    """Whether nothing happens on the day of an action: it lapsed, or was done before that day."""
    days = (action.done_on, action.due_on)
    early = days[0] is not None and days[1] is not None and days[0] < days[1]
    return action.state is ActionState.LAPSED or (action.state is ActionState.DONE and early)


def held_in(state: State, action: Action) -> BodyMeeting | None:
    """Return the meeting of one action by itself, if it has one of which day and hour are known."""
    party = state.eenheid.party(action.owner)
    if party is None or action.due_on is None or not action.kind.is_held:
        return None
    step = state.proposal.step(action.step)
    if step.reported_as == INFO_SESSION:  # each session has a day, an hour and guests of its own
        return None
    sitting = step.sitting or party.sitting
    is_one_day = action.start_on == action.due_on and action.precision in _ONE_DAY
    return BodyMeeting(action.due_on, action, party, sitting) if sitting and is_one_day else None


_ONE_DAY = (Precision.DAY, Precision.RELATIVE)


def same_meeting(plan: Plan, step: str) -> list[str]:
    """Return what moves with a step because it happens in the same meeting.

    Those are the steps of the same body on the same day that rest on it or on which it rests.
    """
    held = plan[step]
    return [other.id for other in plan.steps if other.id != step and _are_together(held, other)]


def _are_together(one: PlannedStep, other: PlannedStep) -> bool:
    return (
        one.step.kind.is_held
        and other.step.kind.is_held
        and one.has_day
        and other.has_day
        and (one.step.owner, one.span) == (other.step.owner, other.span)
        and (one.id in other.step.after or other.id in one.step.after)
    )
