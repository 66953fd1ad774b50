# SPDX-License-Identifier: EUPL-1.2
"""The time machine on the real procedure of Noord-Holland, without Prefect."""

import email
import shutil
from datetime import date
from email.policy import default
from pathlib import Path

import icalendar
import pytest

from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import Event, History, StageStarted, StepMoved, history_of
from gehoord.replay.machine import Clock, ReplayError, play
from tests.replayed import Replay, Replayed, engine_in

NAME = "noord-holland/imv-2024-2027"


@pytest.fixture
def played(replayed: Replay) -> Replayed:
    return replayed(NAME)


def test_all_32_councils_are_asked_and_heard_and_the_plan_is_adopted_on_its_day(
    played: Replayed,
) -> None:
    found = played.summary
    assert (found.asked, found.heard, found.silent) == (32, 32, 0)
    assert found.adoption is not None
    assert found.adoption.taken_on == date(2023, 11, 9)
    assert found.adoption.basis == "39-1"
    assert found.faults == ()


def test_adoption_is_refused_while_texel_is_not_heard_and_accepted_after(
    played: Replayed,
) -> None:
    adoptions = [p for p in played.events if p.what == "vaststelling"]
    assert [(p.on, p.outcome.refused) for p in adoptions] == [
        (date(2023, 11, 2), True),
        (date(2023, 11, 9), False),
    ]
    assert "Nog niet gehoord: Texel" in adoptions[0].outcome.text
    assert "art. 38b lid 2" in adoptions[0].outcome.text


def test_each_line_of_a_replay_names_who_or_what_was_recorded(
    played: Replayed,
) -> None:
    lines = [p.line for p in played.events]
    assert "De raad van Uitgeest is gehoord: instemming zonder zienswijze." in lines
    assert "Gedaan: ontwerp in de raad laten behandelen, door Griffie Uitgeest." in lines
    assert "Versie 4 vastgelegd: definitieve versie opleveren." in lines
    assert "fase horen: Wacht op 1 van 32 raden" in lines
    assert len([line for line in lines if line.startswith("De raad van ")]) == 32
    assert not [line for line in lines if line.endswith("Vastgelegd")]


def test_a_move_in_a_replay_names_its_step_and_its_day(
    small: tuple[Proposal, Eenheid, str], tmp_path: Path
) -> None:
    on = date(2026, 12, 1)
    move = StepMoved(on=on, step="concept-70", to=date(2027, 4, 15), reason="de zaal is bezet")
    history = History(procedure="klein", start=on, end=on, events=(Event(event=move, source="x"),))
    engine = engine_in(tmp_path, Clock(on))
    *_, last = play(engine, "klein", *small, history)
    engine.register.engine.dispose()
    assert last.line == "Stap 'concept-70' verplaatst naar 15 april 2027: de zaal is bezet."


def test_every_griffie_is_reminded_of_the_hearing_and_never_on_a_day_off(
    played: Replayed,
) -> None:
    sent = [m for m in played.messages if m.is_reminder]
    assert len({m.recipient for m in sent if m.to_griffie}) == 32
    assert all(m.created_on.weekday() < 5 for m in sent)
    summer = [m for m in sent if date(2023, 7, 22) <= m.created_on <= date(2023, 9, 3)]
    assert summer == []


def test_every_mail_and_calendar_can_be_read(played: Replayed) -> None:
    place = played.engine.place
    mails = sorted(place.outbox.rglob("*.eml"))
    assert len(mails) == len(played.messages)
    for file in mails:
        mail = email.message_from_bytes(file.read_bytes(), policy=default)
        assert not mail.defects
        assert mail["Subject"]
        body = mail.get_body(("plain",))
        assert body is not None
        assert len(body.get_content()) > 100
    calendars = sorted(place.calendars.rglob("*.ics"))
    assert len(calendars) > 32
    for file in calendars:
        assert icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")


def test_a_replay_of_the_same_history_gives_the_same_journal(
    played: Replayed, tmp_path: Path
) -> None:
    again = Replayed.of(NAME, tmp_path)
    assert [p.outcome for p in again.events] == [p.outcome for p in played.events]
    assert again.summary == played.summary
    again.engine.register.engine.dispose()


def test_a_history_that_the_procedure_refuses_is_not_played_on(tmp_path: Path) -> None:
    proposal, eenheid, text = proposal_of(NAME)
    history = history_of(NAME)
    unlawful = Event(
        event=StageStarted(on=history.start, stage="horen"),
        source="test",
    )
    broken = History(
        procedure=history.procedure, start=history.start, end=history.end, events=(unlawful,)
    )
    engine = engine_in(tmp_path, Clock(history.start))
    with pytest.raises(ReplayError, match="geen ontwerp"):
        list(play(engine, "imv", proposal, eenheid, text, broken))
    engine.register.engine.dispose()
    shutil.rmtree(tmp_path)
