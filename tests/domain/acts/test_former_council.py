# SPDX-License-Identifier: EUPL-1.2
"""A municipality did not grow after all: its council was heard, and need not be heard twice.

Law: Politiewet 2012, art. 38b lid 2 (every council is heard, on the ontwerp; none on less).
"""

from datetime import date, timedelta
from typing import Final

from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    CouncilHeard,
    Merged,
    PointNoted,
    RespiteGiven,
    TakenBack,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import HEARD, ONE_DAY, REAL_REASON, RESPOND_BY, Story, Told, heard, silent
from tests.story_in_register import StoryInRegister

HOORN: Final = "GM0405"
DAY: Final = HEARD + ONE_DAY
AGAIN: Final = DAY + timedelta(days=5)
INTO_HOORN: Final = Merged(on=DAY, ceased=("Texel",), code=HOORN, name="Hoorn")
WORDS: Final = "Meer wijkagenten op straat."


def said_by(council: str, on: date, text: str = WORDS) -> CouncilHeard:
    return CouncilHeard(on=on, municipality=council, answer=Answer.ZIENSWIJZE, text=text)


def back(on: date = AGAIN, day: date = DAY) -> Corrected:
    return Corrected(on=on, report=TakenBack.MERGER, owner="Hoorn", reason="Dat was een ander.")


def of_hoorn(state: State) -> list[Zienswijze]:
    return [z for z in state.zienswijzen if z.municipality == HOORN and z.counts]


def owed_by(state: State, name: str) -> list[str]:
    return [a.step for a in state.open_actions() if name in (a.owner_name, a.title)]


def answered(story: Story) -> Story:
    """Hoorn gave a zienswijze; that Texel went into it is told of the day after."""
    story.does(said_by("Hoorn", HEARD))
    return story


def test_what_a_council_answered_stands_again_with_all_that_was_done_about_it(told: Told) -> None:
    story = answered(told("asked"))
    story.does(PointNoted(on=HEARD, sender="Hoorn", subject="wijkagenten", text="Drie erbij."))
    before = story.state
    story.does(INTO_HOORN)
    assert not story.state.hearing_of(HOORN).is_settled, "another council, which was not heard"
    said = story.does(back())
    assert "Het antwoord van de raad van Hoorn van 16 september 2027 (zienswijze) geldt weer." in (
        said
    )
    after = story.state
    assert after.hearing_of(HOORN) == before.hearing_of(HOORN)
    [done] = after.actions.where(step="horen", owner=HOORN)
    assert (done.state, done.done_on) == ("gedaan", HEARD)
    assert [a for a in after.open_actions() if "Hoorn" in a.title] == [], "nobody owes it again"
    assert of_hoorn(after) == of_hoorn(before)
    assert list(after.points) == list(before.points)
    assert "horen" in owed_by(after, "Texel"), "nobody heard that council yet"


def test_what_was_told_of_it_since_is_added_and_named(at: At) -> None:
    story = answered(StoryInMemory(at("asked")))
    story.does(INTO_HOORN)
    story.starts(Stage.HEARING, DAY)
    story.does(said_by("Hoorn", DAY + ONE_DAY, "Ook op het strand."))
    said = story.does(back())
    assert "kreeg het ontwerp op 17 september 2027 nog eens: laat zijn griffie weten dat" in said
    assert "(gehoord op 18 september 2027, zienswijze), staat er nu als aanvulling bij." in said
    assert story.state.hearing_of(HOORN).heard_on == HEARD
    assert [(z.text, z.arrival) for z in of_hoorn(story.state)] == [
        (WORDS, Arrival.FIRST),
        ("Ook op het strand.", Arrival.SUPPLEMENT),
    ]
    supplement = Corrected(
        on=AGAIN, report=TakenBack.SUPPLEMENT, owner="Hoorn", reason="Dat zei hij niet."
    )
    story.does(supplement)
    assert [z.text for z in of_hoorn(story.state)] == [WORDS]
    assert story.state.hearing_of(HOORN).state is HearingState.HEARD


