# SPDX-License-Identifier: EUPL-1.2
"""All that one recipient hears about one action is one conversation in his mail program."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from gehoord.domain.acts.report import AddressGiven, Agreed, VersionMade
from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings

DAY, ASKED, REMINDED = date(2027, 1, 5), date(2027, 6, 17), date(2027, 8, 26)


@pytest.fixture
def heard_of(
    register: Register, small: tuple[Proposal, Eenheid, str], tmp_path: Path
) -> list[EmailMessage]:
    """Every mail of a hearing: asked, moved, reminded, and one sent again elsewhere."""
    place = Settings(home=tmp_path)
    open_dossier(register, "klein", *small, DAY)
    record(register, "klein", VersionMade(on=ASKED, step="ontwerp"), ASKED)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=ASKED, client=client), ASKED)
    hear(register, "klein", ASKED)
    deliver(register, place)
    given = AddressGiven(on=ASKED, who="Texel", address="raad@texel.example")
    record(register, "klein", given, ASKED)
    move(register, "klein", "horen", date(2027, 10, 5), "de raden willen meer tijd", ASKED)
    deliver(register, place)
    look(register, "klein", REMINDED)
    deliver(register, place)
    files = sorted((tmp_path / "outbox").rglob("*.eml"))
    read = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [mail for mail in read if isinstance(mail, EmailMessage)]


def about(mails: list[EmailMessage], word: str) -> list[EmailMessage]:
    """Return the mails to one griffie, by a word in the address."""
    return [mail for mail in mails if word in str(mail["To"])]


def test_everything_about_a_hearing_follows_the_letter_that_asks(
    heard_of: list[EmailMessage],
) -> None:
    mails = about(heard_of, "gm0392")
    begun = [mail for mail in mails if mail["In-Reply-To"] is None]
    first = next(mail for mail in begun if "ontwerp voor uw raad" in mail["Subject"])
    follow = [mail for mail in mails if mail["In-Reply-To"] == first["Message-ID"]]
    assert len(follow) >= 2  # the day that moved, and a reminder
    for mail in follow:
        assert mail["References"] == first["Message-ID"]
        assert mail["Message-ID"] != first["Message-ID"]


def test_what_is_sent_again_stays_in_the_conversation(heard_of: list[EmailMessage]) -> None:
    [first] = [
        mail
        for mail in about(heard_of, "gm0448")
        if "ontwerp voor uw raad" in mail["Subject"] and mail["In-Reply-To"] is None
    ]
    [again] = [mail for mail in about(heard_of, "raad@texel") if "Opnieuw" in mail["Subject"]]
    assert again["In-Reply-To"] == first["Message-ID"]


def test_no_two_griffies_share_one_and_each_id_has_the_domain_of_the_sender(
    heard_of: list[EmailMessage],
) -> None:
    ids = [mail["Message-ID"] for mail in heard_of]
    assert len(set(ids)) == len(ids)
    assert all(mail_id.endswith("@gehoord.invalid>") for mail_id in ids)
    for mail in heard_of:
        if root := mail["In-Reply-To"]:
            [first] = [m for m in heard_of if m["Message-ID"] == root]
            mine, first_to = str(mail["To"]), str(first["To"])
            assert mine == first_to or "texel" in mine


def test_a_changed_setting_changes_no_id_of_what_was_queued(
    register: Register, small: tuple[Proposal, Eenheid, str], tmp_path: Path
) -> None:
    open_dossier(register, "klein", *small, DAY)
    look(register, "klein", date(2027, 3, 12))
    with register.reading() as reader:
        before = {message.mail_id for message in reader.all(Message, "klein")}
    deliver(register, Settings(home=tmp_path, mail_from="ander@adres.example"))
    sent = [message_from_bytes(f.read_bytes()) for f in (tmp_path / "outbox").rglob("*.eml")]
    assert {str(mail["Message-ID"]).strip("<>") for mail in sent} == before
