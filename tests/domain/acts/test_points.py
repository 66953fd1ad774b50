# SPDX-License-Identifier: EUPL-1.2
"""What was answered, point by point: S003 says of all feedback what was done with it."""

from datetime import date

import pytest

from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    CouncilHeard,
    Disposed,
    PointNoted,
    PointsDisposed,
    PointsSorted,
    ReasonGiven,
    ResponseReceived,
    StanceMarked,
    TakenBack,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.zienswijze import Stance
from gehoord.domain.proposal.stage import Stage
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    FINAL,
    HEARD,
    ONE_DAY,
    ONTWERP,
    THEMES,
    Told,
    adopted,
)

WHY = "Het plan blijft op hoofdlijnen."


@pytest.fixture
def story(at: At) -> StoryInMemory:
    """The prosecution responded to a version, in two points."""
    story = StoryInMemory(at("agreed"))
    story.does(ResponseReceived(on=AGREED, sender="OM", text="Concreter, en wie doet wat?"))
    story.does(point("Kan het concreter?", "Cybercrime", main_line="Concreter"))
    story.does(point("Wie doet wat?", "Rollen"))
    return story


def point(text: str, subject: str, sender: str = "OM", **more: str) -> PointNoted:
    return PointNoted(on=AGREED, sender=sender, subject=subject, text=text, **more)


def disposed(
    number: int, outcome: PointOutcome, explanation: str = "", on: date = AGREED
) -> PointsDisposed:
    return PointsDisposed(on=on, points=(str(number),), outcome=outcome, explanation=explanation)


def taken_back(kind: TakenBack, whose: str) -> Corrected:
    return Corrected(on=AGREED, report=kind, owner=whose, reason="dat was een vergissing")


def test_a_response_is_weighed_once_all_of_its_points_are(story: StoryInMemory) -> None:
    story.does(disposed(1, PointOutcome.NOT_TAKEN_OVER, WHY))
    [response] = story.state.responses
    assert response.awaits_disposition
    story.does(disposed(2, PointOutcome.ANSWERED, "De burgemeester."))
    [response] = story.state.responses
    assert not response.awaits_disposition
    assert response.disposition == (
        f"1. Cybercrime: niet verwerkt: {WHY}\n2. Rollen: vraag beantwoord: De burgemeester."
    )


def test_a_point_added_or_taken_back_weighs_the_response_anew(story: StoryInMemory) -> None:
    story.does(disposed(1, PointOutcome.TAKEN_OVER))
    story.does(taken_back(TakenBack.POINT, "2"))
    assert not story.state.responses[0].awaits_disposition
    story.does(point("En de jeugd?", "Drugs"))
    assert story.state.responses[0].awaits_disposition
    assert [p.number for p in story.state.points if p.counts] == [1, 3]


def test_what_was_done_with_a_point_is_taken_back_and_said_anew(story: StoryInMemory) -> None:
    story.does(disposed(1, PointOutcome.TAKEN_OVER))
    story.does(taken_back(TakenBack.POINT_DISPOSITION, "1 (OM: Cybercrime)"))
    assert story.state.points[0].awaits_disposition
    with story.refuses("nog niet vastgelegd wat ermee is gedaan"):
        story.does(taken_back(TakenBack.POINT_DISPOSITION, "1"))


def test_who_is_second_to_decide_on_a_point_is_told(story: StoryInMemory) -> None:
    story.does(disposed(1, PointOutcome.NOT_TAKEN_OVER, WHY))
    story.does(disposed(2, PointOutcome.TAKEN_OVER))
    with story.refuses("staat al vast wat ermee is gedaan"):
        story.does(disposed(1, PointOutcome.TAKEN_OVER))


@pytest.mark.parametrize(
    ("outcome", "what"),
    [
        (PointOutcome.NOT_TAKEN_OVER, "waarom het niet is verwerkt"),
        (PointOutcome.ANSWERED, "het antwoord"),
    ],
)
def test_what_is_not_taken_over_has_a_reason_and_a_question_its_answer(
    story: StoryInMemory, outcome: PointOutcome, what: str
) -> None:
    with story.refuses(f"Schrijf bij '{outcome}' op {what}."):
        story.does(disposed(1, outcome))