def test_no_mail_that_waits_asks_a_council_again_that_was_heard(told: Told) -> None:
    story = answered(told("asked"))
    story.does(INTO_HOORN)
    story.starts(Stage.HEARING, DAY)
    story.does(back())
    assert story.state.hearing_of(HOORN).state is HearingState.HEARD
    assert owed_by(story.state, "ontwerp aan de raad van Hoorn sturen") == []
    if isinstance(story, StoryInRegister):
        with story.register.reading() as reader:
            letters = reader.all(Message, "klein", municipality=HOORN, letter=Letter.ONTWERP)
        waiting = [m.round for m in letters if m.state is MessageState.WAITING]
        assert waiting == [1], "the second asks it again; by the first it has what it answered"


def test_a_zienswijze_of_since_is_added_to_an_answer_without_of_that_day(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(heard("Hoorn"))
    story.does(INTO_HOORN.model_copy(update={"on": HEARD}))
    story.starts(Stage.HEARING, HEARD)
    story.does(said_by("Hoorn", HEARD))
    assert "staat er nu als aanvulling bij." in story.does(back(HEARD))
    assert story.state.hearing_of(HOORN).answer == Answer.AGREES
    assert [z.arrival for z in of_hoorn(story.state)] == [Arrival.SUPPLEMENT]


def test_a_first_answer_of_since_stays_its_answer(at: At) -> None:
    story = StoryInMemory(at("asked"))
    longer = RESPOND_BY + ONE_DAY
    why = "de raad vergadert een dag later"
    story.does(RespiteGiven(on=HEARD, municipality="Hoorn", until=longer, reason=why))
    story.does(INTO_HOORN)
    story.does(back(DAY))
    [owed] = story.state.owed("horen", HOORN)
    assert owed.due_on == longer, "it has the longer time that it was given"
    assert story.state.hearing_of(HOORN).respond_by == longer
    story.does(INTO_HOORN)
    story.starts(Stage.HEARING, DAY)
    story.does(said_by("Hoorn", DAY + ONE_DAY))
    said = story.does(back())
    assert "blijft staan: gehoord op 18 september 2027, zienswijze." in said
    assert story.state.hearing_of(HOORN).state is HearingState.HEARD
    assert [z.arrival for z in of_hoorn(story.state)] == [Arrival.FIRST]


def test_the_longer_time_of_since_is_what_it_is_told(at: At) -> None:
    story = StoryInMemory(at("asked"))
    longer = RESPOND_BY + ONE_DAY
    why = "de raad vergadert een dag later"
    story.does(INTO_HOORN)
    story.starts(Stage.HEARING, DAY)
    story.does(RespiteGiven(on=DAY, municipality="Hoorn", until=longer, reason=why))
    assert "hij kan antwoorden tot en met 8 oktober 2027." in story.does(back())


def test_who_was_sent_a_newer_ontwerp_is_heard_on_that(at: At) -> None:
    story = answered(StoryInMemory(at("asked")))
    story.does(INTO_HOORN)
    story.does(VersionMade(on=DAY, step="ontwerp"))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=DAY, client=client))
    story.starts(Stage.HEARING, DAY)
    said = story.does(back())
    assert "ging over een eerder ontwerp en blijft bewaard. De raad van Hoorn wordt nog" in said
    assert story.state.hearing_of(HOORN).state is HearingState.INVITED
    assert "horen" in owed_by(story.state, "Hoorn")


def test_a_silence_stands_again_and_an_answer_of_since_is_more(at: At) -> None:
    story = StoryInMemory(at("asked"))
    late = RESPOND_BY + ONE_DAY
    merged = INTO_HOORN.model_copy(update={"on": late})
    story.does(silent("Hoorn", late, REAL_REASON))
    before = story.state.hearing_of(HOORN)
    story.does(merged)
    assert "niet antwoordde (vastgelegd op 8 oktober 2027), geldt weer." in story.does(back(late))
    assert story.state.hearing_of(HOORN) == before


