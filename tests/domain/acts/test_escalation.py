# SPDX-License-Identifier: EUPL-1.2
"""What is too long late becomes an action of the adviser, and then of the regioburgemeester."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gehoord.domain.acts.escalation import escalated
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected, StepDone, StepLapsed
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.kept import kept
from gehoord.domain.dossier.ladder import escalations, look_again_on, rungs, with_reminders
from gehoord.domain.dossier.owners import owner_named
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.calendars import calendar_of, mailbox
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory, in_recess
from tests.sentence import assert_sentence
from tests.story import HEARD, heard

RING = read_day("Fri 2027-10-15")
SPEAK = read_day("Mon 2027-10-25")  # after the autumn recess
TUESDAY = read_day("Tue 2027-11-02")


def late(state: State, on: date) -> StoryInMemory:
    """The same dossier after the look of a day."""
    changes = escalated(state, state.open_actions(), on)
    return StoryInMemory(state.after(with_reminders(state, changes)))


def escalations_in(state: State) -> list[Action]:
    return [action for action in state.actions if action.is_outside_plan]


def test_eight_days_late_the_adviser_rings_and_after_fifteen_the_regioburgemeester_speaks(
    at: At,
) -> None:
    state = at("asked")
    assert not escalated(state, state.open_actions(), RING - timedelta(days=1))
    ringing = late(state, RING).state
    assert [a.name for a in escalations_in(ringing) if "Texel" in a.title] == [
        "Adviseur van de regioburgemeester: nabellen: Texel, raad horen over het ontwerp "
        "(laatste dag was 7 oktober 2027), uiterlijk 22 oktober 2027"
    ]
    speaking = late(ringing, SPEAK).state
    [texel] = [a for a in escalations_in(speaking) if "aanspreken: Texel" in a.title]
    assert (texel.owner, texel.due_on) == ("regioburgemeester", date(2027, 11, 1))
    assert len(escalations_in(speaking)) == 6


def spoken(state: State) -> StoryInMemory:
    """The same dossier after the looks of both days."""
    return late(late(state, RING).state, SPEAK)


def test_each_escalation_comes_once(at: At) -> None:
    state = spoken(at("asked")).state
    assert len(escalations_in(state)) == 6
    for days in range(60):
        assert not escalated(state, state.owed("horen"), SPEAK + timedelta(days=days))


def test_after_an_outage_the_adviser_has_his_days_before_the_regioburgemeester_hears(
    at: At,
) -> None:
    looked = read_day("Mon 2028-05-08")
    state = late(at("asked"), looked).state
    assert {a.owner for a in escalations_in(state)} == {"adviseur"}
    assert {escalations(state, a)[1].day for a in state.owed("horen")} == {
        looked + timedelta(days=7)
    }
    assert not escalated(state, state.owed("horen"), looked + timedelta(days=6))
    assert len(escalated(state, state.owed("horen"), looked + timedelta(days=7)).added) == 3


def test_after_an_outage_that_ends_in_the_recess_the_call_waits_for_its_end(at: At) -> None:
    state = at("asked")
    for day in ("Mon 2027-10-18", "Fri 2027-10-22"):
        assert not escalated(state, state.owed("horen"), read_day(day))
        assert {look_again_on(state, a, read_day(day)) for a in state.owed("horen")} == {SPEAK}
    assert len(escalated(state, state.owed("horen"), SPEAK).added) == 3


def test_a_council_is_left_alone_in_its_recess_and_its_reminder_comes_no_later(at: At) -> None:
    back = read_day("Mon 2027-11-15")
    state = in_recess(at("asked"), "Texel", RING - timedelta(days=5), back - timedelta(days=1))
    [texel] = [a for a in state.owed("horen") if a.owner_name == "Texel"]
    assert escalations(state, texel)[0].day == back == rungs(state, texel)[-1].day
    assert len(escalated(state, state.owed("horen"), RING).added) == 2
    ringing = late(state, back).state
    [texel] = [a for a in ringing.owed("horen") if a.owner_name == "Texel"]
    assert escalations(ringing, texel)[1].day == back + timedelta(days=7)


def test_an_escalation_has_no_ladder_and_is_not_escalated(at: At) -> None:
    state = spoken(at("asked")).state
    ring, speak = (
        next(a for a in escalations_in(state) if a.owner == owner)
        for owner in ("adviseur", "regioburgemeester")
    )
    assert rungs(state, ring) == []
    assert [rung.day for rung in rungs(state, speak)] == [SPEAK]  # he is told when it comes
    assert escalations(state, ring) == escalations(state, speak) == []


def test_it_lapses_by_itself_once_the_late_action_is_done(at: At) -> None:
    story = spoken(at("asked"))
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


def taken_back(on: date, step: str, owner: str = "") -> Corrected:
    return Corrected(on=on, step=step, owner=owner or None, reason="dit was een vergissing")


def test_what_lapsed_by_an_answer_recorded_by_mistake_is_owed_again_on_days_anew(at: At) -> None:
    story = spoken(at("asked"))
    story.does(heard("Texel", SPEAK))
    again = read_day("Tue 2027-10-26")
    story.does(taken_back(again, "horen", "Texel"))
    texel = [a for a in escalations_in(story.state) if "Texel" in a.title]
    assert [(a.is_open, a.due_on) for a in texel] == [(True, again + timedelta(days=7))] * 2
    speak = next(a for a in texel if a.owner == "regioburgemeester")
    assert speak.remind_on == again


def test_what_a_person_let_lapse_stays_so(at: At) -> None:
    story = late(at("asked"), RING)
    story.does(StepLapsed(on=RING, step="nabellen-horen", reason="wij bellen deze keer niet"))
    story.does(heard("Texel", SPEAK))
    story.does(taken_back(SPEAK, "horen", "Texel"))
    assert not [a for a in escalations_in(story.state) if a.is_open]


def test_a_council_whose_answer_is_taken_back_is_escalated_though_it_never_was(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(heard("Texel", read_day("Wed 2027-10-13")))
    story.does(taken_back(SPEAK, "horen", "Texel"))
    [texel] = [a for a in story.state.owed("horen") if a.owner_name == "Texel"]
    assert texel.remind_on == TUESDAY  # eight days later
    assert escalated(story.state, [texel], TUESDAY).added


def test_an_escalation_of_who_answered_is_not_opened_again(at: At) -> None:
    story = spoken(at("asked"))
    story.does(heard("Texel", SPEAK))
    with pytest.raises(RefusedError, match="niet meer te laat") as refused:
        story.does(taken_back(SPEAK, "aanspreken-horen"))
    assert_sentence(str(refused.value))
    assert "aanspreken-horen" not in (offered("herstel", "stap", [story.state], SPEAK) or ())


def test_a_call_is_taken_back_by_naming_who_is_late(at: At) -> None:
    story = late(at("asked"), RING)
    story.does(StepDone(on=RING, step="nabellen-horen"))
    assert "Hoorn" in (offered("herstel", "actiehouder", [story.state], RING) or ())
    story.does(taken_back(RING, "nabellen-horen", "Hoorn"))
    [hoorn] = [a for a in escalations_in(story.state) if a.is_open]
    assert "Hoorn" in hoorn.title


def test_an_escalation_is_not_moved(at: At) -> None:
    story = late(at("asked"), RING)
    steps = offered("verplaatsen", "stap", [story.state], RING) or ()
    assert "horen" in steps
    assert "nabellen-horen" not in steps
    with pytest.raises(RefusedError, match="kan niet worden verplaatst") as refused:
        story.moves("nabellen-horen", SPEAK, RING)
    assert_sentence(str(refused.value))


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
    assert {a.due_on for a in escalations_in(story.state)} == {RING + timedelta(days=7)}


@pytest.mark.parametrize("owner", ["GM0448", "rbop"])
def test_it_stands_in_no_calendar_but_that_of_who_must_act(at: At, owner: str) -> None:
    before, after = at("asked"), spoken(at("asked")).state
    organizer = mailbox(before, "plan@klein.example")
    assert calendar_of(after, organizer, owner) == calendar_of(before, organizer, owner)
    assert b"nabellen" in calendar_of(after, organizer, "adviseur")


def test_the_checks_and_the_stage_know_nothing_of_it(at: At) -> None:
    before, after = at("asked"), spoken(at("asked")).state
    assert findings(Case.of_dossier(after, SPEAK)) == findings(Case.of_dossier(before, SPEAK))
    assert after.tally("horen") == before.tally("horen")
    for stage in Stage:
        assert progress(after, stage, SPEAK, "") == progress(before, stage, SPEAK, "")


def test_a_proposal_may_ask_for_none(at: At) -> None:
    state = at("asked")
    none = state.dossier.proposal.replace("adviseur_na = 8", "adviseur_na = 0")
    none = none.replace("regioburgemeester_na = 15", "regioburgemeester_na = 0")
    dossier = state.dossier.model_copy(update={"proposal": none})
    quiet = replace(state, dossier=dossier)
    assert not escalated(quiet, quiet.open_actions(), SPEAK)
