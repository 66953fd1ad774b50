# SPDX-License-Identifier: EUPL-1.2
"""A state after changes is the state that one would build anew from what there is then."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.tally import Tally
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.errors import GehoordError
from tests.domain.checks.cases import heard, holding, opened

STATES = {"opened": opened(), "heard": heard(opened())}
OPENED = STATES["opened"]
NAMES = [field.name for field in fields(State) if field.name != "dossier"]
STEPS = sorted({action.step for action in OPENED.actions})
OWNERS = sorted({action.owner for action in OPENED.actions})
lapses = st.booleans()
TURNED = date(2027, 9, 1)
days = st.dates(date(2027, 1, 1), date(2027, 12, 31))

Things = dict[str, list[Any]]
"""What a state holds beside its dossier, in plain lists."""


def things_of(state: State) -> Things:
    return {name: list(getattr(state, name)) for name in NAMES}


def tallies_of(actions: list[Action]) -> Callable[[], dict[str, Tally]]:
    """Count every step at once, as the register does."""
    counted = {s: Tally.of([a for a in actions if a.step == s]) for s in {a.step for a in actions}}
    return lambda: counted


def turned(action: Action, on: date, lapses: bool) -> Action:
    if not action.is_open:
        return action.reopened(on)
    return action.lapsed(on) if lapses else action.done(on)


def turned_hearing(hearing: Hearing) -> Hearing:
    return hearing.lapse(TURNED) if hearing.is_owed else hearing.start_over(TURNED)


@st.composite
def some_changes(draw: st.DrawFn, things: Things) -> Changes:
    """Draw changes of actions and hearings, new responses, and what is done with older ones."""

    def some(name: str) -> list[Any]:
        there = things[name]
        places = st.lists(st.integers(0, len(there) - 1), unique=True, max_size=3)
        return [there[place] for place in draw(places)] if there else []

    fresh = [
        Response(
            id=f"klein/reactie/{len(things['responses']) + number}",
            dossier="klein",
            sender="OM",
            version=None,
            received_on=date(2027, 1, 1),
            text="Helder.",
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    return (
        Changes.adding(*fresh)
        + Changes.replacing(
            (a, turned(a, draw(days), draw(st.booleans()))) for a in some("actions")
        )
        + Changes.replacing((h, turned_hearing(h)) for h in some("hearings"))
        + Changes.replacing((r, r.dispose("Dank.", draw(days))) for r in some("responses"))
    )


def applied(things: Things, changes: Changes) -> Things:
    pairs: Iterable[tuple[Any, Any]] = changes.replaced
    newer = {(type(after), after.id): after for _, after in pairs}
    kept = {
        name: [newer.get((type(item), item.id), item) for item in items]
        for name, items in things.items()
    }
    kept["responses"] += changes.of(Response)[1]
    return kept


def by_key(items: list[Any]) -> list[Any]:
    return sorted(items, key=lambda item: item.id)


def built(things: Things) -> State:
    return State(OPENED.dossier, counted=None, **things)


def assert_alike(state: State, anew: State, data: st.DataObject) -> None:
    """Check that both say the same of some of what can be asked, at no cost of reading all."""
    step, owner = data.draw(st.sampled_from(STEPS)), data.draw(st.sampled_from(OWNERS))
    [planned] = anew.lines.where(step=step)
    for asked in (
        {"step": step},
        {"owner": owner},
        {"step": step, "owner": owner},
        {"state": data.draw(st.sampled_from(list(ActionState)))},
    ):
        assert by_key(state.actions.where(**asked)) == by_key(anew.actions.where(**asked))
    assert by_key(state.owed(step)) == by_key(anew.owed(step))
    assert by_key(state.owed(step, owner)) == by_key(anew.owed(step, owner))
    assert by_key(state.open_actions(stage=planned.stage)) == by_key(
        anew.open_actions(stage=planned.stage)
    )
    assert state.tally(step) == anew.tally(step) == Tally.of(anew.actions.where(step=step))
    assert state.is_finished(step) == anew.is_finished(step)
    assert state.has_lapsed(step) == anew.has_lapsed(step)
    assert state.hearing_of("GM0448") == anew.hearing_of("GM0448")
    assert state.last_asked_on == anew.last_asked_on


@settings(max_examples=60)
@given(st.data(), st.sampled_from(sorted(STATES)), st.booleans())
def test_a_state_after_changes_is_one_built_anew(
    data: st.DataObject, moment: str, is_counted: bool
) -> None:
    things = things_of(STATES[moment])
    counted = tallies_of(things["actions"]) if is_counted else None
    state = State(OPENED.dossier, counted=counted, **things)
    for _ in range(data.draw(st.integers(1, 3))):
        changes = data.draw(some_changes(things))
        state, things = state.after(changes), applied(things, changes)
        assert_alike(state, built(things), data)
    assert things_of(state) == things


def test_the_dossier_itself_changes_too() -> None:
    adopted = OPENED.dossier.model_copy(update={"state": DossierState.ADOPTED})
    changes = Changes.replacing([(OPENED.dossier, adopted)])
    assert OPENED.after(changes).is_adopted
    assert not OPENED.is_adopted


def test_without_changes_a_state_is_itself() -> None:
    assert OPENED.after(Changes()) is OPENED


def test_municipalities_to_choose_from_are_in_order_and_are_still_there() -> None:
    """Hoorn is dissolved, and Texel, Haarlem and 's-Gravenhage come in another order."""
    haarlem, hoorn, texel = OPENED.municipalities
    hague = haarlem.model_copy(
        update={"id": "klein/GM0518", "code": "GM0518", "name": "'s-Gravenhage"}
    )
    gone = hoorn.model_copy(update={"until": date(2026, 12, 31)})
    state = holding(OPENED, municipalities=[texel, gone, haarlem, hague])
    with pytest.raises(GehoordError, match=r"Kies uit: 's-Gravenhage, Haarlem, Texel\.$"):
        state.municipality("Rotterdam")
    assert state.municipality("hoorn") == gone
