# SPDX-License-Identifier: EUPL-1.2
"""What stands in the calendar of a griffie and of a body."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.outgoing.story import Story
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.board.cards import cards_of
from gehoord.tasks.board.differences import Repair, state_for
from gehoord.tasks.settings import settings
from gehoord.templates.calendars import calendar_of, entry, mailbox


@pytest.fixture
def state(register: Register, small: tuple[Proposal, Eenheid, str]) -> State:
    open_dossier(register, "klein", *small, date(2027, 1, 5))
    with register.reading() as reader:
        return state_of(reader, "klein")


def line(state: State, owner: str, title: str) -> vobject.base.Component:
    organizer = mailbox(state, settings().mail_from)
    events = vobject.readOne(calendar_of(state, organizer, owner).decode()).contents["vevent"]
    (found,) = [e for e in events if title in e.summary.value]
    return found


def test_a_griffie_sees_the_last_day_to_be_heard_and_what_it_rests_on(state: State) -> None:
    hearing = line(state, "GM0448", "raad horen over het ontwerp")
    assert (hearing.dtstart.value, hearing.dtend.value) == (date(2027, 10, 7), date(2027, 10, 8))
    assert "Dit kan vanaf 18 juni 2027. Uiterlijk 7 oktober 2027." in hearing.description.value
    assert "Politiewet 2012, art. 38b lid 2" in hearing.description.value
    assert hearing.transp.value == "TRANSPARENT"


def test_a_body_sees_its_meeting_at_its_hour(state: State) -> None:
    adoption = line(state, "rbop", "beleidsplan vaststellen")
    assert adoption.dtstart.value.astimezone(UTC) == datetime(2027, 11, 4, 8, 30, tzinfo=UTC)
    assert adoption.location.value == "Stadhuis, Haarlem"
    assert adoption.transp.value == "OPAQUE"


def test_a_calendar_names_the_mailbox_behind_the_procedure(state: State) -> None:
    hearing = line(state, "GM0448", "raad horen")
    assert hearing.organizer.value == "mailto:adviseur@gehoord.invalid"
    assert hearing.organizer.params["CN"] == ["Beleidsplan Klein"]


def test_a_month_keeps_its_words_and_is_tentative(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    _, eenheid, text = small
    written = '{ van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'
    assert written in text
    text = text.replace(written, '"september 2027"')
    proposal = read_toml(Proposal, text.encode(), "klein")
    open_dossier(register, "klein", proposal, eenheid, text, date(2027, 1, 5))
    with register.reading() as reader:
        state = state_of(reader, "klein")
    hearing = line(state, "GM0448", "raad horen over het ontwerp")
    assert hearing.summary.value == "Texel: raad horen over het ontwerp (in september 2027)"
    assert hearing.status.value == "TENTATIVE"
    said = hearing.description.value
    assert said.count("september 2027") == 1
    assert "De dag staat nog niet vast: in september 2027." in said
    assert "30 september" not in said
    assert "1 september" not in said
    (action,) = [a for a in state.actions if a.step == "horen" and a.owner == "GM0448"]
    assert action.name == "Texel: raad horen over het ontwerp, in september 2027"
    opened_at = datetime(2027, 1, 5, tzinfo=UTC)
    untold = {a.id: Story(a, opened_at, ()) for a in state.actions}
    (card,) = [c for c in cards_of(state, untold) if c.key == action.id]
    messages = [
        state_for(repair, card, on)["message"]
        for repair, on in (
            (Repair.REOPEN, date(2027, 9, 1)),
            (Repair.MARK_LATE, date(2027, 10, 1)),
        )
    ]
    assert messages == ["In september 2027", "In september 2027: volgens de planning voorbij."]


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (
            {"precision": Precision.WINDOW, "words": "oktober 2027",
             "due_precision": Precision.WINDOW, "due_words": "oktober 2027"},
            "(oktober 2027)",
        ),
        (
            {"precision": Precision.APPROXIMATE, "words": "medio oktober 2027",
             "due_precision": Precision.APPROXIMATE, "due_words": "medio oktober 2027"},
            "(bij benadering: medio oktober 2027)",
        ),
        ({}, "ontwerp"),
    ],
)  # fmt: skip
def test_what_is_done_stands_for_sure_on_the_day_on_which_it_was(
    state: State, days: dict[str, Any], title: str
) -> None:
    [owed] = state.actions.where(step="horen", owner="GM0448")
    owed = owed.model_copy(update=days)
    before = entry(owed, date(2027, 10, 7), "plan", None)
    assert before.summary.endswith(title)
    done = entry(owed.done(date(2027, 9, 21)), date(2027, 10, 7), "plan", None)
    assert (done.start, done.status) == (date(2027, 9, 21), "CONFIRMED")
    assert done.summary == "Texel: raad horen over het ontwerp"
    assert done.explanation.startswith("plan. Gedaan op 21 september 2027. Grond: ")
    assert "benadering" not in done.explanation
    assert "staat nog niet vast" not in done.explanation
    assert (done.uid, done.sequence) == (before.uid, before.sequence + 1)
    assert done.changed_at > before.changed_at


def test_what_is_done_on_the_very_day_that_was_planned_changes_nothing(state: State) -> None:
    [owed] = state.actions.where(step="horen", owner="GM0448")
    day = date(2027, 10, 7)
    assert entry(owed.done(day), day, "plan", None) == entry(owed, day, "plan", None)


def test_what_has_no_day_stands_on_no_day_off(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    """31 January 2027 is a Sunday: nobody agreed to do anything on it."""
    _, eenheid, text = small
    month = text.replace('"44 weken voor vaststelling"', '"januari 2027"')
    assert month != text
    proposal = read_toml(Proposal, month.encode(), "klein")
    open_dossier(register, "klein", proposal, eenheid, month, date(2027, 1, 5))
    with register.reading() as reader:
        state = state_of(reader, "klein")
    told = line(state, "adviseur", "raden informeren over proces en planning")
    assert told.dtstart.value == date(2027, 1, 29)


def test_a_line_without_a_day_needs_its_words(state: State) -> None:
    action = state.actions[0]
    with pytest.raises(ValueError, match="heeft haar eigen woorden nodig"):
        replace(entry(action, date(2027, 9, 30), "plan", None), within=" ")
