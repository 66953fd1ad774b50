# SPDX-License-Identifier: EUPL-1.2
"""Servers that misbehave, each a real one: what one address meets stops nobody else."""

import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult
from sqlalchemy.exc import OperationalError

from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.attempt import FIRST_WAIT, GIVEN_UP_AFTER
from gehoord.domain.dossier.message import Message, MessageKind, MessageState
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows import clock
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store import outbox
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.tasks import line, postmarks
from gehoord.tasks.mail import Delivery, deliver
from tests.tasks.postbus import Postbus, in_earnest, live, serving

DAY = date(2027, 1, 5)
CODES = [f"GM{number}" for number in range(1000, 1032)]
BAD = "griffie@gm1012.example"
NEXT = "griffie@gm1013.example"
Bus = tuple[Postbus, int]


def letter(code: str, address: str = "") -> Message:
    return Message(
        id=f"klein/verzending|brief|{code}",
        dossier="klein",
        kind=MessageKind.LETTER,
        step="verzending",
        municipality=code,
        recipient=code,
        address=address or f"griffie@{code.lower()}.example",
        subject=f"Ontwerp voor {code}",
        body="Geachte griffier,\n",
        created_on=DAY,
    )


@pytest.fixture
def waiting(register: Register, small: tuple[Proposal, Eenheid, str]) -> Register:
    """A register with a letter to each of 32 griffies."""
    open_dossier(register, "klein", *small, DAY)
    with register.changing("klein", DAY, "adviseur", "test") as change:
        change.send(map(letter, CODES))
    return in_earnest(register)


def put(register: Register, *letters: Message) -> Register:
    with register.changing("klein", DAY, "adviseur", "test") as change:
        change.send(letters)
    return in_earnest(register)


def kept(register: Register, code: str) -> Message:
    with register.reading() as reader:
        [found] = reader.all(Message, "klein", recipient=code)
    return found


def later(register: Register, span: timedelta) -> None:
    now = register.now()
    register.now = lambda: now + span


@pytest.mark.parametrize("answer", ["421 te druk", "451 later", "DROP", "452 4.2.2 vol", "552 vol"])
def test_what_one_address_meets_for_now_stops_nobody_else(
    waiting: Register, tmp_path: Path, postbus: Bus, answer: str
) -> None:
    postbus[0].asked[BAD] = answer
    delivery = deliver(waiting, live(tmp_path, postbus[1]))
    assert (delivery.sent, len(delivery.held)) == (31, 1)
    assert BAD in delivery.held[0]
    assert BAD not in postbus[0].addresses
    assert postbus[0].connections == (3 if answer[:3] in ("421", "DRO") else 1)
    message = kept(waiting, "GM1012")
    assert (message.state, message.attempts) == (MessageState.WAITING, 1)
    assert message.next_attempt_at is not None
    assert waiting.now() < message.next_attempt_at <= waiting.now() + FIRST_WAIT
    assert message.failure


@pytest.mark.parametrize("answer", ["421 te druk", "451 later", "DROP", "450 greylisted"])
def test_what_one_mail_meets_for_now_stops_nobody_else(
    waiting: Register, tmp_path: Path, postbus: Bus, answer: str
) -> None:
    postbus[0].handed[BAD] = answer
    assert deliver(waiting, live(tmp_path, postbus[1])).sent == 31
    assert kept(waiting, "GM1012").state is MessageState.WAITING


