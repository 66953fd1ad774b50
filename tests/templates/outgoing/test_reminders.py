# SPDX-License-Identifier: EUPL-1.2
"""Reminders: to whom they speak."""

from datetime import date

from gehoord.domain.acts.report import VersionMade
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.ladder import rungs
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.outgoing.reminders import bundles, reminder_of
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.reminders import reminders
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.acts.test_escalation import RING, SPEAK, escalations_in, late
from tests.story import ONTWERP, Small


def test_a_reminder_greets_the_office_that_owes(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    open_dossier(register, "klein", *small, date(2027, 1, 5))
    record(register, "klein", VersionMade(on=ONTWERP, step="ontwerp"), ONTWERP)
    look(register, "klein", date(2027, 6, 11))  # a day after the last one for both clients
    with register.reading() as reader:
        found = {m.recipient: m.body for m in reader.all(Message, "klein") if m.is_reminder}
    assert found["hoofdofficier"].startswith("Geachte hoofdofficier van justitie,")
    assert found["regioburgemeester"].startswith("Geachte regioburgemeester,")
    asked = "- Wat: akkoord geven op verzending van het ontwerp (versie 1, van 3 juni 2027)\n"
    assert asked in found["regioburgemeester"]


def test_the_regioburgemeester_reads_how_late_each_is_now_and_who_was_reminded(
    small: Small,
) -> None:
    story = StoryInMemory()
    story.tell(small, "asked")
    state = late(late(story.state, RING).state, SPEAK).state
    [hoorn] = [a for a in state.owed("horen") if a.owner_name == "Hoorn"]
    state = state.after(Changes.replacing([(hoorn, hoorn.reminded(RING))]))
    speak = [a for a in escalations_in(state) if a.owner == "regioburgemeester"]
    wanted = [reminder_of(state, a, rung.name) for a in reversed(speak) for rung in rungs(state, a)]
    [mail] = reminders(post_of(state, SPEAK), bundles(state, wanted, [], SPEAK))
    lines = [line for line in mail.body.splitlines() if line.startswith("- ")]
    assert [line.split("; ")[2] for line in lines] == [
        "niet herinnerd",
        "het laatst herinnerd op 15 oktober 2027",
        "niet herinnerd",
    ]
    assert [line.split("raad van ")[1][:5] for line in map(str.lower, lines)] == [
        "haarl",
        "hoorn",
        "texel",
    ]
    assert all(
        "bijna drie weken te laat, de laatste dag was 7 oktober 2027" in line for line in lines
    )
