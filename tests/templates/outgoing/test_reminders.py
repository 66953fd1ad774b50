"""Reminders: to whom they speak."""

from datetime import date

from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.watch import look
from gehoord.store.register import Register


def test_a_reminder_greets_the_office_that_owes(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    open_dossier(register, "klein", *small, date(2027, 1, 5))
    look(register, "klein", date(2027, 6, 11))  # a day after the last one for both clients
    with register.reading() as reader:
        found = {m.recipient: m.body for m in reader.all(Message, "klein") if m.is_reminder}
    assert found["hoofdofficier"].startswith("Geachte hoofdofficier van justitie,")
    assert found["regioburgemeester"].startswith("Geachte regioburgemeester,")
    assert "akkoord geven op verzending van het ontwerp" in found["regioburgemeester"]
