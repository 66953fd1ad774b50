# SPDX-License-Identifier: EUPL-1.2
"""Programs of others keep a calendar of the desk, and see what Gehoord has after every change."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from gehoord.calendar.ical.feed import shown
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.acts.report import Corrected, Merged, RespiteGiven, StepLapsed, TimeReserved
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.flows.access import withdraw_link
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.settings import CALENDARS
from gehoord.templates.calendars import entries_of
from tests.calendar.conftest import Reader, ical_js
from tests.desk.conftest import Balie, Open
from tests.desk.on_line import on_line
from tests.desk.subscriber import AFTER, FIRST, Programs, Subscriber
from tests.story import ASKED, HEARD, RESPOND_BY, heard
from tests.story_in_register import StoryInRegister

Shown = list[tuple[str, str, str]]


@dataclass
class Counted:
    """A desk that counts what leaves: the status and the bytes of the body of each answer."""

    app: Any
    answers: list[tuple[int, int]] = field(default_factory=list)
    under_way: int = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status, size = 0, 0

        async def counting(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        self.under_way += 1
        try:
            await self.app(scope, receive, counting)
            self.answers.append((status, size))
        finally:
            self.under_way -= 1

    def given(self) -> list[tuple[int, int]]:
        """Return the answers since the last time, once each is counted: some are read before."""
        while self.under_way:
            time.sleep(0.01)
        found, self.answers = self.answers, []
        return found


def moved(story: StoryInRegister) -> None:
    story.moves("vaststelling", date(2027, 11, 11), ASKED)


def done(story: StoryInRegister) -> None:
    story.does(heard("Haarlem"))


def taken_back(story: StoryInRegister) -> None:
    mistake = "Dit was de raad van Texel."
    story.does(Corrected(on=HEARD, step="horen", owner="Haarlem", reason=mistake))


def reserved(story: StoryInRegister) -> None:
    story.does(TimeReserved(on=HEARD, municipality="Texel", day=RESPOND_BY))


def longer(story: StoryInRegister) -> None:
    until, why = RESPOND_BY + timedelta(days=11), "De raad vergadert een week later."
    story.does(RespiteGiven(on=HEARD, municipality="Texel", until=until, reason=why))


def lapsed(story: StoryInRegister) -> None:
    why = "Alle raden zijn het eens, er valt niets te verwerken."
    story.does(StepLapsed(on=HEARD, step="verwerking", reason=why))


def merged(story: StoryInRegister) -> None:
    story.does(Merged(on=HEARD, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad"))


CHANGES: tuple[Callable[[StoryInRegister], None], ...] = (
    moved, done, taken_back, reserved, longer, lapsed, merged
)  # fmt: skip
"""Every kind of change, one after the other in one dossier."""


@pytest.fixture(scope="module")
def programs() -> Iterator[Programs]:
    found = Programs()
    yield found
    found.process.communicate()


@pytest.fixture(scope="module")
def read() -> Iterator[Reader]:
    yield from ical_js()


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", ASKED)


@pytest.fixture
def counted(asked: Balie) -> Counted:
    return Counted(asked.client.app)


@pytest.fixture
def port(counted: Counted) -> Iterator[int]:
    with on_line(counted) as found:
        yield found


def subscribed(programs: Programs, place: Path, port: int, found: Balie, who: str) -> Subscriber:
    return Subscriber(programs, place, f"http://127.0.0.1:{port}{found.feed(who)}")


def ours(found: Balie, owner: str) -> dict[str, tuple[str, str, str]]:
    """Return what Gehoord has by UID: the first day in Amsterdam, the title and the status.

    The calendar of the adviser is that of the whole dossier.
    """
    state = found.story.state
    owners = {action.owner for action in state.actions} if owner == ADVISER else {owner}
    entries = shown((entry for one in owners for entry in entries_of(state, one)), found.on)
    return {entry.uid: (_day(entry.start), entry.summary, entry.status) for entry in entries}


def _day(start: date | datetime) -> str:
    return f"{start.astimezone(AMSTERDAM) if isinstance(start, datetime) else start:%Y-%m-%d}"


def in_sight(entries: dict[str, tuple[str, str, str]]) -> Shown:
    return sorted(entry for entry in entries.values() if FIRST <= entry[0] < AFTER)


def test_after_every_change_all_programs_agree(
    programs: Programs, read: Reader, tmp_path: Path, port: int, asked: Balie
) -> None:
    owners = {"Haarlem": "GM0392", "Texel": "GM0448", "adviseur": ADVISER}
    kept = {
        owner: subscribed(programs, tmp_path / who, port, asked, who)
        for who, owner in owners.items()
    }
    assert {subscriber.syncs() for subscriber in kept.values()} == {True}
    for number, change in enumerate(CHANGES):
        before = {owner: ours(asked, owner) for owner in kept}
        change(asked.story)
        if number % 2:  # the desk gives what was written, or what would be
            write_calendars(asked.story.register, "klein", asked.home / CALENDARS, asked.on)
        now = {owner: ours(asked, owner) for owner in kept}
        assert now != before
        for owner, subscriber in kept.items():
            assert subscriber.syncs()
            assert subscriber.sees() == in_sight(now[owner])
            events = {
                event["uid"]: (_day(event["start"]), event["summary"], event["status"])
                for event in read(subscriber.fetches())
            }
            assert events == now[owner]


def test_a_second_sync_transfers_nothing(
    programs: Programs, tmp_path: Path, port: int, asked: Balie, counted: Counted
) -> None:
    """vdirsyncer asks for all of it each time and finds nothing new; what has a cache asks less."""
    found = subscribed(programs, tmp_path / "rbop", port, asked, "rbop")
    assert found.syncs()
    first = found.kept()
    assert found.syncs()
    assert found.kept() == first
    calendar = found.fetches()
    assert (200, len(calendar)) in counted.given()
    assert found.fetches() == calendar
    assert counted.given() == [(304, 0)]


def test_a_calendar_that_is_withdrawn_is_kept_as_it_was(
    programs: Programs, tmp_path: Path, port: int, asked: Balie
) -> None:
    found = subscribed(programs, tmp_path / "Haarlem", port, asked, "Haarlem")
    assert found.syncs()
    before = found.kept()
    withdraw_link(asked.story.register, "klein", "Haarlem", ASKED)
    assert not found.syncs()
    assert found.kept() == before
