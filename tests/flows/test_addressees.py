# SPDX-License-Identifier: EUPL-1.2
"""Council, burgemeester and the officials for public order: each gets its own letter and mail.

Law: Politiewet 2012, art. 38b lid 2: the burgemeester hears the council of his own municipality.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gehoord.domain.acts.report import AddressGiven, Agreed, CouncilHeard, Reached, VersionMade
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Letter
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.conftest import HERE

OPENED, SENT, LATER = date(2027, 1, 5), date(2027, 6, 17), date(2027, 6, 21)
SENDS = 'brief = "ontwerp"\naan = "raden"'
Asked = Callable[..., str]


def addressed(text: str) -> str:
    """Give Haarlem three addresses, Hoorn that of its burgemeester, and Texel none."""
    haarlem = (
        'griffie_adres = "griffie@haarlem.example"\n'
        'burgemeester_adres = "bestuur@haarlem.example"\n'
        'oov_adres = "oov@haarlem.example"'
    )
    text = text.replace('naam = "Haarlem"', f'naam = "Haarlem"\n{haarlem}')
    hoorn = 'naam = "Hoorn"\nburgemeester_adres = "bestuur@hoorn.example"'
    return text.replace('naam = "Hoorn"', hoorn)


@pytest.fixture
def asked(register: Register) -> Asked:
    """Open the small procedure with the ontwerp to these addressees, and send it."""

    def ask(to: str, owner: str = "raden") -> str:
        text = (HERE / "klein.toml").read_text()
        assert SENDS in text
        text = text.replace(SENDS, f'brief = "ontwerp"\naan = {to}')
        text = text.replace('"horen"\nactiehouder = "raden"', f'"horen"\nactiehouder = "{owner}"')
        eenheid = addressed((HERE / "klein-eenheid.toml").read_text())
        proposal = read_toml(Proposal, text.encode(), "klein")
        unit = read_toml(Eenheid, eenheid.encode(), "eenheid")
        open_dossier(register, "klein", proposal, unit, text, OPENED)
        return ask_again(register, SENT)

    return ask


def ask_again(register: Register, on: date) -> str:
    record(register, "klein", VersionMade(on=on, step="ontwerp"), on)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=on, client=client), on)
    return hear(register, "klein", on).text


def letters(register: Register) -> dict[str, list[Message]]:
    """Return the letters with an ontwerp by who gets them."""
    found: dict[str, list[Message]] = {}
    with register.reading() as reader:
        for message in reader.all(Message, "klein", letter=Letter.ONTWERP):
            found.setdefault(message.recipient, []).append(message)
    return found


def test_an_ontwerp_to_the_burgemeesters_goes_to_each_and_asks_the_councils(
    register: Register, asked: Asked
) -> None:
    said = asked('"burgemeesters"')
    sent = letters(register)
    assert {to: m.address for to, [m] in sent.items()} == {
        "burgemeesters GM0392": "bestuur@haarlem.example",
        "burgemeesters GM0405": "bestuur@hoorn.example",
        "burgemeesters GM0448": "",
    }
    assert said.startswith("3 raden gevraagd.")
    with register.reading() as reader:
        assert {h.state for h in reader.all(Hearing, "klein")} == {HearingState.INVITED}


def test_who_has_no_address_is_said_in_one_line(register: Register, asked: Asked) -> None:
    assert (
        "Geen mailadres bekend van de burgemeester van Texel en de ambtenaar openbare orde en "
        "veiligheid van Hoorn en Texel: die brieven gaan naar u, om door te sturen."
    ) in asked('["raden", "burgemeesters", "ambtenaren-oov"]')


def test_nobody_is_said_to_have_no_address_whom_nothing_is_sent(asked: Asked) -> None:
    assert "mailadres" not in asked('"raden"')


def test_council_and_burgemeester_each_have_their_own_letter_and_mail(
    register: Register, asked: Asked
) -> None:
    asked('"raden en burgemeesters"')
    sent = letters(register)
    assert len(sent) == 6
    [council], [burgemeester] = sent["GM0392"], sent["burgemeesters GM0392"]
    assert council.body.startswith("Geachte griffier,")
    assert burgemeester.body.startswith("Geachte burgemeester,")
    assert "Geachte leden van de gemeenteraad," in council.attachments[0].content
    assert "De burgemeester van Haarlem" in burgemeester.attachments[0].content
    assert {a.name for a in burgemeester.attachments} == {a.name for a in council.attachments}


def test_a_body_gets_each_ontwerp_once(register: Register, asked: Asked) -> None:
    asked('["raden", "rbop", "korpschef"]')
    sent = letters(register)
    assert [m.address for m in sent["rbop"]] == ["rbop@klein.example"]
    assert len(sent["korpschef"]) == 1
    hear(register, "klein", LATER)
    assert {len(messages) for messages in letters(register).values()} == {1}
    ask_again(register, date(2027, 6, 24))
    assert {len(messages) for messages in letters(register).values()} == {2}


def test_the_second_round_is_the_second_for_each_addressee(
    register: Register, asked: Asked
) -> None:
    asked('["raden", "burgemeesters"]')
    ask_again(register, date(2027, 6, 24))
    for messages in letters(register).values():
        assert {(m.version, m.round) for m in messages} == {(1, 1), (2, 2)}


def test_a_letter_to_a_burgemeester_that_came_back_goes_again_to_him_alone(
    register: Register, asked: Asked, tmp_path: Path
) -> None:
    asked('["raden", "burgemeesters"]')
    deliver(register, Settings(home=tmp_path))
    new = "burgemeester@haarlem.example"
    given = AddressGiven(on=LATER, who="Haarlem", address=new, of=Reached.BURGEMEESTER)
    assert "gaat opnieuw, in dezelfde ronde" in record(register, "klein", given, LATER).text
    sent = letters(register)
    went = sorted(sent["burgemeesters GM0392"], key=lambda m: m.edition)
    assert [m.address for m in went] == ["bestuur@haarlem.example", new]
    assert len(sent["GM0392"]) == 1
    with register.reading() as reader:
        assert verify(reader, "klein").faults == ()


def test_the_burgemeesters_may_be_those_who_owe_the_hearing(
    register: Register, asked: Asked
) -> None:
    asked('"burgemeesters"', owner="burgemeesters")
    answer = CouncilHeard(on=LATER, municipality="Texel", answer=Answer.AGREES)
    record(register, "klein", answer, LATER)
    with register.reading() as reader:
        owed = {a.owner_name: a.is_open for a in reader.all(Action, "klein", step="horen")}
    assert owed == {
        "Burgemeester van Haarlem": True,
        "Burgemeester van Hoorn": True,
        "Burgemeester van Texel": False,
    }
