# SPDX-License-Identifier: EUPL-1.2
"""What people recorded in the register of `klein`, and what is in it then."""

from datetime import date

from gehoord.domain.acts.report import Agreed, Corrected, CouncilHeard, StepLapsed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify

DAY = date(2027, 1, 5)
SENT = date(2027, 6, 17)
LATE = date(2027, 10, 15)
NAMES = ("Haarlem", "Hoorn", "Texel")
WHY = "er is geen tijd meer voor"
PER_COUNCIL = """
[[stap]]
id = "uitvraag"
titel = "prioriteiten doorgeven"
fase = "themas"
soort = "mijlpaal"
actiehouder = "burgemeesters"
wanneer = "38 weken voor vaststelling"
"""


def proposal_of(text: str) -> Proposal:
    return read_toml(Proposal, text.encode(), "klein")


def ontwerp(register: Register, on: date) -> None:
    made = VersionMade(on=on, step="ontwerp", contains=tuple(Part))
    record(register, "klein", made, on)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=on, client=client), on)


def record_heard(
    register: Register, on: date, *names: str, answer: Answer = Answer.ZIENSWIJZE
) -> None:
    for name in names:
        report = CouncilHeard(
            on=on, municipality=name, answer=Answer.ZIENSWIJZE, text="Meer wijkagenten."
        )
        record(register, "klein", report, on)


def lapse(register: Register, step: str) -> None:
    record(register, "klein", StepLapsed(on=DAY, step=step, reason=WHY), DAY)


def take_back(register: Register, step: str, owner: str | None = None) -> None:
    mistake = Corrected(on=DAY, step=step, owner=owner, reason="dat was een vergissing")
    record(register, "klein", mistake, DAY)


def state(register: Register) -> State:
    with register.reading() as reader:
        assert verify(reader, "klein").faults == ()
        return state_of(reader, "klein")


def of(step: str, register: Register) -> list[Action]:
    return [a for a in state(register).actions if a.step == step]


def codes(register: Register) -> set[str]:
    return {f.code for f in findings(Case.of_dossier(state(register), DAY))}


def ontwerp_letters(register: Register) -> list[str]:
    with register.reading() as reader:
        sent = reader.all(Message, "klein")
    return sorted(m.recipient for m in sent if m.letter is Letter.ONTWERP)
