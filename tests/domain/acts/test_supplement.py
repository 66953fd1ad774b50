# SPDX-License-Identifier: EUPL-1.2
"""A council adds to its answer, or answers after all: in memory and in a register.

Law: Politiewet 2012, art. 38b lid 2 (names no term; what came late is a council's own answer).
"""

from datetime import date

import pytest

from gehoord.domain.acts.report import AnswerSupplemented, Corrected, Disposed
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze
from gehoord.templates.spreadsheet import councils_sheet
from gehoord.templates.standing.councils import lines_of
from tests.story import (
    ADOPTED,
    ASKED,
    HEAR,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Moment,
    Told,
    heard,
    silent,
)

LATE = RESPOND_BY + ONE_DAY
LATER = LATE + ONE_DAY


def supplement(council: str, on: date) -> AnswerSupplemented:
    return AnswerSupplemented(
        on=on, municipality=council, answer=Answer.ZIENSWIJZE, text="Meer wijkagenten."
    )


def said(state: State) -> list[Zienswijze]:
    return sorted(state.zienswijzen, key=lambda z: (z.received_on, z.id))


def codes(state: State, on: date) -> dict[str, str]:
    return {f.code: f.text for f in findings(Case.of_dossier(state, on))}


def answer_of(council: str, state: State) -> str:
    return {row["Gemeente"]: row["Antwoord"] for row in lines_of(state)}[council]


def test_a_second_answer_says_how_it_is_recorded(told: Told) -> None:
    story = told("heard")
    with story.refuses("al gehoord op", "vast als aanvulling", "met een herstel"):
        story.does(heard("Texel", on=LATE))


def test_an_answer_after_silence_says_how_it_is_recorded(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", LATE, REAL_REASON))
    with story.refuses("niet antwoordde", "vast als aanvulling", "met een herstel"):
        story.does(heard("Texel", on=LATER))


def test_an_answer_after_the_adoption_says_how_it_is_kept(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld", "vast als aanvulling", law=HEAR):
        story.does(heard("Texel", on=ADOPTED + ONE_DAY))


def test_a_supplement_is_kept_beside_the_answer(told: Told) -> None:
    story = told("heard")
    before = story.state.hearing_of("GM0448")
    assert story.does(supplement("Texel", HEARD + ONE_DAY)) == (
        "Aanvulling van de raad van Texel vastgelegd: zienswijze (aanvulling)."
    )
    assert story.state.hearing_of("GM0448") == before
    [added] = said(story.state)
    assert (added.name, added.version, added.arrival) == ("Texel", before.version, "aanvulling")
    assert added.awaits_disposition
    story.does(Disposed(on=LATE, sender="Texel", disposition="Overgenomen."))
    assert not said(story.state)[0].awaits_disposition


def test_a_supplement_after_the_last_day_is_late(told: Told) -> None:
    story = told("heard")
    story.does(supplement("Texel", LATE))
    assert said(story.state)[0].arrival == Arrival.LATE


def test_a_late_answer_is_the_answer_and_marked_late(told: Told) -> None:
    story = told("asked")
    story.does(heard("Haarlem", on=RESPOND_BY).model_copy(update={"text": "Op tijd."}))
    story.does(heard("Texel", on=LATE).model_copy(update={"text": "Te laat."}))
    assert [z.arrival for z in said(story.state)] == [Arrival.FIRST, Arrival.LATE]
    assert answer_of("Haarlem", story.state) == "instemming zonder zienswijze"
    assert answer_of("Texel", story.state) == "instemming zonder zienswijze (te laat)"


def test_a_council_that_was_thought_silent_is_heard_after_all(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", LATE, REAL_REASON))
    story.does(supplement("Texel", LATER))
    hearing = story.state.hearing_of("GM0448")
    assert (hearing.state, hearing.heard_on) == (HearingState.HEARD, LATER)
    assert hearing.answer is Answer.ZIENSWIJZE
    assert said(story.state)[0].arrival == Arrival.LATE
    assert "raad-zweeg" not in codes(story.state, LATER)
    assert answer_of("Texel", story.state) == "zienswijze (te laat)"


def test_what_comes_after_the_adoption_is_kept_and_changes_nothing(told: Told) -> None:
    story = told("adopted")
    on = ADOPTED + ONE_DAY
    before, found = story.state, codes(story.state, on)
    assert story.does(supplement("Texel", on)).endswith("Bewaard; het plan verandert er niet door.")
    assert list(story.state.hearings) == list(before.hearings)
    assert list(story.state.actions) == list(before.actions)
    [kept] = said(story.state)
    assert kept.arrival == Arrival.AFTER_ADOPTION
    assert not kept.awaits_disposition
    new = {code: text for code, text in codes(story.state, on).items() if found.get(code) != text}
    assert new == {"te-laat-aangenomen": "Pas na de vaststelling binnengekomen: Texel."}
    assert answer_of("Texel", story.state) == (
        "instemming zonder zienswijze. Daarna: Na de vaststelling, ontvangen op 5 november 2027: "
        "zienswijze"
    )
    sheet = councils_sheet(story.state).decode("utf-8-sig")
    assert "Na de vaststelling, ontvangen op 5 november 2027\nMeer wijkagenten." in sheet


@pytest.mark.parametrize(
    ("moment", "on", "words"),
    [
        ("agreed", ASKED, "nog geen antwoord vastgelegd"),
        ("asked", HEARD, "vast als gehoord"),
        ("heard", HEARD - ONE_DAY, "een aanvulling komt daarna"),
    ],
)
def test_a_supplement_comes_after_an_answer(
    told: Told, moment: Moment, on: date, words: str
) -> None:
    story = told(moment)
    with story.refuses("Texel", words):
        story.does(supplement("Texel", on))


def test_a_council_does_not_answer_before_it_was_asked(told: Told) -> None:
    story = told("asked")
    story.does(silent("Texel", LATE, REAL_REASON))
    with story.refuses("Texel", "Verbeter de dag"):
        story.does(supplement("Texel", ASKED - ONE_DAY), LATE)


def test_an_answer_that_is_taken_back_takes_its_supplement_along(told: Told) -> None:
    story = told("heard")
    story.does(supplement("Texel", LATE))
    wrong = Corrected(on=LATER, step="horen", owner="Texel", reason="dit was een andere raad")
    story.does(wrong)
    assert not any(z.counts for z in said(story.state))
    assert story.state.hearing_of("GM0448").state is HearingState.INVITED