def test_several_points_are_decided_on_and_sorted_at_once(story: StoryInMemory) -> None:
    story.does(PointsSorted(on=AGREED, points=("1", "2"), main_line="Concreter"))
    assert {p.main_line for p in story.state.points} == {"Concreter"}
    both = PointsDisposed(on=AGREED, points=("1", "2"), outcome=PointOutcome.TAKEN_OVER)
    assert story.does(both) == "Verwerkt: 2 punten (1 en 2)."
    story.does(PointsSorted(on=AGREED, points=("2",), main_line="-"))
    assert [p.main_line for p in story.state.points] == ["Concreter", ""]


def test_an_answer_is_weighed_as_a_whole_or_by_its_points(story: StoryInMemory) -> None:
    with story.refuses("is in punten gesplitst"):
        story.does(Disposed(on=AGREED, sender="OM", disposition="Overgenomen."))
    story.does(ResponseReceived(on=AGREED, sender="Politie", text="Goed zo."))
    story.does(Disposed(on=AGREED, sender="Politie", disposition="Met dank."))
    with story.refuses("is al als geheel verwerkt"):
        story.does(point("Goed zo.", "Plan", "Politie"))
    story.does(disposed(1, PointOutcome.TAKEN_OVER))
    story.does(disposed(2, PointOutcome.TAKEN_OVER))
    with story.refuses("is per punt verwerkt"):
        story.does(taken_back(TakenBack.DISPOSITION, "OM"))


def test_the_points_of_a_response_go_with_it(story: StoryInMemory) -> None:
    story.does(taken_back(TakenBack.RESPONSE, "OM"))
    assert not any(p.counts for p in story.state.points)


def test_a_zienswijze_has_points_as_a_response_has(told: Told) -> None:
    story = told("asked")
    said = CouncilHeard(on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Meer.")
    story.does(said)
    texel = PointNoted(
        on=FINAL, sender="texel", subject="Sterkte", text="Meer.", outcome=PointOutcome.TAKEN_OVER
    )
    story.does(texel)
    [zienswijze] = story.state.zienswijzen
    assert zienswijze.disposition == "1. Sterkte: verwerkt"


def test_of_a_sender_with_more_answers_people_name_the_day(story: StoryInMemory) -> None:
    story.does(ResponseReceived(on=AGREED + ONE_DAY, sender="OM", text="Nog iets."))
    with story.refuses("Noem welke: OM (10 juni 2027); OM (11 juni 2027)"):
        story.does(point("Nog iets.", "Plan"))
    later = PointNoted(on=ASKED, sender="OM (11 juni 2027)", subject="Plan", text="Nog iets.")
    story.does(later)
    assert story.state.points[-1].answer == "klein/reactie/2"


def test_the_ontwerp_does_not_leave_while_a_point_of_the_round_before_is_open(
    story: StoryInMemory,
) -> None:
    story.does(VersionMade(on=AGREED, step="ontwerp"))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=ASKED, client=client))
    with story.refuses("punten hebben nog geen verwerking"):
        story.starts(Stage.HEARING, ASKED)
    story.does(
        ReasonGiven(
            on=ASKED, by="regioburgemeester", code="punten-zonder-verwerking",
            ground="de antwoorden volgen in een apart stuk", step="verzending",
        )
    )  # fmt: skip
    story.starts(Stage.HEARING, ASKED)
    assert all(h.invited_on for h in story.state.hearings)


def test_who_is_critical_is_marked_by_the_adviser(story: StoryInMemory) -> None:
    said = story.does(StanceMarked(on=AGREED, sender="OM", stance=Stance.CRITICAL))
    assert said == "De reactie van OM is kritisch."
    assert story.state.responses[0].stance is Stance.CRITICAL


