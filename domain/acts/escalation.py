"""What is too long late becomes an action of somebody else: to ring, or to speak to who owes it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.due import Stretch
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.action import Action, dated_as
from gehoord.domain.dossier.added_steps import Written, with_steps
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.ladder import Escalation, escalations
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES, REGIOBURGEMEESTER
from gehoord.domain.proposal.step import StepKind

_TO_DO: Final = {ADVISER: "nabellen", REGIOBURGEMEESTER: "aanspreken"}
"""What each of them does about it; so its step begins."""

_TO_ACT: Final = timedelta(days=7)
_LONGEST: Final = 60
"""Signs in the id of a step."""


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
    if not new:
        return Changes()
    return _with_steps(state, new.values()) + Changes.adding(*new.values())


def _due(state: State, actions: Iterable[Action], on: date) -> Iterator[Action]:
    """Yield the escalations of which the day has come and that there are not yet."""
    for late in actions:
        for rung in escalations(state, late):
            made = _action(late, rung, on)
            if rung.day <= on and state.actions.one(made.id) is None:
                yield made


def _with_steps(state: State, new: Iterable[Action]) -> Changes:
    """Return the change by which the dossier has the steps of these actions too."""
    known = {step.id for step in state.as_opened.steps}
    more = {made.step: _step(state, made) for made in new if made.step not in known}
    added = with_steps(state.dossier.added, more.values()) if more else state.dossier.added
    dossier = state.dossier.model_copy(update={"added": added})
    return Changes.replacing([(state.dossier, dossier)])


def _action(late: Action, rung: Escalation, on: date) -> Action:
    step, name = f"{_TO_DO[rung.to]}-{late.step}"[:_LONGEST], OFFICES[rung.to]
    return Action(
        id=f"{late.dossier}/{step}/{late.owner}/{late.due_on}",
        dossier=late.dossier,
        step=step,
        stage=late.stage,
        kind=StepKind.MILESTONE,
        title=f"{_TO_DO[rung.to]}: {late.owner_name}, {late.title}, {rung.days} dagen te laat",
        owner=rung.to,
        owner_name=name[0].upper() + name[1:],
        about=late.id,
        changed_on=on,
        **dated_as(Stretch.on(reading_day(on + _TO_ACT))),
    )


def _step(state: State, made: Action) -> Written:
    about = state.as_opened.step((made.about or "").split("/")[1])
    return {
        "id": made.step,
        "titel": f"{_TO_DO[made.owner]}: {about.title}",
        "fase": str(about.stage),
        "soort": str(StepKind.MILESTONE),
        "actiehouder": made.owner,
        "escaleert": about.id,
    }


def without_what_is_settled(state: State, changes: Changes) -> Changes:
    """Return changes in which an escalation lapses once what it is about is no longer so late.

    That is when it was done, lapsed, or came on another day.
    """
    return changes + Changes.replacing(
        pair
        for before, after in changes.replaced
        if isinstance(before, Action) and isinstance(after, Action)
        for pair in _lapsing(state, before, after)
    )


def _lapsing(state: State, before: Action, after: Action) -> Iterator[tuple[Action, Action]]:
    if after.is_open and after.due_on == before.due_on:
        return
    for escalation in _of(state, before):
        if escalation.is_open:
            on = max(after.done_on or after.changed_on, escalation.changed_on)
            yield escalation, escalation.lapsed(on)


def _of(state: State, late: Action) -> Iterator[Action]:
    """Yield the escalations of an action on the last day it has; most steps have none at all."""
    for do in _TO_DO.values():
        step = f"{do}-{late.step}"[:_LONGEST]
        if f'"{step}"' in state.dossier.added:
            found = state.actions.one(f"{late.dossier}/{step}/{late.owner}/{late.due_on}")
            yield from [found] if found else []
