# SPDX-License-Identifier: EUPL-1.2
"""What happens while a form stands open: nothing is lost by it, and nothing done unseen."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.report import SilenceAccepted
from gehoord.domain.dossier.message import Message, MessageKind
from tests.desk.conftest import Balie
from tests.desk.test_answering import (
    PDF,
    SAID,
    asked,  # noqa: F401
    form_of,
    forms_on,
    hidden,
    post,
    send,
)
from tests.desk.test_party import read
from tests.story import HEARD, REAL_REASON, RESPOND_BY

OTHER = b"%PDF-1.7\niets anders\n%%EOF\n"


@pytest.fixture
def desk(asked: Balie) -> Balie:  # noqa: F811
    return asked


def test_the_former_address_is_warned_also_when_it_changes_again_before_the_mail_leaves(
    desk: Balie,
) -> None:
    page = desk.page("Haarlem")
    post(desk, f"{page}/antwoord/adres", {"adres": "griffie@haarlem.example"})
    desk.posts_mail()
    for stranger in ("een@elders.example", "twee@elders.example"):
        post(desk, f"{page}/antwoord/adres", {"adres": stranger})
    desk.posts_mail()
    with desk.story.register.reading() as reader:
        receipts = reader.all(Message, "klein", kind=MessageKind.RECEIPT)
    to = [receipt.address for receipt in receipts]
    assert to.count("griffie@haarlem.example") == 2  # its own receipt, and the warning


def test_a_file_that_is_added_after_going_back_is_not_taken_for_the_same_form(desk: Balie) -> None:
    path = form_of(desk, "Haarlem", "gehoord")
    fields = hidden(desk.get(path).text) | SAID
    assert send(desk, path, fields).status_code == 303
    again = send(desk, path, fields, PDF)
    assert again.status_code == 409
    assert "Wat u nu instuurde, is anders en is niet bewaard." in read(again.text)
    assert send(desk, path, fields).status_code == 303


def test_an_answer_that_another_changed_meanwhile_is_said_before_it_is_replaced(
    desk: Balie,
) -> None:
    post(desk, form_of(desk, "Haarlem", "gehoord"), SAID, PDF)
    path = form_of(desk, "Haarlem", "wijzigen")
    opened = hidden(desk.get(path).text)
    post(desk, path, SAID | {"tekst": "Van de ander."}, OTHER)
    mine = SAID | {"tekst": "Van mij.", "bestand_blijft": "ja"}
    answer = send(desk, path, opened | mine)
    assert answer.status_code == 409
    assert "is intussen al gewijzigd" in read(answer.text)
    assert "Van mij." in answer.text
    texts = [z.text for z in desk.story.state.zienswijzen if z.counts]
    assert texts == ["Van de ander."]
    assert send(desk, path, hidden(answer.text) | mine).status_code == 303


def test_the_judgement_of_a_silence_stays_when_the_council_answers_after_all(desk: Balie) -> None:
    desk.on = RESPOND_BY + timedelta(days=1)
    report = {"on": desk.on, "by": "regioburgemeester", "municipality": "Haarlem"}
    desk.story.does(SilenceAccepted.model_validate(report | {"reason": REAL_REASON}, by_name=True))
    late = {"antwoord": "zienswijze", "tekst": "Toch nog."}
    assert post(desk, form_of(desk, "Haarlem", "aanvulling"), late).status_code == 303
    assert "wijzigen" not in forms_on(desk, "Haarlem")
    assert desk.story.state.hearing_of("GM0392").reason == REAL_REASON


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (HEARD + timedelta(days=1), "ligt in de toekomst"),
        (date(1900, 1, 1), "De raad kreeg het ontwerp op 17 juni 2027"),
    ],
)
def test_what_a_committee_did_was_on_a_day_on_which_it_can_have_been(
    desk: Balie, day: date, said: str
) -> None:
    committee = SAID | {"wijze": "commissie", "op": f"{day}"}
    answer = post(desk, form_of(desk, "Haarlem", "gehoord"), committee)
    assert answer.status_code == 422
    assert said in read(answer.text)
    assert not desk.story.state.requests
