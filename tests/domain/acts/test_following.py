# SPDX-License-Identifier: EUPL-1.2
"""A request falls away with the hearing that it is about, or with the day that it asked for."""

import pytest

from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Agreed,
    AnswerSupplemented,
    Corrected,
    Merged,
    VersionMade,
)
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.request import RequestKind, RequestState
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.domain.acts.asking import WANTED, answers, asks
from tests.domain.acts.test_respite import respite
from tests.story import HEARD, ONE_DAY, REAL_REASON, RESPOND_BY, Story, Told, heard, silent

OTHER, COMMITTEE = RequestKind.OTHER, RequestKind.COMMITTEE
LESS = read_day("Thu 2027-10-14")
MISTAKE = "dat was een andere raad"
ANSWERED = Corrected(on=HEARD, step="horen", owner="Texel", reason=MISTAKE)
RESPITE = Corrected(on=HEARD, report="uitstel", owner="Texel", reason=MISTAKE)


@pytest.fixture
def asking(told: Told) -> Story:
    """The story in which Texel asked three things, and Hoorn one."""
    story = told("asked")
    story.does(asks())
    story.does(asks(COMMITTEE))
    story.does(asks(OTHER))
    story.does(asks(who="Hoorn"))
    return story


def stand(story: Story) -> list[str]:
    """Return where each request stands; its action stands as it does."""
    for asked in story.state.requests:
        action = story.state.actions.one(asked.action)
        assert action is not None
        assert action.is_open is asked.is_open
        lapsed = action.state is ActionState.LAPSED
        assert lapsed is (asked.state is RequestState.LAPSED or not asked.counts)
    return [str(asked.state) for asked in story.state.requests]


def test_a_respite_until_the_day_that_was_asked_grants_it_and_taken_back_it_is_open_again(
    asking: Story,
) -> None:
    asking.does(respite(WANTED))
    assert stand(asking) == ["toegewezen", "open", "open", "open"]
    asking.does(RESPITE)
    assert stand(asking) == ["open", "open", "open", "open"]


def test_a_shorter_respite_leaves_it_open_and_says_so(asking: Story) -> None:
    said = asking.does(respite(LESS))
    assert "Verzoek 1 vroeg uitstel tot en met 21 oktober 2027 en staat nog open" in said
    assert stand(asking) == ["open", "open", "open", "open"]


def test_once_its_council_is_heard_it_lapses_and_taken_back_it_is_owed_again(
    asking: Story,
) -> None:
    asking.does(heard("Texel"))
    assert stand(asking) == ["vervallen", "vervallen", "open", "open"]
    asking.does(ANSWERED)
    assert stand(asking) == ["open", "open", "open", "open"]
    action = asking.state.actions.one("klein/antwoord-op-verzoek/adviseur/1")
    assert action is not None
    assert action.due_on
    assert action.due_on > HEARD


def test_a_silence_is_no_answer_to_it_and_a_supplement_makes_it_lapse(asking: Story) -> None:
    on = RESPOND_BY + ONE_DAY
    said = asking.does(silent("Texel", on, REAL_REASON))
    assert "Let op: verzoek 1 staat nog open." in said
    assert stand(asking) == ["open", "open", "open", "open"]
    asking.does(AnswerSupplemented(on=on, municipality="Texel", answer=Answer.AGREES))
    assert stand(asking) == ["vervallen", "vervallen", "open", "open"]
    asking.does(Corrected(on=on, report="aanvulling", owner="Texel", reason=MISTAKE))
    assert stand(asking) == ["open", "open", "open", "open"]


def test_who_asked_for_respite_is_left_out_of_all_who_did_not_answer(asking: Story) -> None:
    on = RESPOND_BY + ONE_DAY
    said = asking.does(silent("alle", on, REAL_REASON))
    assert "beantwoord eerst dat verzoek: Hoorn en Texel." in said
    assert {h.name for h in asking.state.hearings if h.state is HearingState.INVITED} == {
        "Hoorn",
        "Texel",
    }
    assert stand(asking) == ["open", "open", "open", "open"]


def test_it_stays_granted_on_an_earlier_day_that_is_enough_still(asking: Story) -> None:
    asking.does(asks(until=LESS - ONE_DAY))
    asking.moves("horen", WANTED, HEARD)
    assert stand(asking) == ["toegewezen", "open", "open", "toegewezen", "toegewezen"]
    asking.moves("horen", LESS, HEARD)
    assert stand(asking) == ["open", "open", "open", "open", "toegewezen"]


def test_another_council_of_a_grown_municipality_does_not_ask_it_again(asking: Story) -> None:
    asking.does(heard("Texel"))
    asking.does(Merged(on=HEARD, ceased=("Haarlem",), code="GM0448", name="Texel"))
    assert stand(asking) == ["vervallen", "vervallen", "open", "open"]


def test_an_answer_taken_back_once_the_council_is_heard_leaves_it_lapsed(asking: Story) -> None:
    asking.does(answers("1"))
    asking.does(heard("Texel"))
    said = asking.does(Corrected(on=HEARD, report="antwoord-op-verzoek", owner="1", reason=MISTAKE))
    assert "Het is vervallen door wat er daarna gebeurde." in said
    assert stand(asking) == ["vervallen", "vervallen", "open", "open"]


def test_what_was_answered_in_words_stays_so_whatever_becomes_of_the_hearing(
    asking: Story,
) -> None:
    asking.does(answers("1"))
    asking.does(respite())
    asking.does(heard("Texel"))
    asking.does(ANSWERED)
    asking.does(RESPITE)
    assert stand(asking) == ["afgewezen", "open", "open", "open"]


def test_a_later_day_for_all_grants_what_was_asked_and_a_shorter_one_does_not(
    asking: Story,
) -> None:
    asking.moves("horen", LESS, HEARD)
    assert stand(asking)[0] == "open"
    asking.moves("horen", WANTED, HEARD)
    assert stand(asking) == ["toegewezen", "open", "open", "toegewezen"]
    asking.moves("horen", RESPOND_BY, HEARD)
    assert stand(asking) == ["open", "open", "open", "open"]


def test_a_newer_ontwerp_brings_nothing_back_of_the_round_before(asking: Story) -> None:
    asking.does(respite(WANTED))
    asking.does(heard("Hoorn"))
    asking.does(VersionMade(on=HEARD, step="ontwerp"))
    for client in CLIENTS_THAT_AGREE:
        asking.does(Agreed(on=HEARD, client=client))
    asking.starts(Stage.HEARING, HEARD)
    assert stand(asking) == ["toegewezen", "open", "open", "vervallen"]


def test_of_a_council_that_ceased_nothing_is_asked_about_its_hearing(asking: Story) -> None:
    asking.does(Merged(on=HEARD, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    assert stand(asking) == ["vervallen", "vervallen", "open", "open"]
