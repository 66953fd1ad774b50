"""The meetings of bodies in a dossier: which steps are taken in one meeting, when and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from gehoord.calendar.written import Precision
from gehoord.domain.action import Action
from gehoord.domain.eenheid import Party
from gehoord.domain.facts import Facts
from gehoord.domain.plan import Plan, PlannedStep
from gehoord.domain.sitting import Sitting
from gehoord.domain.step import StepKind


@dataclass(frozen=True, slots=True)
class BodyMeeting:
    """A meeting of which day and hour are known.

    ``action`` is the step for which the body meets; ``agenda`` holds the titles of what else it
    does in that meeting.
    """

    action: Action
    party: Party
    sitting: Sitting
    agenda: tuple[str, ...]


def meetings(facts: Facts) -> Iterator[BodyMeeting]:
    """Yield every meeting of a body on one known day, at a known hour, lapsed ones included.

    What is decided in a meeting that is a step of its own has no other meeting.
    """
    for action in facts.actions:
        party = facts.eenheid.party(action.owner)
        step = facts.proposal.step(action.step)
        sitting = step.sitting or (party.sitting if party else None)
        if party is None or sitting is None or not action.kind.is_held:
            continue
        if action.start_on != action.due_on or action.precision not in _ONE_DAY:
            continue
        together = [facts.plan[i].step for i in same_meeting(facts.plan, step.id)]
        if step.kind is StepKind.MEETING or all(s.kind is not StepKind.MEETING for s in together):
            yield BodyMeeting(action, party, sitting, tuple(s.title for s in together))


_ONE_DAY = (Precision.DAY, Precision.RELATIVE)


def same_meeting(plan: Plan, step: str) -> list[str]:
    """Return what else happens in the meeting of a step: a body meets and decides at once.

    Those are the steps of the same body on the same day that rest on it or on which it rests.
    """
    held = plan[step]
    return [other.id for other in plan.steps if other.id != step and _are_together(held, other)]


def _are_together(one: PlannedStep, other: PlannedStep) -> bool:
    return (
        one.step.kind.is_held
        and other.step.kind.is_held
        and (one.step.owner, one.span) == (other.step.owner, other.span)
        and (one.id in other.step.after or other.id in one.step.after)
    )
