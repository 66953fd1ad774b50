# SPDX-License-Identifier: EUPL-1.2
"""The council of a merged municipality: it gets the ontwerp that the other councils have already.

Law: Politiewet 2012, art. 38b lid 2 (every council of the unit).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.next_steps import coming, done_with, going
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

_SENDING: Final = "ontwerp-aan-"
_TO_SEND: Final = timedelta(weeks=1)
"""A proposal: no statute says how soon a council gets the ontwerp."""


def asks_new_council(state: State, code: str, name: str, on: date) -> Changes:
    """Return what the adviser owes when the ontwerp left before this council was there.

    What he did for it on that very day he owes again: that was for the council of before.

    Args:
        state: the dossier, with the new municipality.
        code: of that municipality.
        name: of that municipality.
        on: the day of the merger.
    """
    if not has_left(state):
        return Changes()
    step: Written = {
        "id": f"{_sending_to(code)}{on.isoformat()}",
        "titel": f"ontwerp aan de raad van {name} sturen",
        "fase": Stage.HEARING.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
        "wanneer": reading_day(on + _TO_SEND).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": "De gemeente is samengegaan nadat het ontwerp wegging. Start de fase "
        "'horen': dan krijgt deze raad het ontwerp. De dag is een voorstel.",
    }
    done = state.actions.where(step=step["id"], state=ActionState.DONE)
    again = Changes.replacing((action, action.reopened(on)) for action in done)
    return again + coming(state, [step], on)


def has_left(state: State) -> bool:
    """Whether councils have the newest ontwerp."""
    ontwerp = state.ontwerp
    return ontwerp is not None and bool(state.hearings.where(version=ontwerp.content_id))


def asked_now(state: State, councils: Iterable[str], on: date) -> Changes:
    """Return what changes when these councils get the ontwerp: nobody owes them that any more."""
    return done_with(state, [step for code in sorted(councils) for step in _owed(state, code)], on)


def not_asked_any_more(state: State, ceased: Iterable[str], on: date) -> Changes:
    """Return what changes when municipalities cease that were yet to get the ontwerp."""
    owed = [step for code in ceased for step in _owed(state, code)]
    return going(state, owed, on) if owed else Changes()


def sends_to_new_council(step: str) -> bool:
    """Whether a step is that of sending one council the ontwerp after the others."""
    return step.startswith(_SENDING)


def _owed(state: State, code: str) -> list[str]:
    """Return the steps still owed in which one council gets the ontwerp after the others."""
    steps = (step.id for step in state.as_opened.steps)
    return [step for step in steps if step.startswith(_sending_to(code)) and state.owed(step)]


def _sending_to(code: str) -> str:
    """Return how such a step of a council begins; the day of the merger follows."""
    return f"{_SENDING}{code.lower()}-"
