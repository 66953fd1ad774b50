# SPDX-License-Identifier: EUPL-1.2
"""Since when an action is late is told once, from the journal, and stays told."""

from datetime import UTC, date, datetime, time

import pytest

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.message import MessageKind, MessageState
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.happened import FellLate, NotReached
from gehoord.domain.outgoing.lateness import lateness_told
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small

LAST, AFTER = read_day("Thu 2027-10-07"), read_day("Fri 2027-10-08")
OPENED, LONG_AFTER = read_day("Tue 2026-12-01"), read_day("Fri 2027-10-22")
MIDNIGHT = datetime(2027, 10, 7, 22, tzinfo=UTC)


@pytest.fixture
def state(small: Small) -> State:
    story = StoryInMemory()
    story.tell(small, "opened")
    return story.state


@pytest.fixture
def council(state: State) -> Action:
    [action] = state.actions.where(step="horen", municipality="GM0448")
    assert action.due_on == LAST
    return action


def entry(on: date, action: Action, seen_on: date | None = None) -> Recorded:
    at = datetime.combine(seen_on or on, time(9), UTC)
    return Recorded(at, on, "adviseur", "gedaan", "", (action,))


def mail(kind: MessageKind, on: date, *facts: str) -> Fate:
    return Fate(
        dossier="klein",
        kind=kind,
        recipient="adviseur" if kind is MessageKind.LATE else "GM0448",
        id=f"{kind} {on}",
        address="",
        facts=facts,
        created_on=on,
        state=MessageState.WAITING,
    )


def what(state: State, entries: list[Recorded], on: date, *mails: Fate) -> list[object]:
    return [event.what for event in lateness_told(state, entries, mails, on)["klein/horen/GM0448"]]


def test_an_action_is_late_from_the_first_moment_after_its_last_day(
    state: State, council: Action
) -> None:
    journal = [entry(OPENED, council)]
    assert what(state, journal, LAST) == []
    [fell] = lateness_told(state, journal, (), AFTER)[council.id]
    assert (fell.at, fell.on, fell.what) == (MIDNIGHT, AFTER, FellLate(was_past=False))


def test_what_was_past_at_the_opening_is_late_from_then_and_nobody_was_reminded(
    state: State, council: Action
) -> None:
    journal = [entry(LONG_AFTER, council)]
    [fell] = lateness_told(state, journal, (), LONG_AFTER)[council.id]
    assert (fell.at, fell.on, fell.what) == (journal[0].at, AFTER, FellLate(was_past=True))


@pytest.mark.parametrize(
    ("on", "seen_on", "is_told"),
    [
        (LAST, LAST, False),
        (LONG_AFTER, LONG_AFTER, True),
        (LAST, LONG_AFTER, True),  # a report of what was done in time, of a card that was late
    ],
)
def test_what_a_card_said_stays_told_when_the_action_is_done_or_moved(
    state: State, council: Action, on: date, seen_on: date, *, is_told: bool
) -> None:
    later = council.model_copy(update={"due_on": read_day("Fri 2027-12-31")})
    for after in (council.done(on), later):
        journal = [entry(OPENED, council), entry(on, after, seen_on)]
        told = what(state, journal, LONG_AFTER)
        assert told == [FellLate(was_past=False)] * is_told


def test_what_changes_nothing_of_its_days_is_told_once(state: State, council: Action) -> None:
    journal = [entry(OPENED, council), entry(AFTER, council.told_late())]
    assert what(state, journal, LONG_AFTER) == [FellLate(was_past=False)]


def test_who_has_no_address_is_told_once_unless_he_was_reminded_before(
    state: State, council: Action
) -> None:
    journal = [entry(OPENED, council)]
    digests = [mail(MessageKind.LATE, day, "GM0448") for day in (LAST, AFTER, LONG_AFTER)]
    late = FellLate(was_past=False)
    assert what(state, journal, LONG_AFTER, *digests) == [late, NotReached()]
    fact = f"3 dagen voor|{LAST}|{council.id}"
    for day, told in ((LAST, [late]), (LONG_AFTER, [late, NotReached()])):
        reminder = mail(MessageKind.REMINDER, day, fact)
        assert what(state, journal, LONG_AFTER, *digests, reminder) == told