def test_a_response_is_about_the_version_that_is_named(story: StoryInMemory) -> None:
    story.does(ResponseReceived(on=ONTWERP, sender="A", text="Ja.", version="ontwerp"))
    assert story.state.responses[-1].version == "klein/versie/1"
    with story.refuses("Van stap 'concept-70' is geen versie vastgelegd"):
        story.does(ResponseReceived(on=ONTWERP, sender="A", text="Ja.", version="concept-70"))


def test_what_was_decided_before_the_adoption_is_not_wiped_by_a_new_point(told: Told) -> None:
    story = told("final")
    story.does(ResponseReceived(on=HEARD, sender="OM", text="Concreter."))
    noted = PointNoted(on=HEARD, sender="OM", subject="Cyber", text="Concreter.")
    story.does(noted.model_copy(update={"outcome": PointOutcome.TAKEN_OVER}))
    story.does(adopted())
    before = story.state.responses[-1]
    with story.refuses("Het plan is al vastgesteld"):
        story.does(noted.model_copy(update={"on": ADOPTED, "text": "Wie doet wat?"}))
    with story.refuses("Het plan is al vastgesteld"):
        story.does(taken_back(TakenBack.POINT, "1"))
    assert story.state.responses[-1] == before


def test_what_came_on_the_day_of_the_adoption_itself_is_not_split_any_more(told: Told) -> None:
    story = told("final")
    story.does(ResponseReceived(on=ADOPTED, sender="OM", text="Concreter."))
    story.does(adopted())
    with story.refuses("Het plan is al vastgesteld"):
        story.does(PointNoted(on=ADOPTED, sender="OM", subject="Cyber", text="Concreter."))


def test_what_came_after_the_adoption_is_split_and_a_mistake_in_that_undone(told: Told) -> None:
    story = told("adopted")
    late = ADOPTED + ONE_DAY
    story.does(ResponseReceived(on=late, sender="OM", text="Te laat?"))
    story.does(PointNoted(on=late, sender="OM", subject="Plan", text="Te laaat?"))
    story.does(taken_back(TakenBack.POINT, "1"))
    assert not any(point.counts for point in story.state.points)


def test_headings_are_one_in_other_capitals_and_two_with_another_sign(story: StoryInMemory) -> None:
    story.does(point("Een", "c++", main_line="concreter "))
    story.does(point("Twee", "C"))
    assert [p.subject for p in story.state.points] == ["Cybercrime", "Rollen", "c++", "C"]
    assert story.state.points[2].main_line == "Concreter"


def test_how_a_point_was_headed_that_was_taken_back_sets_no_example(story: StoryInMemory) -> None:
    story.does(point("Een", "drUgs"))
    story.does(taken_back(TakenBack.POINT, "3"))
    story.does(point("Twee", "Drugs"))
    assert story.state.points[-1].subject == "Drugs"


def test_a_misspelled_heading_is_corrected_as_it_is_given(story: StoryInMemory) -> None:
    story.does(PointsSorted(on=AGREED, points=("1",), subject="Cyber-crime", main_line="CONCRETER"))
    first = story.state.points[0]
    assert (first.subject, first.main_line) == ("Cyber-crime", "CONCRETER")
    with story.refuses("Er verandert niets: zo is punt 1 (OM: Cyber-crime) al ingedeeld"):
        story.does(PointsSorted(on=AGREED, points=("1",), subject="Cyber-crime"))


def test_what_was_said_before_any_version_is_answered_before_the_first_leaves(at: At) -> None:
    story = StoryInMemory(at("themes"))
    story.does(ResponseReceived(on=THEMES, sender="OM", text="Noem ook cybercrime."))
    story.does(PointNoted(on=THEMES, sender="OM", subject="Keuze", text="Noem cybercrime."))
    story.does(VersionMade(on=ONTWERP, step="ontwerp"))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=AGREED, client=client))
    with story.refuses("1 punt heeft nog geen verwerking"):
        story.starts(Stage.HEARING, ASKED)
    story.does(disposed(1, PointOutcome.TAKEN_OVER))
    story.starts(Stage.HEARING, ASKED)
