# SPDX-License-Identifier: EUPL-1.2
"""An open condition is an action: of who can take it away, by the day that was agreed."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from textwrap import shorten
from typing import Final

from gehoord.domain.acts.next_steps import coming
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.assents import maker_in_words, open_conditions
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.passed_on import holders
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.eenheid.office import bare_office
from gehoord.domain.nearby import meant
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import CONDITION_LIFTED, StepKind

_STEP: Final = "voorwaarde-"
_DAY: Final = timedelta(days=1)
_LONGEST: Final = 100
"""Signs of a condition in the title of its action: who is reminded of it reads no more of it."""


def conditions_follow(state: State, changes: Changes) -> Changes:
    """Return what is owed because of the conditions that open by these changes, or do no more.

    One that was taken away is done; one that fell or was a mistake lapses, also when it was said
    to be gone before that was taken back. With a merger it passes on, or nobody asks it any more.

    Args:
        state: the dossier before.
        changes: what becomes of it.
    """
    if not any(any(changes.of(kind)) for kind in (Assent, Condition, FrozenMunicipality)):
        return Changes()
    after = state.after(changes)
    before, now = ({c.id: c for c in open_conditions(s)} for s in (state, after))
    follows = Changes()
    for opened in sorted(now.keys() - before.keys()):
        follows += _owed(after.after(follows), now[opened])
    told = {condition.id for condition in changes.of(Condition)[0]}
    gone = sorted((before.keys() | told) - now.keys())
    return follows + Changes.replacing(_ended(after, gone))


def _ended(after: State, gone: Iterable[str]) -> Iterator[tuple[Action, Action]]:
    """Yield what was owed for conditions that are open no more, with what becomes of it."""
    for condition in filter(None, map(after.conditions.one, gone)):
        for action in after.owed(step_of(condition)):
            yield action, _closed(after, condition, action)
        for action in () if _is_lifted(condition) else _done(after, condition):
            yield action, _closed(after, condition, action.reopened(action.changed_on))


def step_of(condition: Condition) -> str:
    """Return the step in which a condition is taken away."""
    return f"{_STEP}{condition.number}"


def condition_of(state: State, step: str) -> Condition | None:
    """Return the condition that is taken away in a step, if it is such a step."""
    return next((each for each in state.conditions if step_of(each) == step), None)


def _owed(after: State, condition: Condition) -> Changes:
    """Return how taking a condition away is owed: for the first time, or again."""
    done = _done(after, condition)
    again = Changes.replacing((action, action.reopened(condition.made_on)) for action in done)
    return again + coming(after, [_step(after, condition)], condition.made_on)


def _done(after: State, condition: Condition) -> list[Action]:
    return after.actions.where(step=step_of(condition), state=ActionState.DONE)


def _is_lifted(condition: Condition) -> bool:
    return condition.counts and condition.lifted_on is not None


def _closed(after: State, condition: Condition, action: Action) -> Action:
    if condition.counts and condition.lifted_on:
        return action.done(condition.lifted_on)
    return action.lapsed(condition.withdrawn_on or _said_last(after, condition))


def _said_last(after: State, condition: Condition) -> date:
    """Return when who made a condition, or has it now, said something last, or was no more."""
    have_it = {condition.by, *(m.code for m in holders(after, condition))}
    said = [one.given_on for one in standing(after.assents) if one.owner in have_it]
    gone = [m.until + _DAY for m in after.municipalities if m.until and m.code == condition.by]
    return max([*said, *gone], default=condition.made_on)


def _step(after: State, condition: Condition) -> Written:
    day = {"wanneer": condition.until.isoformat()} if condition.until else {}
    owner = _who_lifts(after, condition)
    by = f" door {condition.lifted_by}" if owner == ADVISER else ""
    what = shorten(condition.text, _LONGEST, placeholder="…")
    return {
        **day,
        "id": step_of(condition),
        "titel": f"voorwaarde {condition.number} van {maker_in_words(after, condition)} "
        f"{'laten ' if by else ''}wegnemen{by}: {what}",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": owner,
        "melding": CONDITION_LIFTED,
        "toelichting": condition.text,
    }


def _who_lifts(state: State, condition: Condition) -> str:
    """Return the office or body that can take a condition away; else the adviser sees to it."""
    known = names(state)
    bodies = [party.id for party in state.eenheid.parties]
    called = {bare_office(known.get(one, one)): one for one in (*OFFICES, *bodies)}
    called |= {bare_office(one): one for one in (*OFFICES, *bodies)}
    found = meant(bare_office(condition.lifted_by), called)
    return called[found] if found else ADVISER
