# SPDX-License-Identifier: EUPL-1.2
"""The story on a card is the journal of its action, whatever people do, and never changes its past.

The machine of acts works on a real register; what the journal says is read here as bare JSON.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.outgoing.story import Story, stories
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.state import state_of
from gehoord.store.table_of import table_of
from gehoord.tasks.board.stories import missing
from gehoord.templates.links import Links
from gehoord.templates.story.story_line import StoryLine, StoryPart
from gehoord.templates.story.telling import Teller
from tests.flows.procedure_machine import Procedure

EVERY = 5
"""Steps after which the board is looked at."""
LINKS = Links("http://127.0.0.1:4200", {"melden-gehoord": "7f", "verplaatsen": "8a"})
M = table_of(Message)


class ToldProcedure(Procedure):
    """People at work, mail that leaves or not, and a board that is looked at now and then."""

    looked = 0

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[tuple[str, Any], list[StoryLine]] = {}
        self.count = 0

    def now(self) -> datetime:
        """The clock goes with the days, as it does for people."""
        self.moment = max(self.moment, datetime.combine(self.day, time(6), UTC))
        return super().now()

    @rule(fate=st.sampled_from([MessageState.SENT, MessageState.SENT, MessageState.UNREACHABLE]))
    def mail_meets_its_fate(self, fate: MessageState) -> None:
        moment = self.now()
        met = {"sent_at": moment} if fate is MessageState.SENT else {"failing_since": moment}
        waiting = sa.update(M).where(M.c.state == MessageState.WAITING).values(state=fate, **met)
        with self.register.delivering() as connection:
            connection.execute(waiting)

    @rule(data=st.data(), number=st.integers(1, 3))
    def give_another_address(self, data: st.DataObject, number: int) -> None:
        council = data.draw(st.sampled_from(sorted(self.councils)))
        address = f"griffie-{number}@gemeente.example"
        self.act(AddressGiven(on=self.day, who=council, address=address))

    @invariant()
    def a_card_only_grows(self) -> None:
        self.count += 1
        if self.count % EVERY == 0:
            self.look_at_the_board()

    def teardown(self) -> None:
        self.look_at_the_board()
        told = self.stories()
        journal = touched(self.register)
        for key, story in told.items():
            assert moments(story) == journal[key], key
        ToldProcedure.looked += 1
        super().teardown()

    def stories(self) -> dict[str, Story]:
        with self.register.reading() as reader:
            self.state = state_of(reader, "klein")
            entries, mail = recorded(reader, "klein"), fates(reader, "klein")
            return stories(self.state, entries, mail, self.day)

    def look_at_the_board(self) -> None:
        """Write what is missing, as on Prefect; what then stands there is the whole story."""
        told = self.stories()
        teller, now = Teller(self.state, LINKS), self.moment
        for key, story in told.items():
            card = self.cards.setdefault((key, story.action.due_on), [])
            whole = teller.lines(story)
            card += missing(whole, [line.text for line in card], now)
            assert happened(card) == happened(whole), key
            assert [line.at for line in whole] == sorted({line.at for line in whole})


def happened(lines: list[StoryLine]) -> list[str]:
    in_order = sorted(lines, key=lambda line: line.at)
    return [line.text for line in in_order if line.part is not StoryPart.HEAD]


def moments(story: Story) -> list[datetime]:
    """The moments of the journal that a story tells, each once; mail that left has its own."""
    of_journal = [e.at for e in story.events if e.under]
    return list(dict.fromkeys(of_journal))


def touched(register: Any) -> dict[str, list[datetime]]:
    """At which moments the journal says that something of an action changed that people know."""
    found: defaultdict[str, list[datetime]] = defaultdict(list)
    last: dict[str, Any] = {}
    about: dict[str, str | None] = {}
    meetings: dict[str, Any] = {}
    of_step: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries(register):
        actions, requests = set(), set()
        for table, new in json.loads(entry.changes):
            key, known = f"{table} {new.get('id')}", KNOWN.get(table, ())
            said = tuple(new.get(name) for name in known)
            if table == "action" and said != last.get(key):
                about[new["id"]] = new["about"]
                of_step[new["step"]].add(new["id"])
                actions |= {new["id"], new["about"] if key not in last else None} - {None}
            if table == "hearing" and said != last.get(key) and new["state"] in SAID:
                actions.add(f"klein/horen/{new['municipality']}")
            if table == "hearing":
                former, meetings[key] = meetings.get(key), meeting_in(new)
                if meetings[key] != former and new["state"] != HearingState.LAPSED:
                    actions.add(f"klein/horen/{new['municipality']}")
            actions |= {a for step in prepared(table, new) for a in of_step[step]}
            if table == "request" and said != last.get(key):
                requests.add(new["action"])
            last[key] = said
        actions |= {about[own] for own in requests} - {None}
        for action in actions:
            found[action].append(entry.at)
    return dict(found)


def prepared(table: str, new: dict[str, Any]) -> tuple[str, ...]:
    """The steps on whose cards it stands that a session or a sterkteverdeling was recorded."""
    if table == "info_session":
        return (new["step"],)
    return WITH_STRENGTH if table == "strength_table" else ()


def meeting_in(hearing: dict[str, Any]) -> tuple[str, str] | None:
    """The meeting that a council named; nothing once it lapsed."""
    day, stands = hearing["meets_on"], hearing["meeting_stands"]
    return (day, stands) if day and stands else None


KNOWN = {
    "action": ("state", "start_on", "due_on", "due_words", "is_told_late"),
    "hearing": ("state", "version"),
    "request": ("state", "withdrawn_on"),
}
WITH_STRENGTH = ("formatie", "ontwerp", "definitief")
"""The step that asks for a sterkteverdeling, and the versions that contain one."""
SAID = ("gevraagd", "gehoord", "geen antwoord na gelegenheid")


def entries(register: Any) -> Iterator[JournalEntry]:
    with register.reading() as reader:
        yield from reader.all(JournalEntry, "klein")


@pytest.mark.model
def test_every_story_is_the_journal_of_its_action_and_only_grows(empty_sqlite: Path) -> None:
    ToldProcedure.empty = empty_sqlite
    run_state_machine_as_test(
        ToldProcedure,
        settings=settings(
            max_examples=4,
            stateful_step_count=50,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )
    assert ToldProcedure.looked >= 4
