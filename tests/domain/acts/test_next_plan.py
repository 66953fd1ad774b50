# SPDX-License-Identifier: EUPL-1.2
"""Once a plan is adopted, the next procedure must be laid out by a day, and that is taken back.

Law: Politiewet 2012, art. 39 lid 1.
"""

from datetime import timedelta

import pytest

from gehoord.domain.acts import adoption
from gehoord.domain.acts.next_plan import NEXT_PLAN, to_lay_out_next_after_all
from gehoord.domain.acts.report import Corrected, StepDone
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from tests.conftest import read_day
from tests.story import ADOPTED, OPENED, Told, adopted

NEXT_BY = read_day("Tue 2031-11-04")
YEARS_LATER = read_day("Mon 2029-01-08")
A_MISTAKE = "dit was de verkeerde vergadering"


def owed(state: State) -> list[Action]:
    return state.owed(NEXT_PLAN)


def test_the_adviser_owes_it_as_long_before_the_next_adoption_as_this_procedure_took(
    told: Told,
) -> None:
    story = told("adopted")
    [action] = owed(story.state)
    assert action.owner == "adviseur"
    took = max(ADOPTED - OPENED, timedelta(weeks=52))
    assert action.due_on == NEXT_BY - took  # a working day as it is
    assert has_proposed_day(story.state, NEXT_PLAN)
    note = story.state.as_opened.step(NEXT_PLAN).note
    assert "uiterlijk dinsdag 4 november 2031" in note
    assert "Het formulier 'nieuw-dossier' maakt het voorstel" in note
    assert "'gehoord new --after klein' maakt er een bestand van." in note


def test_it_goes_with_an_adoption_that_is_taken_back_and_comes_with_the_next_one(
    told: Told,
) -> None:
    story = told("adopted")
    assert owed(story.state)
    story.does(Corrected(on=ADOPTED, step="vaststelling", reason=A_MISTAKE))
    assert owed(story.state) == []
    assert story.state.has_lapsed(NEXT_PLAN)
    story.does(adopted())
    assert [action.due_on for action in owed(story.state)] == [NEXT_BY - timedelta(weeks=52)]


def test_reported_it_is_owed_no_more(told: Told) -> None:
    story = told("adopted")
    story.does(StepDone(on=read_day("Mon 2030-09-02"), step=NEXT_PLAN))
    assert owed(story.state) == []


def test_nothing_is_asked_where_a_later_dossier_asks_it_or_the_day_is_over(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = told("final")
    monkeypatch.setattr(adoption, "to_lay_out_next", lambda *_: Changes())
    story.does(adopted())
    state = story.state
    later = state.dossier.model_copy(update={"id": "later", "opened_on": YEARS_LATER})
    elsewhere = later.model_copy(update={"eenheid_name": "Elders"})
    others = [state.dossier, elsewhere]
    assert to_lay_out_next_after_all(state, others, YEARS_LATER) != Changes()
    assert to_lay_out_next_after_all(state, [*others, later], YEARS_LATER) == Changes()
    text = state.dossier.proposal.replace("2028-01-01", "2024-01-01")
    earlier = later.model_copy(update={"proposal": text})
    kept_since = to_lay_out_next_after_all(state, [*others, earlier], YEARS_LATER)
    assert kept_since != Changes(), "what was opened later to be kept is of an earlier plan"
    adopted_before_it_was_opened = [state.dossier.model_copy(update={"opened_on": YEARS_LATER})]
    state.dossier = adopted_before_it_was_opened[0]
    asked = to_lay_out_next_after_all(state, adopted_before_it_was_opened, YEARS_LATER)
    assert asked != Changes(), "no dossier follows itself"
    too_late = read_day("Wed 2031-11-05")
    assert to_lay_out_next_after_all(state, others, too_late) == Changes()
