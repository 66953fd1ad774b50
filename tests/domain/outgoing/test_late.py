# SPDX-License-Identifier: EUPL-1.2
"""What is late is told to the adviser once, and again only of what became late anew."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.report import Agreed, Corrected, Report, VersionMade
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.late import LateNews, news_of_late
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.late import digest_of_late
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.test_escalation import RING, SPEAK, late
from tests.story import Small
from tests.story_in_register import StoryInRegister, ToldInRegister
from tests.templates.standing.written_page import affairs

FRIDAY = read_day("Fri 2027-04-09")
MONDAY = read_day("Mon 2027-04-12")
TUESDAY = read_day("Tue 2027-04-13")
THEMES_TAKEN_BACK = "dit was een ander besluit"


@pytest.fixture
def chosen(told: ToldInRegister) -> StoryInRegister:
    """The themes were chosen; on Friday 9 April the adviser is told what is late."""
    story = told("themes")
    look(story.register, "klein", FRIDAY)
    assert days_told(story.register) == [FRIDAY]
    return story


def lists(register: Register) -> list[Message]:
    with register.reading() as reader:
        found = reader.all(Message, "klein", kind=MessageKind.LATE)
    return sorted(found, key=lambda m: (m.created_on, m.edition))


def days_told(register: Register) -> list[date]:
    return [m.created_on for m in lists(register)]


def look_daily(register: Register, first: date, days: int) -> None:
    for number in range(days):
        look(register, "klein", first + timedelta(days=number))


def take_back_themes(story: StoryInRegister, on: date, today: date) -> None:
    report: Report = Corrected(on=on, step="themas", reason=THEMES_TAKEN_BACK)
    story.does(report, today)


def test_what_is_owed_again_on_an_older_day_is_told(chosen: StoryInRegister) -> None:
    take_back_themes(chosen, MONDAY, MONDAY)
    look_daily(chosen.register, MONDAY, 7)
    first, second = lists(chosen.register)
    assert second.created_on == MONDAY
    assert "thema's vaststellen" not in first.body
    assert "thema's vaststellen" in second.body
    assert first.due_on == second.due_on
    assert first.id != second.id


def test_what_is_taken_back_on_the_day_of_a_list_is_told_on_that_day(
    chosen: StoryInRegister,
) -> None:
    take_back_themes(chosen, FRIDAY, FRIDAY)
    look_daily(chosen.register, FRIDAY, 7)
    assert days_told(chosen.register) == [FRIDAY, FRIDAY]


def test_what_is_dated_before_the_last_list_is_told_all_the_same(chosen: StoryInRegister) -> None:
    take_back_themes(chosen, FRIDAY - timedelta(days=3), MONDAY)
    look_daily(chosen.register, TUESDAY, 1)  # eight days after it was taken back he must ring
    assert days_told(chosen.register) == [FRIDAY, TUESDAY]


def test_what_is_done_makes_no_second_list(told: ToldInRegister) -> None:
    story = told("themes")
    made = read_day("Fri 2027-06-11")
    look(story.register, "klein", made)
    story.does(VersionMade(on=made, step="ontwerp"))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=made, client=client))
    look_daily(story.register, made, 7)
    assert days_told(story.register) == [made]


def test_what_moved_is_told_when_its_new_day_has_passed_too(chosen: StoryInRegister) -> None:
    late = lists(chosen.register)[0].due_on
    assert late is not None
    with chosen.register.reading() as reader:
        step = next(a.step for a in reader.all(Action, "klein", due_on=late))
    chosen.moves(step, read_day("Thu 2027-04-15"), MONDAY)
    look_daily(chosen.register, MONDAY, 8)
    assert days_told(chosen.register) == [FRIDAY, read_day("Fri 2027-04-16")]


def after(state: State, news: LateNews | None) -> State:
    assert news is not None
    return state.after(news.changes)


def test_all_that_became_late_on_one_day_is_one_list(small: Small) -> None:
    story = StoryInMemory()
    story.opens(small)
    news = news_of_late(story.state, (), FRIDAY)
    assert news is not None
    assert len(news.late) > 2
    assert {a for a in story.state.open_actions() if a.is_late(FRIDAY)} == set(news.late)
    assert news_of_late(after(story.state, news), (), FRIDAY) is None


def test_on_a_day_on_which_no_mail_is_read_it_waits(small: Small) -> None:
    story = StoryInMemory()
    story.opens(small)
    assert news_of_late(story.state, (), FRIDAY + timedelta(days=1)) is None
    assert news_of_late(story.state, (), FRIDAY + timedelta(days=2)) is None
    assert news_of_late(story.state, (), MONDAY) is not None


def test_who_must_follow_up_that_another_is_late_is_not_late_beside_it(at: At) -> None:
    state = late(late(at("asked"), RING).state, SPEAK).state
    on = SPEAK + timedelta(days=21)  # the calls too are past their day
    news = news_of_late(state, (), on)
    assert news is not None
    assert not [a for a in news.late if a.is_outside_plan]
    assert [call.about for call in news.calls] == [
        f"klein/horen/{code}" for code in ("GM0392", "GM0405", "GM0448")
    ]
    before = affairs(at("asked"), on)
    assert [each.action.id for each in affairs(state, on).late] == [
        each.action.id for each in before.late
    ]
    assert list(affairs(state, on).stages()) == list(before.stages())
    hearing = next(each for each in affairs(state, on).late if each.action.step == "horen")
    assert {a.owner for a in hearing.followed_up} == {"adviseur", "regioburgemeester"}


def test_the_digest_names_the_step_under_which_a_call_is_reported(at: At) -> None:
    state = late(at("asked"), RING).state
    news = news_of_late(state, (), RING)
    assert news is not None
    body = digest_of_late(post_of(state, RING), news).body
    assert "- gehoord record gedaan klein nabellen-horen --wie" in body
