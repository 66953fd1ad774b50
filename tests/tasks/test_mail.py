# SPDX-License-Identifier: EUPL-1.2
"""Mail: as files in mode `proef`, to a real SMTP server in mode `live`; once, or at least once."""

import socket
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.domain.acts.report import Agreed, Merged, ThemesChosen, VersionMade
from gehoord.domain.dossier.attempt import FIRST_WAIT
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, MessageState
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.tasks.mail import Delivery, deliver
from gehoord.tasks.settings import Settings
from tests.tasks.postbus import Postbus, in_trial, live

DAY = date(2027, 1, 5)
ASKED, REMINDED = date(2027, 6, 17), date(2027, 8, 26)


@pytest.fixture
def waiting(register: Register, small: tuple[Proposal, Eenheid, str]) -> Register:
    """A register with three messages of a dossier in earnest in its outbox."""
    open_dossier(register, "klein", *small, DAY, mode=Mode.LIVE)
    with register.changing("klein", DAY, "adviseur", "test") as change:
        change.send(
            Message(
                id=f"klein/horen|brief|{code}",
                dossier="klein",
                kind=MessageKind.LETTER,
                step="horen",
                municipality=code,
                recipient=code,
                address=f"griffie@{code.lower()}.example",
                subject=f"Reservering é {code}",
                body="Geachte griffier,\n\nGraag tijd reserveren.\n",
                attachments=(
                    Attachment(name="brief.html", media_type="text/html", content="<p>é</p>"),
                ),
                created_on=DAY,
            )
            for code in ("GM0392", "GM0405", "GM0448")
        )
    return register


def later(register: Register, time: timedelta) -> None:
    """Let the clock of a register run on."""
    now = register.now()
    register.now = lambda: now + time


def states(register: Register) -> list[MessageState]:
    with register.reading() as reader:
        return [m.state for m in reader.all(Message, "klein")]


