# SPDX-License-Identifier: EUPL-1.2
"""Whoever asked reads the answer of the adviser, and nobody else does."""

import pytest

from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.dossier.request import Reply, RequestKind
from tests.domain.acts.asking import WANTED, answers, asks
from tests.domain.acts.test_respite import respite
from tests.story import ASKED, HEARD
from tests.story_in_register import StoryInRegister, ToldInRegister

BACK = Corrected(
    on=ASKED, report="antwoord-op-verzoek", owner="Texel", reason="dat was een vergissing"
)


def mails(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        return reader.all(Message, "klein", kind=MessageKind.REPLY)


def test_the_griffie_reads_what_it_asked_and_what_is_answered(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks(RequestKind.COMMITTEE, text="Mag de commissie het doen?"))
    assert mails(story) == []
    said = story.does(answers(text="Nee.\nAlleen de raad zelf."))
    assert said.endswith("Wie het verzoek deed, krijgt bericht.")
    [mail] = mails(story)
    assert (mail.recipient, mail.state) == ("GM0448", MessageState.WAITING)
    assert mail.subject == (
        "Beleidsplan 2028-2031, antwoord op uw verzoek: behandeling in een commissie"
    )
    assert "vroeg u in de procedure van het Beleidsplan 2028-2031 om behandeling" in mail.body
    assert "Nee.\nAlleen de raad zelf." in mail.body
    assert "Mag de commissie het doen?" in mail.body
    assert "Uw raad kan antwoorden tot en met 7 oktober 2027." in mail.body
    assert "Alleen de raad zelf kan worden gehoord (artikel 38b lid 2 van de" in mail.body


@pytest.mark.parametrize(
    ("who", "recipient"), [("burgemeester van Texel", "burgemeesters GM0448"), ("rbop", "rbop")]
)
def test_it_goes_to_who_asked(told: ToldInRegister, who: str, recipient: str) -> None:
    story = told("asked")
    story.does(asks(RequestKind.OTHER, who))
    story.does(answers(reply=Reply.ANSWERED))
    [mail] = mails(story)
    assert mail.subject == "Beleidsplan 2028-2031, antwoord op uw vraag"
    assert mail.recipient == recipient
    assert bool(mail.address) is (who == "rbop")


def test_a_respite_has_its_own_mail_and_needs_no_answer(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks())
    story.does(respite())
    assert mails(story) == []


def test_a_burgemeester_whose_request_a_respite_grants_reads_so(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks(who="burgemeester van Texel"))
    story.does(respite(WANTED))
    [mail] = mails(story)
    assert mail.recipient == "burgemeesters GM0448"
    assert "Uw verzoek is toegewezen." in mail.body
    assert "Uw raad kan antwoorden tot en met 21 oktober 2027." in mail.body
    assert "Mijn antwoord" not in mail.body
    story.does(Corrected(on=HEARD, report="uitstel", owner="Texel", reason="een andere raad"))
    assert [mail.state for mail in mails(story)] == [MessageState.WITHDRAWN]


def test_taken_back_it_leaves_no_more_and_another_answer_does(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(asks())
    story.does(answers())
    story.does(BACK)
    story.does(answers(text="Toch anders dan ik eerst dacht."))
    states = {mail.edition: mail.state for mail in mails(story)}
    assert states == {1: MessageState.WITHDRAWN, 2: MessageState.WAITING}
