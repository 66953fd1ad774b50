# SPDX-License-Identifier: EUPL-1.2
"""A body hears of a meeting again when something it acts on changed, and not of other words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.outgoing.invitations import Invitation, invitations
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.tasks.settings import settings
from gehoord.templates import calendars
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small
from tests.story_in_register import StoryInRegister, ToldInRegister

ON = read_day("Fri 2027-06-18")
AFTER = read_day("Mon 2027-06-21")
MAILBOX = "adviseur@klein.example"


@pytest.fixture
def asked(told: ToldInRegister) -> StoryInRegister:
    """The councils were asked, and the bodies invited to their meetings to come."""
    story = told("asked")
    look(story.register, "klein", ON)
    assert invited(story.register)
    return story


def invited(register: Register) -> list[Message]:
    with register.reading() as reader:
        return reader.all(Message, "klein", kind=MessageKind.INVITATION)


def in_other_words(*_: Any) -> Iterator[str]:
    yield "In een nieuwe versie staat dit er anders."


def test_other_words_of_a_new_version_are_no_news(
    asked: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = invited(asked.register)
    monkeypatch.setattr(calendars, "_description", in_other_words)
    look(asked.register, "klein", AFTER)
    assert invited(asked.register) == before


@pytest.fixture
def other_mailbox(
    asked: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StoryInRegister]:
    """Since the bodies were invited, the dossier has another mailbox."""
    monkeypatch.setenv("GEHOORD_MAIL_FROM", "ander@klein.example")
    settings.cache_clear()
    yield asked
    settings.cache_clear()


def test_another_organizer_is_told_once_of_each_meeting_to_come(
    other_mailbox: StoryInRegister,
) -> None:
    before = len(invited(other_mailbox.register))
    for _ in range(2):
        look(other_mailbox.register, "klein", AFTER)
        assert len(invited(other_mailbox.register)) == before + 1


@pytest.fixture
def adoption(small: Small) -> Invitation:
    """The invitation to the adoption, of which its body knows nothing yet."""
    story = StoryInMemory()
    story.opens(small)
    *_, last = invitations(story.state, {}, ON, MAILBOX)
    return last


def in_sitting(**other: Any) -> Callable[[Invitation], Invitation]:
    def change(item: Invitation) -> Invitation:
        sitting = item.meeting.sitting.model_copy(update=other)
        return replace(item, meeting=replace(item.meeting, sitting=sitting))

    return change


def in_action(**other: Any) -> Callable[[Invitation], Invitation]:
    def change(item: Invitation) -> Invitation:
        action = item.meeting.action.model_copy(update=other)
        return replace(item, meeting=replace(item.meeting, action=action))

    return change


def on_another_day(on: date) -> Callable[[Invitation], Invitation]:
    def change(item: Invitation) -> Invitation:
        return replace(item, meeting=replace(item.meeting, on=on))

    return change


@pytest.mark.parametrize(
    "change",
    [
        in_sitting(start=time(9)),
        in_sitting(end=None),
        in_sitting(place="Raadhuis, Hoorn"),
        on_another_day(date(2027, 11, 11)),
        lambda item: replace(item, meeting=replace(item.meeting, agenda=("iets anders",))),
        lambda item: replace(item, organizer="ander@klein.example"),
        lambda item: replace(item, called_off=True),
    ],
)
def test_each_thing_a_body_acts_on_is_news(
    adoption: Invitation, change: Callable[[Invitation], Invitation]
) -> None:
    assert change(adoption).facts != adoption.facts


def test_what_a_body_does_not_act_on_is_none(adoption: Invitation) -> None:
    assert in_action(sequence=7, changed_on=AFTER)(adoption).facts == adoption.facts


def test_what_was_told_before_facts_were_kept_is_compared_in_its_words(
    asked: StoryInRegister,
) -> None:
    before = len(invited(asked.register))
    with asked.register.engine.connect().execution_options(writes=True) as c, c.begin():
        c.exec_driver_sql("UPDATE message SET facts = '[]' WHERE kind = 'uitnodiging'")
    look(asked.register, "klein", AFTER)
    assert len(invited(asked.register)) == before
    asked.moves("vaststelling", date(2027, 11, 11), AFTER)
    assert len(invited(asked.register)) == before + 1
    look(asked.register, "klein", AFTER)
    assert len(invited(asked.register)) == before + 1
