# SPDX-License-Identifier: EUPL-1.2
"""Which steps a move leaves behind: with a day of their own, before what they rest on."""

from collections.abc import Iterator

from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep


def left_behind(state: State, before: Plan, after: Plan) -> tuple[str, ...]:
    """Return in Dutch which steps come to lie before what they rest on, a sentence each.

    A step with a day of its own does not move along. What was done or lapsed is let be, and so is
    what lay before it already.

    Args:
        state: the dossier.
        before: the plan as it stands.
        after: the plan with the move in it.
    """
    return tuple(
        f"'{planned.step.title}' houdt zijn eigen dag, {planned.due_in_words}, maar rust op "
        f"'{earlier.step.title}' van {earlier.due_in_words}."
        for planned in after.steps
        if planned.has_day and planned.step.stands and not state.is_finished(planned.id)
        for earlier in _rests_on(after, planned)
        if _is_later(earlier, planned) and not _is_later(before[earlier.id], before[planned.id])
    )


def _rests_on(plan: Plan, planned: PlannedStep) -> Iterator[PlannedStep]:
    """Yield the steps with a day on which a step rests, also by way of steps without one."""
    seen: set[str] = set()
    ahead = list(planned.step.after)
    while ahead:
        earlier = plan[ahead.pop(0)]
        if earlier.id in seen or not earlier.step.stands:
            continue
        seen.add(earlier.id)
        if earlier.has_day:
            yield earlier
        else:
            ahead += earlier.step.after


def _is_later(one: PlannedStep, other: PlannedStep) -> bool:
    return one.has_day and other.has_day and one.due_on > other.due_on
