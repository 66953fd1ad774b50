# SPDX-License-Identifier: EUPL-1.2
"""Reminders: each once, to whom it concerns, when mail is read, and never after the reply."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.report import Agreed, CouncilHeard, VersionMade
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.ladder import remind_on, rungs
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.outgoing.reminders import due_reminders
from gehoord.domain.outgoing.story import stories
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Part
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.templates.cards import name

Small = tuple[Proposal, Eenheid, str]

SENT = date(2027, 6, 17)
LAST = date(2027, 10, 7)


@pytest.fixture
def asked(register: Register, small: Small) -> Register:
    """Three councils have been asked; they may answer up to and including 7 October 2027."""
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    made = VersionMade(on=date(2027, 6, 3), step="ontwerp", contains=tuple(Part))
    record(register, "klein", made, SENT)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=SENT, client=client), SENT)
    hear(register, "klein", SENT)
    return register


def reminded(register: Register) -> list[tuple[date, str, str]]:
    """Return day, occasion and recipient of every reminder about the hearing."""
    with register.reading() as reader:
        return sorted(
            (m.created_on, m.occasion, m.recipient)
            for m in reader.all(Message, "klein")
            if m.is_reminder and m.step == "horen"
        )


def look_daily(register: Register, start: date, end: date) -> None:
    for offset in range((end - start).days + 1):
        look(register, "klein", start + timedelta(days=offset))


def test_a_griffie_is_reminded_on_each_rung_once(asked: Register) -> None:
    look_daily(asked, SENT, date(2027, 10, 20))
    texel = [(day, occasion) for day, occasion, who in reminded(asked) if who == "GM0448"]
    assert [day for day, _ in texel] == [
        date(2027, 8, 26),  # 42 days before
        date(2027, 9, 23),  # 14 days before
        date(2027, 10, 4),  # 3 days before
        date(2027, 10, 8),  # the day after the last one
        date(2027, 10, 15),  # a week later
    ]


def test_an_office_climbs_the_same_ladder_as_a_griffie(register: Register, small: Small) -> None:
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    early = VersionMade(on=date(2027, 3, 1), step="ontwerp", contains=tuple(Part))
    record(register, "klein", early, date(2027, 3, 1))
    with register.reading() as reader:
        state = state_of(reader, "klein")
    [akkoord] = state.actions.where(step="akkoord", owner="hoofdofficier")
    climbed = [rung.day for rung in rungs(state, akkoord)]
    assert list(days_of(state, akkoord)) == [*climbed, date(2027, 6, 25)]  # and it is escalated
    assert [rung.name for rung in rungs(state, akkoord)] == [
        *("42 dagen voor", "14 dagen voor", "3 dagen voor"),
        *("1 dagen na", "8 dagen na"),
    ]


def test_no_reminder_after_the_council_was_heard(asked: Register) -> None:
    look_daily(asked, SENT, date(2027, 9, 1))
    report = CouncilHeard(on=date(2027, 9, 2), municipality="Texel", answer=Answer.AGREES)
    record(asked, "klein", report, date(2027, 9, 2))
    look_daily(asked, date(2027, 9, 3), date(2027, 10, 20))
    after = [who for day, _, who in reminded(asked) if day > date(2027, 9, 2)]
    assert set(after) == {"GM0392", "GM0405"}


def test_after_an_outage_only_the_newest_missed_reminder_is_sent(asked: Register) -> None:
    look(asked, "klein", date(2027, 10, 5))
    assert [occasion for _, occasion, who in reminded(asked) if who == "GM0448"] == [
        f"herinnering 3 dagen voor, dag {LAST}"
    ]


def test_looking_twice_on_a_day_reminds_once(asked: Register) -> None:
    look(asked, "klein", date(2027, 9, 23))
    once = reminded(asked)
    look(asked, "klein", date(2027, 9, 23))
    assert reminded(asked) == once
    assert len(once) == 3


def test_a_later_last_day_arms_the_ladder_again(asked: Register) -> None:
    look(asked, "klein", date(2027, 9, 23))
    move(
        asked, "klein", "horen", date(2027, 10, 14), "griffies vroegen een week", date(2027, 9, 24)
    )
    look_daily(asked, date(2027, 9, 24), date(2027, 10, 14))
    texel = [occasion for _, occasion, who in reminded(asked) if who == "GM0448"]
    assert texel == [
        f"herinnering 14 dagen voor, dag {LAST}",
        "herinnering 14 dagen voor, dag 2027-10-14",
        "herinnering 3 dagen voor, dag 2027-10-14",
    ]


def test_a_reminder_that_would_fall_in_the_recess_waits_until_it_is_over(asked: Register) -> None:
    # Summer holiday in region noord: 10 July up to and including 22 August 2027, a Sunday.
    move(asked, "klein", "horen", date(2027, 9, 10), "eerder klaar", SENT)
    look_daily(asked, SENT, date(2027, 8, 31))
    assert {day for day, _, _ in reminded(asked)} == {date(2027, 8, 23), date(2027, 8, 27)}


def test_nobody_is_reminded_of_the_hearing_before_the_ontwerp_was_sent(
    register: Register, small: Small
) -> None:
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    look_daily(register, date(2027, 8, 20), date(2027, 10, 20))
    assert reminded(register) == []


def test_the_clients_are_reminded_of_their_agreement_from_the_ontwerp_on(
    register: Register, small: Small
) -> None:
    """What is recorded of the text names what it closed, and not whom it lets be reminded."""
    open_dossier(register, "klein", *small, date(2026, 11, 23))
    for day in (date(2027, 4, 29), date(2027, 5, 27), date(2027, 6, 7)):  # 42, 14 and 3 days before
        look(register, "klein", day)
    assert of_agreement(register) == []
    assert card_of_agreement(register, date(2027, 6, 10)).endswith("10 juni 2027")
    waits = " (wacht op 'ontwerp opleveren' (Adviseur van de regioburgemeester))"
    assert card_of_agreement(register, date(2027, 6, 11)).endswith(f"10 juni 2027{waits}")
    made = VersionMade(on=date(2027, 6, 8), step="ontwerp", contains=tuple(Part))
    told = record(register, "klein", made, date(2027, 6, 8))
    assert [line.split(":")[0] for line in told.lines[1:]] == ["Gedaan"]
    look(register, "klein", date(2027, 6, 11))
    assert of_agreement(register) == ["hoofdofficier", "regioburgemeester"]


def card_of_agreement(register: Register, on: date) -> str:
    """Return what the card of an agreement is called on a day."""
    with register.reading() as reader:
        told = recorded(reader, "klein"), fates(reader, "klein")
        found = stories(state_of(reader, "klein"), *told, on)
    return name(found["klein/akkoord/hoofdofficier"])


def of_agreement(register: Register) -> list[str]:
    """Return who was reminded of his agreement."""
    with register.reading() as reader:
        mails = reader.all(Message, "klein")
    return sorted(m.recipient for m in mails if m.is_reminder and m.step == "akkoord")


def test_what_is_late_is_told_to_the_adviser_in_one_mail_a_day(asked: Register) -> None:
    move(asked, "klein", "horen", date(2027, 10, 8), "een dag erbij", date(2027, 10, 1))
    look_daily(asked, date(2027, 10, 9), date(2027, 10, 12))  # Saturday up to and incl. Tuesday
    with asked.reading() as reader:
        digests = [m for m in reader.all(Message, "klein") if m.kind is MessageKind.LATE]
    assert [m.created_on for m in digests] == [date(2027, 10, 11)]  # Monday: nobody reads on Sunday
    assert digests[0].recipient == "adviseur"
    assert all(name in digests[0].body for name in ("Haarlem", "Hoorn", "Texel"))


def days_of(state: State, action: Action) -> Iterator[date]:
    """Yield the days on which the look is due, each told by the one before it."""
    day = action.remind_on
    while day is not None:
        yield day
        day = remind_on(state, action, after=day)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(on=st.dates(date(2026, 11, 23), date(2028, 3, 1)))
def test_on_any_day_an_action_has_at_most_one_reminder_and_its_day_is_looked_at(
    asked: Register, on: date
) -> None:
    with asked.reading() as reader:
        state = state_of(reader, "klein")
    due = list(due_reminders(state, on))
    assert len({r.action.id for r in due}) == len(due)
    before = {
        r.topic for back in range(1, 50) for r in due_reminders(state, on - timedelta(days=back))
    }
    if {r.topic for r in due} - before:
        looked_at = {day for action in state.open_actions() for day in days_of(state, action)}
        assert on in looked_at
