# SPDX-License-Identifier: EUPL-1.2
"""Nobody is asked for what he cannot do yet, for want of what somebody else owes."""

from datetime import date, timedelta
from typing import get_args

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    CouncilHeard,
    Report,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.held_up import could_begin_on, held_up_otherwise, in_the_way
from gehoord.domain.dossier.ladder import escalations, remind_on, rungs
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.reminders import due_reminders
from gehoord.domain.proposal.step import StepKind
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import AGREED, HEARD, ONTWERP, THEMES, Moment, adopted, heard

MOMENTS: tuple[Moment, ...] = get_args(Moment)
LATE = read_day("Mon 2027-08-30")
"""Long after both clients should have agreed, and the ontwerp should have left."""


def done(action: Action, on: date) -> Report:
    """Return the report by which an owner does what he is reminded of."""
    match action.kind:
        case StepKind.AGREEMENT:
            return Agreed.model_validate({"op": on, "van": action.owner})
        case StepKind.HEARING:
            council = action.owner_name
            return CouncilHeard(on=on, municipality=council, answer=Answer.AGREES)
        case StepKind.ADOPTION:
            return adopted().model_copy(update={"on": on})
        case StepKind.DECISION:
            return ThemesChosen(on=on, themes=("Ondermijning", "Jeugd"))
        case _:
            return StepDone(on=on, step=action.step, owner=action.owner)


def rung_days(state: State) -> set[date]:
    return {rung.day for action in state.open_actions() for rung in rungs(state, action)}


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_reminder_asks_what_would_be_refused_on_that_day(at: At, moment: Moment) -> None:
    """Wherever the procedure stops, on each day on which a reminder is due from then on.

    The meeting that adopts is on the agenda before its text is there: of its day alone it hears.
    """
    state = at(moment)
    for day in sorted(rung_days(state)):
        for action, rung in ((r.action, r.rung) for r in due_reminders(state, day)):
            if action.kind is StepKind.ADOPTION and in_the_way(state, action):
                assert rung.endswith(" dagen voor")
                assert action.due_on
                assert day < action.due_on
            else:
                assert decided(done(action, day), state).changes


@pytest.mark.parametrize("moment", MOMENTS[: MOMENTS.index("final")])
def test_an_agreement_and_an_adoption_wait_for_the_text_and_for_the_councils(
    at: At, moment: Moment
) -> None:
    """And what waits says for what, so that the coordinator knows whom to speak to."""
    state = at(moment)
    waiting = {a.step: in_the_way(state, a) for a in state.open_actions()}
    assert "definitieve versie" in waiting["vaststelling"]
    if moment in ("opened", "themes"):
        assert waiting["akkoord"] == "'ontwerp opleveren' (Adviseur van de regioburgemeester)"
    else:
        assert not waiting.get("akkoord")
    if moment in ("opened", "themes", "ontwerp", "agreed"):
        assert waiting["horen"]


def test_of_councils_that_keep_an_adoption_waiting_a_few_are_named(at: At) -> None:
    story = StoryInMemory(at("asked"))
    [adoption] = story.state.owed("vaststelling")
    assert in_the_way(story.state, adoption).startswith("de raden van Haarlem, Hoorn en Texel en ")
    for council in ("Haarlem", "Hoorn"):
        story.does(heard(council))
    assert in_the_way(story.state, adoption).startswith("de raad van Texel en ")


def test_answers_are_processed_from_the_first_one_on(at: At) -> None:
    """Also when it is taken back again; what others still owe holds up the adoption alone."""
    story = StoryInMemory(at("asked"))
    [work], [text] = story.state.owed("verwerking"), story.state.owed("definitief")
    assert in_the_way(story.state, work) == "de raden van Haarlem, Hoorn en Texel"
    assert in_the_way(story.state, text) == in_the_way(story.state, work)
    story.does(heard("Haarlem"))
    assert in_the_way(story.state, work) == in_the_way(story.state, text) == ""
    assert could_begin_on(story.state, work) == HEARD
    story.does(Corrected(on=HEARD, step="horen", owner="Haarlem", reason="dat was Hoorn"))
    assert in_the_way(story.state, work)


def test_a_text_that_comes_starts_the_reminders_and_its_withdrawal_stops_them(at: At) -> None:
    """The days that the daily look goes by change with what was waited for."""
    assert {a.remind_on for a in at("themes").owed("akkoord")} == {None}
    days = {a.remind_on for a in at("ontwerp").owed("akkoord")}
    assert days == {read_day("Mon 2027-06-07")}  # three days before, the first after the ontwerp


def test_who_gets_the_text_late_is_late_from_then_on(at: At) -> None:
    """He is reminded a day and eight days after he could act, and only then is he rung about."""
    story = StoryInMemory(at("themes"))
    story.does(VersionMade(on=LATE, step="ontwerp"))
    [action, _] = story.state.owed("akkoord")
    assert action.due_on == AGREED
    assert [rung.day for rung in rungs(story.state, action) if rung.day > ONTWERP] == [
        read_day("Mon 2027-06-07"),
        read_day("Tue 2027-08-31"),
        read_day("Tue 2027-09-07"),
    ]
    assert remind_on(story.state, action) == LATE + timedelta(days=1)
    assert min(e.day for e in escalations(story.state, action)) == LATE + timedelta(days=8)


def test_a_body_hears_of_its_meeting_before_its_text_is_there_and_is_not_blamed_for_it(
    at: At,
) -> None:
    """It must put it on its agenda; what holds it up is asked of who owes the text."""
    state = at("opened")
    [themes] = state.owed("themas")
    assert in_the_way(state, themes)
    days = {rung.day for rung in rungs(state, themes)}
    told = {r.rung for day in days for r in due_reminders(state, day, [themes])}
    assert told == {"42 dagen voor", "14 dagen voor", "3 dagen voor"}
    assert remind_on(state, themes, after=THEMES) is None
    assert escalations(state, themes) == []


def test_what_rests_on_a_step_that_is_closed_is_looked_at_again(at: At) -> None:
    """Themes may be chosen without the advice being recorded: the text on them waits no more."""
    state = at("opened")
    changes = decided(ThemesChosen(on=THEMES, themes=("Jeugd",)), state).changes
    [text] = state.owed("concept-70")
    assert in_the_way(state, text)
    after = state.after(changes)
    assert not in_the_way(after, text)
    assert "concept-70" in {action.step for action in held_up_otherwise(after, changes)}


def test_councils_that_have_the_ontwerp_are_reminded_again_once_a_newer_one_is_taken_back(
    at: At,
) -> None:
    """The daily look found nothing to ask of them as long as the newer one stood."""
    story = StoryInMemory(at("asked"))
    story.does(VersionMade(on=HEARD, step="ontwerp"))
    forgotten = [(a, a.to_remind(None)) for a in story.state.owed("horen")]
    state = story.state.after(Changes.replacing(forgotten))
    story = StoryInMemory(state)
    story.does(Corrected(on=HEARD, step="ontwerp", reason="dat was een ander stuk"))
    assert None not in {a.remind_on for a in story.state.owed("horen")}


def test_a_text_that_comes_does_not_bring_back_a_rung_that_was_told(at: At) -> None:
    [adoption] = at("heard").owed("vaststelling")
    told = adoption.to_remind(remind_on(at("heard"), adoption, after=read_day("Thu 2027-09-23")))
    assert told.remind_on == read_day("Thu 2027-10-21")
    story = StoryInMemory(at("heard").after(Changes.replacing([(adoption, told)])))
    story.does(VersionMade(on=HEARD, step="definitief"))
    assert story.state.owed("vaststelling") == [told]
