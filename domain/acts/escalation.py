# SPDX-License-Identifier: EUPL-1.2
"""What is too long late becomes an action of somebody else: to ring, or to speak to who owes it."""

from collections.abc import Iterable, Iterator
from datetime import date

from gehoord.calendar.due import Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.beside_plan import beside_plan
from gehoord.domain.dossier.action import Action, ActionState, dated_as
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.ladder import (
    TO_ACT,
    TO_DO,
    escalation_id,
    escalation_of,
    escalation_step,
    escalations,
    is_read_on,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES, REGIOBURGEMEESTER
from gehoord.domain.proposal.step import Step, StepKind


def escalated(state: State, actions: Iterable[Action], on: date) -> Changes:
    """Return the changes by which what is too long late becomes an action of somebody else.

    Each escalation comes once for the same last day. Its step is one of the dossier alone, without
    a day of its own and without a line in the plan: the plan asks it of nobody.

    Args:
        state: the dossier.
        actions: those that may be too long late.
        on: the day, on which the adviser reads his mail.
    """
    new = {made.id: made for made in _due(state, actions, on)}
    steps = {made.step: _step(state, made) for made in new.values()}
    return beside_plan(state, steps.values()) + Changes.adding(*new.values())


def _due(state: State, actions: Iterable[Action], on: date) -> Iterator[Action]:
    """Yield the escalations of which the day has come and that there are not yet.

    Of whoever does not read his mail on this day none: after an outage that may be in his recess.
    """
    for late in actions:
        if not is_read_on(state, late, on):
            continue
        due = {rung.to for rung in escalations(state, late) if rung.day <= on}
        if ADVISER in due and escalation_of(state, late, ADVISER) is None:
            due.discard(REGIOBURGEMEESTER)  # the adviser has his days first
        for to in due:
            if escalation_of(state, late, to) is None:
                yield _action(late, to, on)


def _action(late: Action, to: str, on: date) -> Action:
    name = OFFICES[to]
    return Action(
        id=escalation_id(late, to),
        dossier=late.dossier,
        step=escalation_step(late, to),
        stage=late.stage,
        kind=StepKind.MILESTONE,
        title=f"{TO_DO[to]}: {late.owner_name}, {late.title} ({_was_due(late)})",
        owner=to,
        owner_name=name[0].upper() + name[1:],
        about=late.id,
        changed_on=on,
        **dated_as(_to_act(on)),
    )


def _to_act(on: date) -> Stretch:
    return Stretch.on(reading_day(on + TO_ACT))


def _was_due(late: Action) -> str:
    """Return which last day has passed: that does not go stale, as a number of days does."""
    if late.due_on and late.names_day:
        return f"laatste dag was {day_in_words(late.due_on)}"
    return f"volgens de planning voorbij: {late.due_in_words}"


def _step(state: State, made: Action) -> Written:
    about = state.as_opened.step((made.about or "").split("/")[1])
    return {
        "id": made.step,
        "titel": f"{TO_DO[made.owner]}: {about.title}",
        "fase": str(about.stage),
        "soort": str(StepKind.MILESTONE),
        "actiehouder": made.owner,
        "escaleert": about.id,
    }


def without_what_is_settled(state: State, changes: Changes) -> Changes:
    """Return changes in which an escalation lapses once what it is about is no longer so late.

    That is when it was done, lapsed, or came on another day. What lapsed by that alone is owed
    again once that is taken back.
    """
    return changes + Changes.replacing(
        pair
        for before, after in changes.replaced
        if isinstance(before, Action) and isinstance(after, Action)
        for pair in (*_lapsing(state, before, after), *_owed_again(state, before, after))
    )


def _lapsing(state: State, before: Action, after: Action) -> Iterator[tuple[Action, Action]]:
    if after.is_open and after.due_on == before.due_on:
        return
    for escalation in _of(state, before):
        if escalation.is_open:
            on = max(after.done_on or after.changed_on, escalation.changed_on)
            yield escalation, escalation.lapsed(on)


def _owed_again(state: State, before: Action, after: Action) -> Iterator[tuple[Action, Action]]:
    """Yield the escalations that lapsed because of what is taken back, with days to act anew."""
    if before.is_open or not after.is_open or after.due_on != before.due_on:
        return
    on, closed_on = after.changed_on, before.done_on or before.changed_on
    for escalation in _of(state, before):
        lapsed_on = escalation.done_on
        if escalation.state is ActionState.LAPSED and lapsed_on and lapsed_on >= closed_on:
            owed = escalation.reopened(on).on_other_days(dated_as(_to_act(on)), on)
            yield escalation, owed.model_copy(update={"reminded_on": None})


def _of(state: State, late: Action) -> Iterator[Action]:
    """Yield the escalations of an action on the last day it has."""
    for to in TO_DO:
        if found := escalation_of(state, late, to):
            yield found


def is_still_so_late(state: State, escalation: Action) -> bool:
    """Whether what an escalation is about is still open by the last day that was missed."""
    late = state.actions.one(escalation.about or "")
    return late is not None and late.is_open and escalation.id.endswith(f"/{late.due_on}")


def of_who_is_late(state: State, step: Step, owner: str | None) -> list[Action]:
    """Return the actions of an escalating step that are about somebody who is late, by his key."""
    late = {action.id for action in state.actions.where(step=step.escalates, owner=owner)}
    return [action for action in state.actions.where(step=step.id) if action.about in late]


def late_behind(state: State, action: Action) -> list[Action]:
    """Return the action that an escalation is about; of any other action none."""
    late = state.actions.one(action.about) if action.about else None
    return [late] if late else []
