# SPDX-License-Identifier: EUPL-1.2
"""The adviser answers a request with words; what has a report of its own he does not grant so."""

from dataclasses import replace

import pytest

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected, RequestAnswered
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.request import Reply, RequestKind, RequestState
from tests.conftest import read_day
from tests.domain.acts.asking import answers, asks
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, HEAR, HEARD, Story, Told, heard

OTHER, COMMITTEE = RequestKind.OTHER, RequestKind.COMMITTEE
LATER = read_day("Mon 2027-06-21")


def taken_back(what: str, who: str = "Texel") -> Corrected:
    return Corrected(on=LATER, report=what, owner=who, reason="dat was een vergissing")


def stands(story: Story, number: int = 1) -> tuple[RequestState, ActionState]:
    asked = story.state.requests.one(f"klein/verzoek/{number}")
    action = story.state.actions.one(f"klein/antwoord-op-verzoek/adviseur/{number}")
    assert asked is not None
    assert action is not None
    return asked.state, action.state


def test_it_closes_his_card_and_keeps_his_words(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    said = story.does(answers())
    assert said.startswith(
        "Verzoek 1 is afgewezen: uitstel tot en met 21 oktober 2027, van de griffie van Texel."
    )
    assert stands(story) == (RequestState.DENIED, ActionState.DONE)
    [asked] = story.state.requests
    assert (asked.answer, asked.settled_on) == (answers().text, ASKED)
    with story.refuses("Er staat geen verzoek open."):
        story.does(answers())


@pytest.mark.parametrize("named", ["2", "2.", "2 (Hoorn: uitstel)", "hoorn", "griffie van Hoorn"])
def test_it_is_named_by_its_number_or_by_whose_it_is(told: Told, named: str) -> None:
    story = told("asked")
    story.does(asks())
    story.does(asks(who="Hoorn"))
    story.does(answers(named))
    assert [stands(story, number)[0] for number in (1, 2)] == ["open", "afgewezen"]


def test_of_several_of_one_party_it_must_be_named(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    story.does(asks(COMMITTEE))
    with story.refuses(
        "Er staan er meer open. Noem het nummer: 1 (Texel: uitstel tot en met 21 oktober 2027); "
        "2 (Texel: behandeling in een commissie).",
    ):
        story.does(answers("Texel"))
    with story.refuses("Dat verzoek staat niet open. Noem het nummer: 1 (Texel"):
        story.does(answers("3"))


@pytest.mark.parametrize(
    ("question", "said", "law"),
    [
        (RequestKind.RESPITE, "Geef het uitstel dan zelf (melding 'uitstel')", None),
        (COMMITTEE, "alleen de raad zelf kan worden gehoord, een commissie niet", HEAR),
    ],
)
def test_what_has_a_report_of_its_own_or_no_ground_in_law_is_not_granted(
    told: Told, question: RequestKind, said: str, law: str | None
) -> None:
    story = told("asked")
    story.does(asks(question))
    with story.refuses(said, law=law):
        story.does(answers(reply=Reply.GRANTED))


def test_another_question_is_granted_denied_or_answered_as_the_adviser_sees_fit(
    told: Told,
) -> None:
    story = told("asked")
    for number, reply in enumerate(Reply, 1):
        story.does(asks(OTHER, text=f"Mag dit, en dat, en ook nog dit: {number}?"))
        story.does(answers(str(number), reply))
        assert str(stands(story, number)[0]) == str(reply)


def test_an_answer_does_not_come_before_the_question(told: Told) -> None:
    story = told("asked")
    story.does(asks(on=LATER))
    with story.refuses("kwam pas na die dag"):
        story.does(answers(on=ASKED))


def test_an_answer_that_is_taken_back_leaves_the_request_open_with_days_anew(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    story.does(answers())
    story.does(taken_back("antwoord-op-verzoek"))
    assert stands(story) == (RequestState.OPEN, ActionState.OPEN)
    [action] = story.state.actions.where(step="antwoord-op-verzoek")
    assert action.due_on == read_day("Thu 2027-06-24")
    story.does(answers(on=LATER, reply=Reply.ANSWERED))
    assert stands(story)[0] is RequestState.ANSWERED


def test_a_request_is_taken_back_only_while_it_is_open(told: Told) -> None:
    story = told("asked")
    with story.refuses("Van 'Texel' is geen verzoek vastgelegd."):
        story.does(taken_back("verzoek"))
    story.does(asks())
    story.does(answers())
    with story.refuses("Verzoek 1 is al afgewezen en staat vast."):
        story.does(taken_back("verzoek"))
    story.does(asks(COMMITTEE))
    story.does(taken_back("verzoek"))
    assert [asked.counts for asked in story.state.requests] == [True, False]
    assert stands(story, 2)[1] is ActionState.LAPSED
    story.does(asks(who="Hoorn"))
    with story.refuses("Op een verzoek van 'Hoorn' is geen antwoord vastgelegd."):
        story.does(taken_back("antwoord-op-verzoek", "Hoorn"))


@pytest.mark.parametrize("named", ["1", "1 (Texel: uitstel tot en met 21 oktober 2027)"])
def test_a_mistaken_request_is_named_by_its_number(told: Told, named: str) -> None:
    story = told("asked")
    story.does(asks())
    story.does(asks(COMMITTEE))
    with story.refuses("Er zijn er meer. Noem het nummer (actiehouder, --wie): 1 (Texel", "; 2 ("):
        story.does(taken_back("verzoek"))
    with story.refuses("Van '7' is geen verzoek vastgelegd. Noem het nummer: 1 (Texel"):
        story.does(taken_back("verzoek", "7"))
    assert {"1 (Texel: uitstel tot en met 21 oktober 2027)"} <= set(
        offered("herstel", "actiehouder", [story.state], LATER) or ()
    )
    story.does(taken_back("verzoek", named))
    assert [asked.counts for asked in story.state.requests] == [False, True]


def test_of_several_answers_the_mistaken_one_is_named(told: Told) -> None:
    story = told("asked")
    for number, question in enumerate((RequestKind.RESPITE, COMMITTEE), 1):
        story.does(asks(question))
        story.does(answers(str(number)))
    with story.refuses("Er zijn er meer. Noem het nummer"):
        story.does(taken_back("antwoord-op-verzoek"))
    story.does(taken_back("antwoord-op-verzoek", "1"))
    assert [stands(story, number)[0] for number in (1, 2)] == ["open", "afgewezen"]


STEP_BACK = Corrected(on=LATER, step="antwoord-op-verzoek", reason="dat was een vergissing")


def test_the_card_of_a_request_opens_with_its_request_alone(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    story.does(taken_back("verzoek"))
    with story.refuses("geen verzoek vastgelegd"):
        story.does(STEP_BACK)
    story.does(asks(who="Hoorn"))
    story.does(heard("Hoorn"))
    with story.refuses("geen antwoord vastgelegd"):
        story.does(STEP_BACK.model_copy(update={"on": HEARD}))
    assert not [a for a in story.state.open_actions() if a.step == "antwoord-op-verzoek"]


def test_the_adviser_is_told_anew_of_what_is_open_again(told: Told) -> None:
    story = told("asked")
    story.does(asks())
    [action] = story.state.actions.where(step="antwoord-op-verzoek")
    answered = replace(story.state, actions=Kept([action.reminded(LATER)]))
    anew = StoryInMemory(answered)
    anew.does(answers())
    anew.does(taken_back("antwoord-op-verzoek"))
    assert [a.reminded_on for a in anew.state.actions] == [None]


def test_the_journal_has_the_words_of_the_answer() -> None:
    said = RequestAnswered(on=ASKED, request="1", reply=Reply.DENIED, text="Dat kan niet.").said
    assert said == "afgewezen: Dat kan niet."