def test_a_server_that_takes_a_mail_and_breaks_off_costs_nobody_his(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    for number in (1003, 1004, 1020, 1031):
        postbus[0].handed[f"griffie@gm{number}.example"] = "250 DROP"
    assert deliver(waiting, live(tmp_path, postbus[1])) == Delivery(sent=32)
    assert len(postbus[0].addresses) == len(set(postbus[0].addresses)) == 32


def test_many_that_break_the_connection_stop_nobody_either(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    for code in CODES[::2]:
        postbus[0].asked[f"griffie@{code.lower()}.example"] = "421 weg"
    delivery = deliver(waiting, live(tmp_path, postbus[1]))
    assert (delivery.sent, len(delivery.held)) == (16, 16)
    assert len(delivery.told) == 4
    assert delivery.told[-1] == "En nog 13 berichten niet."


def test_an_address_that_is_refused_for_good_is_not_tried_again_until_there_is_another(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    bus, port = postbus
    put(waiting, letter("GM0448", "weg@texel.example"))
    bus.asked["weg@texel.example"] = "550 5.1.1 no such user"
    delivery = deliver(waiting, live(tmp_path, port))
    assert delivery.sent == 32
    assert delivery.held == (
        "Texel: het adres werkt niet (weg@texel.example: '550 5.1.1 no such user'), leg een adres "
        "vast dat wel werkt met 'gehoord record adres'",
    )
    assert kept(waiting, "GM0448").state is MessageState.UNREACHABLE
    bus.asked.clear()
    later(waiting, timedelta(days=30))
    assert deliver(waiting, live(tmp_path, port)) == Delivery()
    given = AddressGiven(on=DAY, who="Texel", address="griffie@texel.example")
    record(waiting, "klein", given, DAY)
    assert deliver(waiting, live(tmp_path, port)).sent == 1
    left = kept(waiting, "GM0448")
    assert (left.state, left.failure, left.failing_since) == (MessageState.SENT, "", None)


@pytest.mark.parametrize(
    "answer",
    ["550 5.7.1 not allowed", "554 Relay access denied", "530 Authentication required"],
)
def test_a_rule_of_the_server_says_nothing_of_an_address(
    waiting: Register, tmp_path: Path, postbus: Bus, answer: str
) -> None:
    postbus[0].asked |= dict.fromkeys((f"griffie@{code.lower()}.example" for code in CODES), answer)
    assert deliver(waiting, live(tmp_path, postbus[1])).sent == 0
    assert {kept(waiting, code).state for code in CODES} == {MessageState.WAITING}


def test_a_mail_that_the_server_will_not_have_has_a_state_of_its_own(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    postbus[0].handed[BAD] = "554 5.6.0 message refused"
    delivery = deliver(waiting, live(tmp_path, postbus[1]))
    assert delivery.sent == 31
    assert "wil dit bericht niet hebben ('554 5.6.0 message refused')" in delivery.held[0]
    assert "beheerder" in delivery.held[0]
    assert "adres vast dat wel werkt" not in delivery.held[0]
    assert kept(waiting, "GM1012").state is MessageState.REFUSED


@pytest.mark.parametrize("answer", ["554 5.7.1 blocked", "554 Relaying denied", "552 5.2.2 full"])
def test_a_rule_met_by_every_mail_lets_them_wait(
    waiting: Register, tmp_path: Path, postbus: Bus, answer: str
) -> None:
    bus, place = postbus[0], live(tmp_path, postbus[1])
    bus.answer = answer
    assert deliver(waiting, place).sent == 0
    assert {kept(waiting, code).state for code in CODES} == {MessageState.WAITING}
    later(waiting, GIVEN_UP_AFTER)
    assert "beheerder" in deliver(waiting, place).held[0]
    assert {kept(waiting, code).state for code in CODES} == {MessageState.REFUSED}


@pytest.mark.parametrize("answer", ["552 5.3.4 too large", "552 too large", "554 no"])
def test_what_is_wrong_with_the_mail_itself_is_refused(
    waiting: Register, tmp_path: Path, postbus: Bus, answer: str
) -> None:
    postbus[0].handed[BAD] = answer
    assert deliver(waiting, live(tmp_path, postbus[1])).sent == 31
    assert kept(waiting, "GM1012").state is MessageState.REFUSED


def test_a_refused_mail_goes_again_once_its_address_is_recorded_anew(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    bus, place = postbus[0], live(tmp_path, postbus[1])
    mail = "griffie@texel.example"
    record(waiting, "klein", AddressGiven(on=DAY, who="Texel", address=mail), DAY)
    put(waiting, letter("GM0448", mail))
    bus.handed[mail] = "554 5.6.0 message refused"
    assert deliver(waiting, place).sent == 32
    bus.handed.clear()
    record(waiting, "klein", AddressGiven(on=DAY, who="Texel", address=mail), DAY)
    assert deliver(waiting, place).sent == 1


def test_attempts_come_ever_later_and_end_after_two_days(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    bus, place = postbus[0], live(tmp_path, postbus[1])
    bus.asked[BAD] = "451 later"
    deliver(waiting, place)
    begun, tried = waiting.now(), 0
    while kept(waiting, "GM1012").state is MessageState.WAITING:
        assert deliver(waiting, place) == Delivery()
        next_at = kept(waiting, "GM1012").next_attempt_at
        assert next_at is not None
        assert timedelta(0) < next_at - waiting.now() <= timedelta(hours=4)
        later(waiting, next_at - waiting.now())
        delivery = deliver(waiting, place)
        tried += 1
    assert 10 < tried < 20
    assert GIVEN_UP_AFTER <= waiting.now() - begun < GIVEN_UP_AFTER + timedelta(hours=4)
    assert kept(waiting, "GM1012").state is MessageState.UNREACHABLE
    assert "het adres werkt niet" in delivery.held[0]
    later(waiting, timedelta(days=1))
    assert deliver(waiting, place) == Delivery()


def test_each_address_of_an_office_stands_by_itself(
    waiting: Register, tmp_path: Path, postbus: Bus
) -> None:
    bus, place = postbus[0], live(tmp_path, postbus[1])
    three = "griffie@texel.example, vol@texel.example, weg@texel.example"
    put(waiting, letter("GM0448", three))
    bus.asked |= {"vol@texel.example": "421 vol", "weg@texel.example": "550 5.1.1 weg"}
    delivery = deliver(waiting, place)
    assert delivery.sent == 32
    half = kept(waiting, "GM0448")
    assert half.state is MessageState.WAITING
    assert (half.reached, half.dead) == (("griffie@texel.example",), ("weg@texel.example",))
    del bus.asked["vol@texel.example"]
    later(waiting, FIRST_WAIT)
    assert deliver(waiting, place).sent == 1
    mails = [e for e in bus.received if "@texel.example" in e.rcpt_tos[0]]
    assert [e.rcpt_tos for e in mails] == [["griffie@texel.example"], ["vol@texel.example"]]
    read = [message_from_bytes(e.content, policy=default) for e in mails]
    assert {mail["To"] for mail in read} == {three}
    assert len({mail["Message-ID"] for mail in read}) == 1


def test_several_addresses_get_one_mail(waiting: Register, tmp_path: Path, postbus: Bus) -> None:
    put(waiting, letter("GM0448", "a@texel.example, b@texel.example"))
    assert deliver(waiting, live(tmp_path, postbus[1])).sent == 33
    assert len(postbus[0].received) == 33
    assert len(postbus[0].addresses) == 34


def test_a_server_that_answers_nobody_in_time_is_left_alone_soon(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "PATIENCE", 0.2)
    postbus[0].slow = 1.0
    delivery = deliver(waiting, live(tmp_path, postbus[1]))
    assert delivery.sent == 0
    assert "antwoordt keer op keer niet op tijd" in delivery.held[-1]
    assert postbus[0].connections <= 3


class Login:
    """Knows one password, and counts who tries another."""

    def __init__(self) -> None:
        self.tries = 0

    def __call__(self, server: Any, session: Any, envelope: Any, how: str, data: Any) -> AuthResult:
        self.tries += 1
        return AuthResult(success=data.password == b"goed", handled=False)


@pytest.fixture
def secret() -> Iterator[tuple[Postbus, int, Login]]:
    """A server that asks a password and lets it come over an open line."""
    handler, login = Postbus(), Login()
    how = {"authenticator": login, "auth_require_tls": False}
    with serving(handler, **how) as port:
        yield handler, port, login


def test_a_refused_login_is_one_try_and_one_alarm(
    waiting: Register, tmp_path: Path, secret: tuple[Postbus, int, Login]
) -> None:
    bus, port, login = secret
    wrong = live(tmp_path, port, smtp_security="lokaal", smtp_user="gehoord", smtp_password="fout")  # noqa: S106
    delivery = deliver(waiting, wrong)
    [alarm] = delivery.held
    assert "weigert de aanmelding ('535 " in alarm
    assert alarm.endswith("; 32 berichten wachten")
    assert "fout" not in alarm
    assert login.tries == 1
    assert bus.received == []
    for code in CODES:
        message = kept(waiting, code)
        assert (message.state, message.attempts, message.failing_since) == ("wacht", 0, None)
    right = wrong.model_copy(update={"smtp_password": type(wrong.smtp_password)("goed")})
    assert deliver(waiting, right).sent == 32


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("smtp_host", "a..b", "is niet te bereiken (daar staat een teken in dat niet kan)"),
        ("smtp_host", "é" * 70, "is niet te bereiken"),
        ("smtp_user", "gebruíker", "weigert de aanmelding (daar staat een teken in"),
    ],
)
def test_a_setting_that_cannot_travel_is_one_alarm(
    waiting: Register,
    tmp_path: Path,
    secret: tuple[Postbus, int, Login],
    setting: str,
    value: str,
    said: str,
) -> None:
    place = live(tmp_path, secret[1], smtp_security="lokaal", smtp_user="g", smtp_password="p")  # noqa: S106
    odd = {setting: value} | (
        {"smtp_security": "tls", "smtp_user": ""} if "host" in setting else {}
    )
    [alarm] = deliver(waiting, place.model_copy(update=odd)).held
    assert said in alarm
    assert "; 32 berichten wachten" in alarm


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "mail.example"])
def test_a_password_goes_over_no_open_line(
    waiting: Register, tmp_path: Path, secret: tuple[Postbus, int, Login], host: str
) -> None:
    bus, port, login = secret
    place = live(tmp_path, port, smtp_user="gehoord", smtp_password="goed")  # noqa: S106
    [alarm] = deliver(waiting, place.model_copy(update={"smtp_host": host})).held
    assert "een wachtwoord gaat niet over een open lijn" in alarm
    assert (login.tries, bus.connections, bus.received) == (0, 0, [])


def test_local_is_this_machine_only(waiting: Register, tmp_path: Path) -> None:
    place = live(tmp_path, 25, smtp_security="lokaal").model_copy(
        update={"smtp_host": "mail.example"}
    )
    [alarm] = deliver(waiting, place).held
    assert "is niet deze computer" in alarm


def test_nothing_leaves_when_encryption_is_not_offered(
    waiting: Register, tmp_path: Path, secret: tuple[Postbus, int, Login]
) -> None:
    bus, port, login = secret
    place = live(tmp_path, port, smtp_security="starttls", smtp_user="g", smtp_password="goed")  # noqa: S106
    [alarm] = deliver(waiting, place).held
    assert "biedt geen versleuteling (STARTTLS) aan" in alarm
    assert (login.tries, bus.received) == (0, [])


def test_nothing_leaves_for_a_server_with_an_unknown_certificate(
    waiting: Register, tmp_path: Path
) -> None:
    key, made = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=mail.example", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    bus, login = Postbus(), Login()
    how = {"authenticator": login, "tls_context": context}
    with serving(bus, **how) as port:
        place = live(tmp_path, port, smtp_security="starttls", smtp_user="g", smtp_password="goed")  # noqa: S106
        [alarm] = deliver(waiting, place).held
    assert "certificaat" in alarm
    assert (login.tries, bus.received) == (0, [])


def test_a_sender_that_the_server_will_not_have_blames_no_address(
    waiting: Register, tmp_path: Path
) -> None:
    class Strict(Postbus):
        async def handle_MAIL(self, *_: Any) -> str:  # noqa: N802
            return "550 5.7.1 sender unknown"

    with serving(Strict()) as port:
        [alarm] = deliver(waiting, live(tmp_path, port)).held
    assert "neemt geen mail aan van" in alarm
    assert {kept(waiting, code).state for code in CODES} == {MessageState.WAITING}
    assert {kept(waiting, code).failing_since for code in CODES} == {None}


def locked(*_: Any) -> None:
    raise OperationalError("", {}, Exception("database is locked"))


def test_what_left_while_the_register_was_locked_is_not_sent_again(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = live(tmp_path, postbus[1])
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "settle", locked)
        delivery = deliver(waiting, place)
    [said] = delivery.held
    assert delivery.sent == 1
    assert "is verzonden, maar de database weigert dat" in said
    assert "verzendt het niet nog eens; 31 berichten wachten" in said
    assert deliver(waiting, place).sent == 31
    later(waiting, outbox.LEASE + timedelta(seconds=1))
    assert deliver(waiting, place) == Delivery()
    assert len(postbus[0].received) == 32
    assert {kept(waiting, code).state for code in CODES} == {MessageState.SENT}


def test_without_a_postmark_it_says_under_which_mark_it_may_come_twice(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    place = live(tmp_path, postbus[1])
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "settle", locked)
        patch.setattr(postmarks, "keep", full)
        [said] = deliver(waiting, place).held
    assert kept(waiting, "GM1000").mail_id in said
    later(waiting, outbox.LEASE + timedelta(seconds=1))
    delivery = deliver(waiting, place)
    assert (delivery.sent, delivery.again) == (32, 1)
    ids = {message_from_bytes(e.content)["Message-ID"] for e in postbus[0].received}
    assert (len(postbus[0].received), len(ids)) == (33, 32)


def test_a_lock_that_passes_is_not_noticed(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle, times = outbox.settle, iter(range(1000))

    def at_times(register: Register, tried: Message) -> None:
        locked() if next(times) % 2 == 0 else settle(register, tried)

    monkeypatch.setattr(outbox, "settle", at_times)
    assert deliver(waiting, live(tmp_path, postbus[1])) == Delivery(sent=32)


def test_a_register_that_cannot_be_claimed_from_sends_nothing(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "claim", locked)
    [said] = deliver(waiting, live(tmp_path, postbus[1])).held
    assert said.startswith("de database weigert dit (een ander programma houdt haar bezet)")
    assert postbus[0].received == []


def test_a_database_that_goes_while_a_mail_is_made_loses_nothing(
    waiting: Register, tmp_path: Path, postbus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Reader, "dossier", locked)
        [said] = deliver(waiting, live(tmp_path, postbus[1])).held
    assert said.startswith("de database weigert dit")
    assert said.endswith("; 32 berichten wachten")
    assert deliver(waiting, live(tmp_path, postbus[1])) == Delivery(sent=32, again=1)


PROGRAM = """
import signal
import sys
from pathlib import Path
from gehoord.flows import clock
from gehoord.store.opening import open_register
from gehoord.tasks.mail import deliver
from tests.tasks.postbus import live
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
print("klaar", flush=True)
deliver(open_register(sys.argv[1], clock.now), live(Path(sys.argv[2]), int(sys.argv[3])))
print("af", flush=True)
"""


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_who_is_told_to_stop_finishes_the_mail_in_hand_and_takes_no_other(
    waiting: Register, tmp_path: Path, postbus: Bus, sign: signal.Signals
) -> None:
    bus, port = postbus
    bus.slow = 0.5
    url = waiting.engine.url.render_as_string(hide_password=False)
    waiting.now = clock.now
    sender = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, url, str(tmp_path), str(port)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    while not bus.received:
        time.sleep(0.02)
    sender.send_signal(sign)
    said, _ = sender.communicate(timeout=30)
    assert sender.returncode != 0
    assert said == "klaar\n"
    states = [kept(waiting, code).state for code in CODES]
    assert states.count(MessageState.SENT) == len(bus.received)
    assert states.count(MessageState.WAITING) == 32 - len(bus.received)
    assert 1 <= len(bus.received) <= 3