def test_the_default_mode_sends_nothing_and_writes_files(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    place = Settings(home=tmp_path, smtp_host="127.0.0.1", smtp_port=postbus[1])
    assert deliver(in_trial(waiting), place).sent == 3
    assert len(list((tmp_path / "outbox" / "klein").glob("*.eml"))) == 3
    assert postbus[0].received == []


def test_each_message_reaches_the_server_once(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    place = live(tmp_path, postbus[1])
    assert deliver(waiting, place).sent == 3
    assert deliver(waiting, place).sent == 0
    assert sorted(e.rcpt_tos[0] for e in postbus[0].received) == [
        "griffie@gm0392.example",
        "griffie@gm0405.example",
        "griffie@gm0448.example",
    ]
    assert states(waiting) == [MessageState.SENT] * 3


def test_what_the_server_refuses_waits_and_leaves_later(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    handler, port = postbus
    handler.answer = "451 try again later"
    refused = deliver(waiting, live(tmp_path, port))
    assert (refused.sent, len(refused.held)) == (0, 3)
    assert states(waiting) == [MessageState.WAITING] * 3
    handler.answer = "250 OK"
    assert deliver(waiting, live(tmp_path, port)) == Delivery()
    later(waiting, FIRST_WAIT)
    assert deliver(waiting, live(tmp_path, port)).sent == 3


def test_an_unreachable_server_loses_nothing(waiting: Register, tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        delivery = deliver(waiting, live(tmp_path, closed.getsockname()[1]))
    assert delivery.sent == 0
    assert "niet te bereiken" in delivery.held[0]
    assert states(waiting) == [MessageState.WAITING] * 3


def test_a_crash_after_sending_resends_with_the_same_message_id(
    waiting: Register,
    tmp_path: Path,
    postbus: tuple[Postbus, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handler, port = postbus

    def crash(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "settle", crash)
        with pytest.raises(KeyboardInterrupt):
            deliver(waiting, live(tmp_path, port))
    assert len(handler.received) == 1
    later(waiting, outbox.LEASE + timedelta(seconds=1))
    delivery = deliver(waiting, live(tmp_path, port))
    assert (delivery.sent, delivery.again) == (3, 1)
    ids = [
        line
        for envelope in handler.received
        for line in envelope.content.decode().splitlines()
        if line.startswith("Message-ID")
    ]
    assert len(ids) == 4
    assert len(set(ids)) == 3


def test_a_message_that_another_sender_has_claimed_is_left_alone(waiting: Register) -> None:
    [first, *_] = outbox.waiting(waiting)
    assert outbox.claim(waiting, first.id) is not None
    assert outbox.claim(waiting, first.id) is None
    assert first.id not in {there.id for there in outbox.waiting(waiting)}


def test_a_griffie_without_an_address_is_named_and_its_message_waits(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    with waiting.changing("klein", DAY, "adviseur", "test") as change:
        [known] = [m for m in change.all(Message, "klein") if m.recipient == "GM0448"]
        change.send([known.model_copy(update={"id": "x|y|GM0448", "address": ""})])
    delivery = deliver(waiting, live(tmp_path, postbus[1]))
    assert delivery.sent == 3
    assert delivery.held == (
        "Texel: het adres werkt niet (er is geen adres bekend), leg een adres vast dat wel werkt "
        "met 'gehoord record adres'",
    )
    assert deliver(waiting, live(tmp_path, postbus[1])) == Delivery()


def test_two_senders_at_once_send_each_message_once(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int]
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    place = live(tmp_path, postbus[1])
    with ThreadPoolExecutor(3) as pool:
        sent = list(pool.map(lambda _: deliver(waiting, place).sent, range(3)))
    assert sum(sent) == 3
    assert len(postbus[0].received) == 3


@pytest.mark.parametrize(
    "address", ["a@b.nl\nBcc: x@elders.nl", "a@b.nl, geen adres", "geen adres", "<@", "a@b.nl,"]
)
@pytest.mark.parametrize("mode", ["proef", "live"])
def test_one_bad_address_is_named_and_the_others_leave(
    waiting: Register, tmp_path: Path, postbus: tuple[Postbus, int], address: str, mode: str
) -> None:
    with waiting.changing("klein", DAY, "adviseur", "test") as change:
        change.redirect([m for m in change.all(Message) if m.recipient == "GM0392"], address)
    place = live(tmp_path, postbus[1]) if mode == "live" else Settings(home=tmp_path)
    delivery = deliver(waiting if mode == "live" else in_trial(waiting), place)
    assert delivery.sent == 2
    assert len(delivery.held) == 1
    assert delivery.held[0].startswith("Haarlem: het adres werkt niet (")
    assert "is geen e-mailadres" in delivery.held[0]
    assert sorted(states(waiting)) == [MessageState.UNREACHABLE, *[MessageState.SENT] * 2]


def test_a_header_that_cannot_be_written_holds_one_message_only(
    waiting: Register, tmp_path: Path
) -> None:
    with waiting.changing("klein", DAY, "adviseur", "test") as change:
        [known] = [m for m in change.all(Message, "klein") if m.recipient == "GM0448"]
        part = Attachment(name="x", media_type="text/\nx", content="x")
        change.send([known.model_copy(update={"id": "a|b|GM0448", "attachments": (part,)})])
    delivery = deliver(in_trial(waiting), Settings(home=tmp_path))
    assert delivery.sent == 3
    assert len(delivery.held) == 1
    assert "dit bericht kan niet als mail worden geschreven" in delivery.held[0]
    assert delivery.held[0].startswith("Texel: ")


def test_a_document_travels_under_a_plain_name_and_a_lost_one_holds_one_message(
    waiting: Register, tmp_path: Path
) -> None:
    with waiting.changing("klein", DAY, "adviseur", "test") as change:
        [known] = [m for m in change.all(Message, "klein") if m.recipient == "GM0448"]
        for name in ("C:\\stukken\\ont\nBcc: x.pdf", "../../geheim.pdf", "weg"):
            document = change.keep_document(name, name.encode()) if name != "weg" else "0" * 64
            part = Attachment(name=name, media_type="application/pdf", document=document)
            update = {"id": f"a|{document}|x", "attachments": (part,), "subject": f"over\n{name}"}
            change.send([known.model_copy(update=update)])
    delivery = deliver(in_trial(waiting), Settings(home=tmp_path))
    assert delivery.sent == 5
    assert len(delivery.held) == 1
    assert "is niet meer in het register" in delivery.held[0]
    mails = [
        message_from_bytes(file.read_bytes(), policy=default)
        for file in (tmp_path / "outbox" / "klein").glob("*.eml")
    ]
    assert all(mail["Bcc"] is None for mail in mails)
    assert {part.get_filename() for mail in mails for part in mail.iter_attachments()} == {
        "brief.html",
        "ont Bcc: x.pdf",
        "geheim.pdf",
    }


def test_a_message_that_cannot_be_read_holds_nothing_up(waiting: Register, tmp_path: Path) -> None:
    with waiting.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE message SET attachments = '[1]' WHERE recipient = 'GM0392'")
        )
    delivery = deliver(in_trial(waiting), Settings(home=tmp_path))
    assert delivery.sent == 2
    assert len(delivery.held) == 1
    assert "GM0392" in delivery.held[0]


def test_a_reminder_that_waited_until_the_answer_came_does_not_leave(
    register: Register, small: tuple[Proposal, Eenheid, str], tmp_path: Path
) -> None:
    open_dossier(register, "klein", *small, DAY)
    late = date(2027, 3, 12)
    record(register, "klein", VersionMade(on=DAY, step="advies"), DAY)
    look(register, "klein", late)
    assert states(register) == [MessageState.WAITING] * 3
    record(register, "klein", ThemesChosen(on=late, themes=("Ondermijning",)), late)
    assert deliver(register, Settings(home=tmp_path)).sent == 2
    assert sorted(states(register)) == sorted([*[MessageState.SENT] * 2, MessageState.WITHDRAWN])
    assert deliver(register, Settings(home=tmp_path)).sent == 0


def test_a_dossier_that_cannot_be_read_holds_its_reminder_and_nothing_else(
    waiting: Register, tmp_path: Path
) -> None:
    late = date(2027, 3, 12)
    record(waiting, "klein", VersionMade(on=DAY, step="advies"), DAY)
    look(waiting, "klein", late)
    with waiting.engine.begin() as connection:
        changed = connection.execute(
            sa.text("UPDATE action SET state = 'onzin' WHERE step = 'themas'")
        )
    assert changed.rowcount == 1
    delivery = deliver(in_trial(waiting), Settings(home=tmp_path))
    [held] = delivery.held
    assert "staat een waarde die Gehoord niet kent" in held
    with waiting.reading() as reader:
        rest = [m for m in reader.all(Message, "klein") if m.state is not MessageState.SENT]
    [about] = rest
    assert (about.step, about.state) == ("themas", MessageState.WAITING)


@pytest.fixture
def reminded(register: Register, small: tuple[Proposal, Eenheid, str], tmp_path: Path) -> Register:
    """Every council has the ontwerp, and a reminder of it waits."""
    open_dossier(register, "klein", *small, DAY)
    record(register, "klein", VersionMade(on=ASKED, step="ontwerp"), ASKED)
    for client in ("regioburgemeester", "hoofdofficier"):
        record(register, "klein", Agreed(on=ASKED, client=client), ASKED)
    hear(register, "klein", ASKED)
    deliver(register, Settings(home=tmp_path))
    look(register, "klein", REMINDED)
    return register


def states_of_reminders(register: Register) -> dict[str, MessageState]:
    with register.reading() as reader:
        found = [m for m in reader.all(Message, "klein") if m.rung == "42 dagen voor"]
    return {m.recipient: m.state for m in found}


def test_a_council_that_must_be_asked_anew_gets_no_waiting_reminder(
    reminded: Register, tmp_path: Path
) -> None:
    merger = Merged(on=REMINDED, ceased=("Texel",), code="GM0405", name="Hoorn")
    record(reminded, "klein", merger, REMINDED)
    deliver(reminded, Settings(home=tmp_path))
    states = states_of_reminders(reminded)
    assert states["GM0392"] is MessageState.SENT
    assert states["GM0405"] is states["GM0448"] is MessageState.WITHDRAWN


def test_a_reminder_of_an_ontwerp_that_a_newer_one_replaced_does_not_leave(
    reminded: Register, tmp_path: Path
) -> None:
    record(reminded, "klein", VersionMade(on=REMINDED, step="ontwerp"), REMINDED)
    deliver(reminded, Settings(home=tmp_path))
    assert set(states_of_reminders(reminded).values()) == {MessageState.WITHDRAWN}