def test_of_two_mergers_the_one_that_stands_still_asks_the_council_anew(told: Told) -> None:
    story = answered(told("asked"))
    later = INTO_HOORN.model_copy(update={"on": AGAIN, "ceased": ("Haarlem",)})
    story.does(INTO_HOORN)
    story.does(later)
    assert "De raad van Hoorn wordt nog gehoord." in story.does(back())
    assert not story.state.hearing_of(HOORN).is_settled
    assert "geldt weer." in story.does(back())
    assert story.state.hearing_of(HOORN).heard_on == HEARD
    story.does(later)
    story.does(INTO_HOORN)
    assert "De raad van Hoorn wordt nog gehoord." in story.does(back())
    assert "geldt weer." in story.does(back()), "also when they were told in another order"


def test_what_the_adviser_sent_that_day_he_owes_again_for_who_is_another_council(
    at: At,
) -> None:
    """Twice on one day: what he did then was for the council of before."""
    story = answered(StoryInMemory(at("asked")))
    for _ in range(2):
        story.does(INTO_HOORN)
        assert [a.owner for a in story.state.owed(f"ontwerp-aan-gm0405-{DAY}")] == ["adviseur"]
        story.starts(Stage.HEARING, DAY)
        assert story.state.owed(f"ontwerp-aan-gm0405-{DAY}") == []
        story.does(back(DAY))


def test_who_comes_back_without_the_ontwerp_gets_it_when_the_one_that_grew_has_it(
    at: At,
) -> None:
    """All that had it went into one: that stands again before it is seen who is without."""
    story = StoryInMemory(at("asked"))
    story.does(INTO_HOORN)
    story.does(back(DAY))
    story.does(INTO_HOORN.model_copy(update={"code": "GM9999", "name": "Nieuwstad"}))
    story.does(INTO_HOORN.model_copy(update={"ceased": ("Haarlem", "Nieuwstad")}))
    story.does(back(DAY))
    assert {a.owner for a in story.state.owed("horen")} == {"GM0392", HOORN, "GM9999"}
    assert story.state.hearing_of("GM9999").state is HearingState.PLANNED
    assert story.state.owed(f"ontwerp-aan-gm9999-{DAY}")


def test_a_newer_ontwerp_that_was_not_sent_yet_is_still_owed(at: At) -> None:
    story = answered(StoryInMemory(at("asked")))
    story.does(VersionMade(on=DAY, step="ontwerp"))
    before = owed_by(story.state, "Hoorn")
    assert "horen" in before
    story.does(INTO_HOORN)
    story.does(back())
    assert owed_by(story.state, "Hoorn") == before


def test_who_comes_back_owes_its_hearing_on_a_newer_ontwerp_that_was_not_sent_yet(at: At) -> None:
    story = StoryInMemory(at("heard"))
    story.does(INTO_HOORN)
    story.does(VersionMade(on=DAY, step="ontwerp"))
    story.does(back())
    assert story.state.hearing_of("GM0448").state is HearingState.HEARD
    assert {a.owner_name for a in story.state.owed("horen")} == {"Haarlem", "Hoorn", "Texel"}


def test_all_councils_that_went_into_one_owe_their_hearing_again(at: At) -> None:
    """Who came of it and was there by mistake alone let nothing lapse for them."""
    story = StoryInMemory(at("asked"))
    all_ = ("Haarlem", "Hoorn", "Texel")
    story.does(INTO_HOORN.model_copy(update={"ceased": all_, "code": "GM9999", "name": "Alles"}))
    story.does(
        Corrected(on=DAY, report=TakenBack.MERGER, owner="Alles", reason="Dat was een plan.")
    )
    assert {a.owner_name for a in story.state.owed("horen")} == set(all_)
