# SPDX-License-Identifier: EUPL-1.2
"""Once a plan is adopted, the procedure of the one after it must be laid out in time."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, full_day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.next_steps import coming
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.learned.next_procedure import adopt_next_by
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import ADOPT

NEXT_PLAN: Final = "volgende-procedure"
"""The step in which the adviser lays out the procedure of the next plan."""

_AT_LEAST: Final = timedelta(weeks=52)
"""A proposal: what a procedure takes at least, from its first step to the adoption."""
_SOON: Final = timedelta(weeks=4)
"""A proposal: where that day is over already, so long after it is asked."""


def to_lay_out_next(state: State, on: date) -> Changes:
    """Return the changes by which the adviser owes the proposal of the next procedure.

    It is due as long before the next plan must be adopted as this procedure took.

    Args:
        state: the dossier once its plan was adopted.
        on: the day of the adoption.

    Law: Politiewet 2012, art. 39 lid 1. It names no day on which a procedure begins.
    """
    return coming(state, [_step(state, on, on)], on)


def was_asked(state: State) -> bool:
    """Whether the proposal of the next procedure was ever asked, be it done or taken back."""
    return bool(state.lines.where(step=NEXT_PLAN))


def to_lay_out_next_after_all(state: State, others: Iterable[Dossier], on: date) -> Changes:
    """Return the same of a dossier that was adopted when Gehoord did not ask for it yet.

    Nothing where it was asked before, be it done or taken back; where the eenheid has a later
    dossier, which asks it in its turn; and where the day to adopt the next plan is over.

    Args:
        state: the dossier.
        others: all dossiers of the register.
        on: today.
    """
    if state.adoption is None or was_asked(state):
        return Changes()
    adopted_on, own = state.adoption.taken_on, state.dossier
    alike = [o for o in others if o.eenheid_name == own.eenheid_name and o.mode is own.mode]
    is_followed = any(_order(each) > _order(own) for each in alike)
    if is_followed or adopt_next_by(state) < on:
        return Changes()
    return coming(state, [_step(state, adopted_on, on)], on)


def _order(dossier: Dossier) -> tuple[date, date]:
    """Return by what a dossier comes after another: its plan; the day it was opened tells little.

    What was adopted long ago may be opened afterwards, to be kept.
    """
    return State(dossier).as_opened.beleidsplan.start, dossier.opened_on


def _step(state: State, adopted_on: date, on: date) -> Written:
    by = adopt_next_by(state)
    took = max(adopted_on - _began_on(state, adopted_on), _AT_LEAST)
    weeks = counted(took.days // 7, "week", "weken")
    return {
        "id": NEXT_PLAN,
        "titel": "procesvoorstel voor het volgende beleidsplan maken",
        "fase": Stage.ACCOUNT.value,
        "soort": StepKind.MILESTONE.value,
        "actiehouder": ADVISER,
        "melding": "gedaan",
        "wanneer": reading_day(max(by - took, on + _SOON)).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": f"Het volgende plan wordt uiterlijk {full_day_in_words(by)} vastgesteld "
        f"({ADOPT}), voordat dit plan afloopt. Reken op {weeks}; de wet noemt geen dag om te "
        f"beginnen. Het formulier 'nieuw-dossier' maakt het voorstel en opent er een dossier van; "
        f"'gehoord new --after {state.id}' maakt er een bestand van.",
    }


def _began_on(state: State, on: date) -> date:
    """Return the first day on which something of this procedure was done, or it was opened."""
    done = [state.tally(line.step).first_done_on for line in state.lines]
    return min([state.dossier.opened_on, *(day for day in done if day)], default=on)
