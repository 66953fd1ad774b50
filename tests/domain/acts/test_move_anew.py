# SPDX-License-Identifier: EUPL-1.2
"""A move looks only at what it can touch; looking at everything anew finds the same."""

from collections.abc import Iterable
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Precision
from gehoord.domain.acts.move import Informed, Wanted, moved
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.as_it_went import as_it_went
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Finding
from gehoord.domain.plan.plan import Plan, lay_out
from tests.domain.acts.story_in_memory import At
from tests.story import ONE_DAY, OPENED, Moment

TEXEL = Informed({"GM0448"}, {("vaststelling", "rbop")})
TOLD = {"Texel", "RBOP"}


def judged(state: State, plan: Plan) -> list[Finding]:
    return findings(Case(plan.proposal, state.eenheid, as_it_went(state, plan)))


def new_in(found: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    known = {(f.code, f.steps) for f in others}
    return [f for f in found if (f.code, f.steps) not in known]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(get_args(Moment)), st.integers(0, 18), st.integers(-60, 120), st.booleans())
def test_a_move_finds_what_laying_out_and_comparing_everything_anew_finds(
    at: At, moment: Moment, number: int, days: int, partly: bool
) -> None:
    """Of a step of every council one may have done what it owes already: that stays."""
    state = at(moment)
    done = state.owed("horen")[:partly]
    state = state.after(Changes.replacing((action, action.done(OPENED)) for action in done))
    line = state.lines[number % len(state.lines)]
    wanted = Wanted(line.step, (line.end_on or OPENED) + days * ONE_DAY, "de zaal is bezet")
    try:
        move = moved(state, wanted, OPENED, TEXEL)
    except GehoordError:
        return
    after = state.after(move.act.changes)
    plan = lay_out(after.proposal, after.eenheid)
    owed = [a for a in state.open_actions() if a.precision is not Precision.YEARLY]

    def stands(action: Action) -> bool:
        return plan[action.step].stands_on(action.days)

    shifting = [action for action in owed if not stands(action)]
    names = sorted(f"{action.owner_name}: {action.title}" for action in shifting)
    assert sorted(name for name, _, _ in move.consequences.shifted) == names
    assert {a.owner_name for a in shifting} & TOLD >= set(move.consequences.told)
    assert all(stands(now) for action in owed for now in after.actions.where(id=action.id))
    assert {a.id for a in after.actions if a.sequence} >= {a.id for a in shifting}
    before, found = judged(state, lay_out(state.proposal, state.eenheid)), judged(state, plan)
    appearing = [f for f in new_in(found, before) if not f.steps or not state.is_done(f.steps[0])]
    assert list(move.consequences.appearing) == appearing
    assert list(move.consequences.vanishing) == new_in(before, found)
