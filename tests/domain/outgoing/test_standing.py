# SPDX-License-Identifier: EUPL-1.2
"""Where a dossier stands: what is late, when its owner was reminded, and what comes of it."""

from datetime import timedelta

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.story import Small
from tests.templates.standing.written_page import ON, affairs, asked, mailed

SENT_ON = read_day("Fri 2027-10-08")


def hearing(state: State, council: str) -> Action:
    [action] = state.owed("horen", state.municipality(council).code)
    return action


def reminded(then: State, council: str, **changes: object) -> list[int]:
    """How often each late council was reminded, after one mail to a griffie."""
    code = then.municipality(council).code
    late = affairs(then, ON, [mailed(code, SENT_ON, **changes)]).late
    return [len(each.reminded_on) for each in late if each.action.step == "horen"]


def test_a_reminder_counts_for_its_action_once_it_left(small: Small) -> None:
    state = asked(small)
    assert reminded(state, "Hoorn", state=MessageState.SENT) == [1, 0]
    assert reminded(state, "Hoorn", state=MessageState.WAITING) == [0, 0]
    assert reminded(state, "Hoorn", state=MessageState.WITHDRAWN) == [0, 0]


def test_a_reminder_of_an_earlier_day_does_not_count_for_the_new_one(small: Small) -> None:
    state = asked(small)
    before = read_day("Thu 2027-09-30")
    assert reminded(state, "Hoorn", state=MessageState.SENT, due_on=before) == [0, 0]


def test_a_mail_about_several_actions_counts_for_each_of_them(small: Small) -> None:
    state = asked(small)
    both = [hearing(state, council) for council in ("Hoorn", "Texel")]
    facts = tuple(f"1 dagen na|{action.due_on}|{action.id}" for action in both)
    assert reminded(state, "Hoorn", state=MessageState.SENT, facts=facts, step=None) == [1, 1]


def test_what_counts_next_is_the_first_reminder_or_what_rests_on_it(small: Small) -> None:
    state = asked(small)
    early = read_day("Fri 2027-10-15")
    soon = early + timedelta(days=1)
    late = [each for each in affairs(state, early).late if each.action.step == "horen"]
    assert {each.rests_on_it for each in late} == {"reacties van de raden verwerken"}
    action = late[0].action.model_copy(update={"remind_on": soon})
    assert affairs(state, early)._next_of(action) == (soon, "")
    passed = action.model_copy(update={"remind_on": early - timedelta(days=1)})
    assert affairs(state, early)._next_of(passed)[1] == "reacties van de raden verwerken"


def test_each_stage_counts_what_is_owed_done_and_late(small: Small) -> None:
    state = asked(small)
    stages = {each.stage: each for each in affairs(state, ON).stages()}
    assert list(stages) == list(Stage)
    assert sum(each.late for each in stages.values()) == len(affairs(state, ON).late)
    councils = stages[Stage.HEARING]
    assert (councils.done, councils.owed, councils.late) == (2, 4, 2)


def test_whoever_owes_something_and_has_no_address_is_known(small: Small) -> None:
    state = asked(small)
    hoorn, texel = (state.municipality(name).code for name in ("Hoorn", "Texel"))
    assert {hoorn, texel} <= affairs(state, ON).unreached
    assert "adviseur" not in affairs(state, ON).unreached
