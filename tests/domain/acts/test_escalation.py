"""What is too long late becomes an action of the adviser, and then of the regioburgemeester."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.escalation import escalated
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected, StepDone
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.ladder import escalations, rungs, with_reminders
from gehoord.domain.dossier.owners import owner_named
from gehoord.domain.dossier.state import State, kept
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.calendars import calendar_of, mailbox
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import HEARD, heard

RING = read_day("Fri 2027-10-15")
SPEAK = read_day("Fri 2027-10-22")


def late(state: State, on: date) -> StoryInMemory:
    """The same dossier after the look of a day."""
    changes = escalated(state, state.open_actions(), on)
    return StoryInMemory(state.after(with_reminders(state, changes)))


def escalations_in(state: State) -> list[Action]:
    return [action for action in state.actions if action.is_escalation]


def test_eight_days_late_the_adviser_rings_and_after_fifteen_the_regioburgemeester_speaks(
    at: At,
) -> None:
    state = at("asked")
    assert not escalated(state, state.open_actions(), RING - timedelta(days=1))
    ringing = late(state, RING).state
    assert [a.name for a in escalations_in(ringing) if "Texel" in a.title] == [
        "Adviseur van de regioburgemeester: nabellen: Texel, raad horen over het ontwerp, 8 dagen "
        "te laat, uiterlijk 22 oktober 2027"
    ]
    speaking = late(ringing, SPEAK).state
    [texel] = [a for a in escalations_in(speaking) if "aanspreken: Texel" in a.title]
    assert (texel.owner, texel.due_on) == ("regioburgemeester", date(2027, 10, 29))
    assert len(escalations_in(speaking)) == 6


def test_each_escalation_comes_once(at: At) -> None:
    state = late(at("asked"), SPEAK).state
    assert len(escalations_in(state)) == 6  # after an outage both at once
    for days in range(60):
        assert not escalated(state, state.owed("horen"), SPEAK + timedelta(days=days))


def test_an_escalation_has_no_ladder_and_is_not_escalated(at: At) -> None:
    state = late(at("asked"), SPEAK).state
    ring, speak = (
        next(a for a in escalations_in(state) if a.owner == owner)
        for owner in ("adviseur", "regioburgemeester")
    )
    assert rungs(state, ring) == []
    assert [rung.day for rung in rungs(state, speak)] == [SPEAK]  # he is told when it comes
    assert escalations(state, ring) == escalations(state, speak) == []


def test_it_lapses_by_itself_once_the_late_action_is_done(at: At) -> None:
    story = late(at("asked"), SPEAK)
    story.does(heard("Texel", HEARD))
    stand = {a.title.split(", ")[0]: a.state for a in escalations_in(story.state)}
    assert stand == {
        "nabellen: Haarlem": ActionState.OPEN,
        "nabellen: Hoorn": ActionState.OPEN,
        "nabellen: Texel": ActionState.LAPSED,
        "aanspreken: Haarlem": ActionState.OPEN,
        "aanspreken: Hoorn": ActionState.OPEN,
        "aanspreken: Texel": ActionState.LAPSED,
    }


def test_it_lapses_when_the_day_moves_and_comes_again_for_the_new_day(at: At) -> None:
    story = late(at("asked"), RING)
    story.moves("horen", read_day("Thu 2027-10-21"), RING)
    assert not [a for a in escalations_in(story.state) if a.is_open]
    again = late(story.state, read_day("Fri 2027-10-29")).state
    assert len([a for a in escalations_in(again) if a.is_open]) == 3
    assert len(escalations_in(again)) == 6


def test_the_adviser_reports_a_call_by_naming_who_is_late(at: At) -> None:
    story = late(at("asked"), RING)
    story.does(StepDone(on=RING, step="nabellen-horen", owner="Texel"))
    [texel] = [a for a in escalations_in(story.state) if "Texel" in a.title]
    assert texel.state is ActionState.DONE
    story.does(StepDone(on=RING, step="nabellen-horen"))
    assert not [a for a in escalations_in(story.state) if a.is_open]
    assert story.state.tally("horen").open == 3


def test_the_form_offers_who_is_late_so_that_one_call_can_be_reported(at: At) -> None:
    before, state = at("asked"), late(at("asked"), RING).state
    assert "Texel" not in (offered("gedaan", "actiehouders", [before], RING) or ())
    names = offered("gedaan", "actiehouders", [state], RING)
    assert names is not None
    assert {"Haarlem", "Hoorn", "Texel"} < set(names)


def test_an_owner_may_be_called_as_his_card_calls_him(at: At) -> None:
    state = at("asked")
    named = [
        a.model_copy(update={"owner_name": f"Burgemeester van {a.owner_name}"})
        for a in state.owed("horen")
    ]
    assert owner_named("Burgemeester van Texel", kept(named), state.municipalities) == "GM0448"


def test_a_call_that_was_reported_by_mistake_keeps_its_day(at: At) -> None:
    story = late(at("asked"), RING)
    story.does(StepDone(on=RING, step="nabellen-horen"))
    story.does(Corrected(on=RING, step="nabellen-horen", reason="er nam niemand op"))
    assert {a.due_on for a in escalations_in(story.state)} == {SPEAK}


@pytest.mark.parametrize("owner", ["GM0448", "rbop"])
def test_it_stands_in_no_calendar_but_that_of_who_must_act(at: At, owner: str) -> None:
    before, after = at("asked"), late(at("asked"), SPEAK).state
    organizer = mailbox(before, "plan@klein.example")
    assert calendar_of(after, organizer, owner) == calendar_of(before, organizer, owner)
    assert b"nabellen" in calendar_of(after, organizer, "adviseur")


def test_the_checks_and_the_stage_know_nothing_of_it(at: At) -> None:
    before, after = at("asked"), late(at("asked"), SPEAK).state
    assert findings(Case.of_dossier(after, SPEAK)) == findings(Case.of_dossier(before, SPEAK))
    assert after.tally("horen") == before.tally("horen")
    for stage in Stage:
        assert progress(after, stage, SPEAK, "") == progress(before, stage, SPEAK, "")


def test_a_proposal_may_ask_for_none(at: At) -> None:
    state = at("asked")
    none = state.dossier.proposal.replace("adviseur_na = 8", "adviseur_na = 0")
    none = none.replace("regioburgemeester_na = 15", "regioburgemeester_na = 0")
    dossier = state.dossier.model_copy(update={"proposal": none})
    quiet = State(
        dossier, state.municipalities, state.lines, state.actions, state.versions, state.hearings
    )
    assert not escalated(quiet, quiet.open_actions(), SPEAK)
