# SPDX-License-Identifier: EUPL-1.2
"""What the law asks once something happened: steps that come to a dossier after its proposal."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from gehoord.domain.acts.replan import on_plan_again, replanned, shifts
from gehoord.domain.dossier.action import ActionState, actions_of
from gehoord.domain.dossier.added_steps import Written, read_steps, with_steps
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import plan_lines
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.plan import Plan

TO_BRING_INTO_LINE: Final = timedelta(weeks=4)
"""A proposal: no statute sets a term within which a text is brought into line with a decision."""

AFTER_APPEAL: Final = "aanpassen-beroep-"
AFTER_INSTRUCTION: Final = "aanpassen-aanwijzing-"
"""How the steps begin in which the plan is brought into line with what the minister decided."""


def coming(state: State, steps: Iterable[Written], on: date) -> Changes:
    """Return the changes by which steps come to a dossier, each with its line and its actions.

    One that is there by that name already is left as it is: the proposal may have it itself. One
    that came before and lapsed, since what asked for it was taken back, is owed again.

    Args:
        state: the dossier before.
        steps: as a proposal writes them.
        on: the day on which they come.
    """
    known = {step.id for step in state.as_opened.steps}
    wanted = list(steps)
    gone = set(lapsed_since_added(state))
    new = [step for step in wanted if step["id"] not in known]
    again = [step for step in wanted if step["id"] in gone]
    if not new and not again:
        return Changes()
    added = with_steps(state.dossier.added, [*new, *again])
    grown = Changes.replacing([(state.dossier, state.dossier.model_copy(update={"added": added}))])
    after = state.after(grown)
    plan = Plan(after.proposal, tuple(after.plan[step["id"]] for step in new))
    actions = actions_of(plan, state.eenheid, state.living, state.id, on)
    grown += Changes.adding(*plan_lines(plan, state.id), *actions)
    return grown + _owed_again(state.after(grown), [step["id"] for step in again], on)


def _owed_again(state: State, steps: list[str], on: date) -> Changes:
    """Return the changes by which these steps are owed again, on days of their own."""
    changes = Changes()
    for step in steps:
        lapsed = state.actions.where(step=step, state=ActionState.LAPSED)
        changes += Changes.replacing((a, a.reopened(on)) for a in lapsed)
        changes += Changes.replacing((n, n.moved(None, "")) for n in state.lines.where(step=step))
    return on_plan_again(state, changes, on)


def lapsed_since_added(state: State) -> list[str]:
    """Return the steps that came after the proposal and lapsed since."""
    return [step.id for step in read_steps(state.dossier.added) if state.has_lapsed(step.id)]


def going(state: State, steps: Iterable[str], on: date) -> Changes:
    """Return the changes by which steps go that came to a dossier: what asked for them is not so.

    Args:
        state: the dossier before.
        steps: their names; those that the proposal has itself are left as they are.
        on: the day on which they go.
    """
    asked = set(steps)
    came = [step.id for step in read_steps(state.dossier.added) if step.id in asked]
    there = [a for step in came for a in state.actions.where(step=step)]
    return Changes.replacing(
        (a, a.reopened(on).lapsed(on)) for a in there if a.state is not ActionState.LAPSED
    )


def on_another_day(state: State, step: str, day: date, because: str, on: date) -> Changes:
    """Return the changes by which a step that is still owed comes on another day.

    Args:
        state: the dossier before.
        step: its id.
        day: the new last day.
        because: why, for whoever asks.
        on: the day on which that is decided.
    """
    proposal = state.with_what_is_done(state.proposal).moved(step, day)
    plan = state.laid_out(proposal)
    return replanned(state, plan, shifts(state, plan, on), {step: (day, because)})


def done_with(state: State, steps: Iterable[str], on: date) -> Changes:
    """Return the changes by which nobody owes these steps any more: they were done."""
    return Changes.replacing((a, a.done(on)) for step in steps for a in state.owed(step))
