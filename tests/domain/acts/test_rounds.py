# SPDX-License-Identifier: EUPL-1.2
"""A newer ontwerp starts a round with days of its own, and nothing of the old one blocks it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Agreed, StepDone, VersionMade
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.errors import RefusedError
from gehoord.procedures.library import proposal_of
from tests.conftest import read_day
from tests.domain.acts.rounds import (
    AGREED,
    DAYS_OF_SECOND,
    FAR,
    FIRST,
    LAST_DAY_TO_ANSWER,
    OF_ROUND,
    ROUND,
    SECOND,
    SENT,
    Rounds,
)
from tests.story import Small


@pytest.fixture(params=["klein", "noord-holland/imv-2028-2031"])
def rounds(request: pytest.FixtureRequest, small: Small) -> Rounds:
    return Rounds(small if request.param == "klein" else proposal_of(request.param))


@pytest.fixture
def north() -> Rounds:
    """Noord-Holland: there, meetings rest on the sending."""
    return Rounds(proposal_of("noord-holland/imv-2028-2031"))


def test_a_second_round_blocks_nobody_and_nothing_in_it_is_late(rounds: Rounds) -> None:
    rounds.first_round()
    rounds.ontwerp(SECOND)
    assert rounds.blocked(SECOND) == []
    rounds.does(Agreed(on=AGREED, client="regioburgemeester"))
    assert rounds.blocked(AGREED) == []
    rounds.does(Agreed(on=AGREED, client="hoofdofficier"))
    rounds.asked(AGREED)
    assert rounds.blocked(AGREED) == []
    assert rounds.late(AGREED) == set()
    assert {a.done_on for step in OF_ROUND for a in rounds.of(step)} == {AGREED}
    assert {(h.round, h.invited_on, h.respond_by) for h in rounds.state.hearings} == {
        (2, AGREED, LAST_DAY_TO_ANSWER)
    }


def test_agreement_and_sending_come_as_long_after_the_new_ontwerp_as_after_the_first(
    rounds: Rounds,
) -> None:
    rounds.first_round()
    rounds.ontwerp(SECOND)
    assert rounds.due(*OF_ROUND) == DAYS_OF_SECOND
    assert {line.moved_because for s in OF_ROUND for line in rounds.state.lines.where(step=s)} == {
        "nieuw ontwerp van 23 juni 2027"
    }
    assert rounds.due("horen") == [LAST_DAY_TO_ANSWER]


def test_the_third_round_counts_like_the_second(rounds: Rounds) -> None:
    rounds.first_round()
    rounds.ontwerp(SECOND)
    rounds.agreed(AGREED)
    rounds.asked(AGREED)
    third = read_day("Mon 2027-07-05")
    rounds.ontwerp(third)
    assert rounds.due(*OF_ROUND) == [read_day("Mon 2027-07-12"), read_day("Mon 2027-07-19")]
    assert rounds.blocked(third) == []
    rounds.agreed(third)
    rounds.asked(third)
    assert rounds.blocked(third) == []
    assert {h.round for h in rounds.state.hearings} == {3}


def test_a_sending_that_is_still_to_come_keeps_its_day_and_the_agreement_is_there_before_it(
    rounds: Rounds,
) -> None:
    rounds.ontwerp(FIRST)
    rounds.agreed(FIRST)
    newer = read_day("Mon 2027-06-14")
    rounds.ontwerp(newer)
    assert rounds.due(*OF_ROUND) == [SENT, SENT]
    assert rounds.blocked(newer) == []
    rounds.agreed(newer)
    rounds.asked(SENT)
    assert {h.invited_on for h in rounds.state.hearings} == {SENT}
    assert rounds.blocked(SENT) == []


def test_days_that_are_all_to_come_still_follow_the_plan(rounds: Rounds) -> None:
    rounds.ontwerp(read_day("Tue 2027-06-01"))
    rounds.ontwerp(read_day("Thu 2027-06-03"))
    rounds.moves("verzending", read_day("Thu 2027-06-24"), read_day("Thu 2027-06-03"))
    assert rounds.due(*OF_ROUND) == [SENT, read_day("Thu 2027-06-24")]


def test_what_councils_answered_on_the_older_ontwerp_counts_no_more(rounds: Rounds) -> None:
    rounds.first_round()
    rounds.heard(read_day("Tue 2027-06-22"), "Texel", "Haarlem")
    rounds.ontwerp(SECOND)
    assert not any(rounds.state.is_done(step) for step in ROUND)
    rounds.agreed(AGREED)
    rounds.asked(AGREED)
    assert {h.state for h in rounds.state.hearings} == {HearingState.INVITED}
    assert rounds.blocked(AGREED) == []
    assert {a.due_on for a in rounds.state.open_actions(step="horen")} == {LAST_DAY_TO_ANSWER}


def test_who_never_agreed_to_the_first_is_not_late_with_the_second(rounds: Rounds) -> None:
    rounds.ontwerp(FIRST)
    rounds.ontwerp(SECOND)
    assert rounds.due(*OF_ROUND) == DAYS_OF_SECOND
    assert rounds.late(SECOND) == set()


def test_close_to_the_last_day_to_answer_there_is_still_a_day_to_ask_on(rounds: Rounds) -> None:
    rounds.first_round()
    newer = read_day("Fri 2027-10-01")
    rounds.ontwerp(newer)
    assert rounds.due(*OF_ROUND) == [read_day("Wed 2027-10-06")] * 2
    assert rounds.blocked(newer) == []


def test_after_the_last_day_to_answer_only_that_day_is_in_the_way(rounds: Rounds) -> None:
    rounds.first_round()
    newer = read_day("Mon 2027-10-11")
    rounds.ontwerp(newer)
    assert rounds.due("akkoord") == [read_day("Mon 2027-10-18")]
    rounds.agreed(newer)
    assert rounds.blocked(newer) == []
    with pytest.raises(RefusedError, match="Verplaats eerst de stap 'horen'"):
        rounds.asked(newer)
    rounds.moves("vaststelling", read_day("Thu 2027-12-09"), newer)
    rounds.asked(newer)
    assert rounds.blocked(newer) == []
    assert {h.respond_by for h in rounds.state.hearings} == {read_day("Thu 2027-11-11")}


def test_a_move_afterwards_leaves_the_days_of_the_round(rounds: Rounds) -> None:
    rounds.first_round()
    rounds.ontwerp(SECOND)
    rounds.moves("vaststelling", read_day("Thu 2027-12-09"), SECOND)
    assert rounds.due(*OF_ROUND) == DAYS_OF_SECOND
    rounds.agreed(AGREED)
    rounds.moves("verzending", read_day("Thu 2027-07-15"), AGREED)
    assert rounds.due("verzending") == [read_day("Thu 2027-07-15")]
    rounds.asked(AGREED)
    assert rounds.blocked(AGREED) == []
    assert {h.respond_by for h in rounds.state.hearings} == {read_day("Thu 2027-11-11")}


def test_meetings_of_the_former_round_rested_on_its_sending(north: Rounds) -> None:
    north.first_round()
    met = read_day("Thu 2027-09-09")
    north.does(StepDone(on=met, step="tussenstand"))
    north.does(StepDone(on=met, step="raadsbehandeling"))
    newer = read_day("Wed 2027-09-15")
    north.ontwerp(newer)
    assert north.blocked(newer) == []
    north.agreed(newer)
    north.asked(newer)
    assert north.blocked(newer) == []


def test_a_meeting_to_come_is_not_before_the_sending_that_it_rests_on(north: Rounds) -> None:
    north.first_round()
    newer = read_day("Wed 2027-09-01")
    north.ontwerp(newer)
    assert north.due(*OF_ROUND) == [read_day("Wed 2027-09-08"), read_day("Thu 2027-09-09")]
    assert north.blocked(newer) == []


def test_what_was_made_of_the_former_answers_is_not_out_of_order(rounds: Rounds) -> None:
    rounds.first_round()
    rounds.heard(read_day("Thu 2027-09-16"), *(h.name for h in rounds.state.hearings))
    made = read_day("Fri 2027-10-08")
    rounds.does(StepDone(on=made, step="verwerking"))
    rounds.does(VersionMade(on=made, step="definitief"))
    newer = read_day("Mon 2027-10-11")
    rounds.ontwerp(newer)
    rounds.agreed(newer)
    rounds.moves("horen", read_day("Tue 2027-10-26"), newer)
    rounds.asked(newer)
    assert rounds.blocked(newer) == []


def test_what_is_made_of_answers_that_are_still_to_come_is_out_of_order(rounds: Rounds) -> None:
    rounds.first_round()
    made = read_day("Fri 2027-10-01")
    rounds.does(StepDone(on=made, step="verwerking"))
    [text] = rounds.blocked(made)
    assert text.startswith("'reacties van de raden verwerken' is op 1 oktober 2027")
    rounds.ontwerp(SENT)
    assert rounds.blocked(made) == [text]


def test_a_sending_that_is_late_is_not_called_sent_on_that_day(rounds: Rounds) -> None:
    rounds.ontwerp(FIRST)
    agreed = read_day("Mon 2027-06-21")
    rounds.agreed(agreed)
    assert rounds.late(agreed) == {"verzending"}
    assert rounds.blocked(agreed) == []


def test_no_griffie_is_reminded_of_an_ontwerp_that_was_replaced(rounds: Rounds) -> None:
    rounds.first_round()
    newer, reminded = read_day("Fri 2027-08-20"), read_day("Thu 2027-08-26")
    assert len(rounds.reminded(reminded)) == len(rounds.state.hearings)
    rounds.ontwerp(newer)
    assert rounds.reminded(reminded) == []
    rounds.agreed(newer)
    rounds.asked(newer)
    assert len(rounds.reminded(read_day("Thu 2027-09-23"))) == len(rounds.state.hearings)


@given(
    series=st.lists(
        st.tuples(st.integers(1, 40), st.integers(0, 14), st.integers(0, 14), st.sampled_from(FAR)),
        max_size=6,
    )
)
@settings(max_examples=60)
def test_no_series_of_rounds_is_out_of_order_or_late_from_its_start(
    small_once: Small, series: list[tuple[int, int, int, str]]
) -> None:
    """Up to the last day to answer, and however far each of them comes."""
    rounds = Rounds(small_once)
    rounds.first_round()
    on = SENT
    for days_to_ontwerp, days_to_agree, days_to_ask, far in series:
        made = on + timedelta(days=days_to_ontwerp)
        agreed = made + timedelta(days=days_to_agree)
        on = asked = agreed + timedelta(days=days_to_ask)
        if asked >= LAST_DAY_TO_ANSWER:
            return
        rounds.ontwerp(made)
        assert rounds.late(made) == set()
        assert rounds.blocked(made) == []
        if far != "made":
            rounds.agreed(agreed)
            assert rounds.blocked(agreed) == []
        if far in ("asked", "heard"):
            rounds.asked(asked)
        if far == "heard":
            rounds.heard(asked, "Texel")
        assert rounds.blocked(asked) == []
