# SPDX-License-Identifier: EUPL-1.2
"""What is put together as bytes is read as a mail by the standard library, word for word."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gehoord.calendar.ical.address import Address
from gehoord.domain.dossier.message import Attachment, Message, MessageKind
from gehoord.tasks.mime import Sources, Writer

AT = datetime(2027, 6, 17, 6, 5, tzinfo=UTC)
DOCUMENT = bytes(range(256)) * 400


def message(body: str, *attachments: Attachment, subject: str = "Ontwerp") -> Message:
    return Message(
        id="klein/verzending|brief ontwerp, versie 1, 1e keer|GM0392",
        dossier="klein",
        kind=MessageKind.LETTER,
        recipient="GM0392",
        address="griffie@haarlem.example",
        subject=subject,
        body=body,
        attachments=attachments,
        created_on=date(2027, 6, 17),
    )


def writer_of(document: Callable[[str], tuple[str, bytes]], first: str = "") -> Writer:
    sender = Address("adviseur@gehoord.invalid", "Beleidsplan Noord-Holland")

    def of_dossier(_: str, sha256: str) -> tuple[str, bytes]:
        return document(sha256)

    return Writer(Sources(lambda _: sender, lambda _: first, of_dossier, lambda _: "klein 2"))


def written(said: Message, writer: Writer | None = None) -> EmailMessage:
    writer = writer or writer_of(lambda _: ("ontwerp.pdf", DOCUMENT))
    mail = writer.mail(said, (said.address,), AT)
    assert mail.content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, mail.content.split(b"\r\n"))) <= 90  # a media type is not folded
    read = message_from_bytes(mail.content, policy=default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def text_of(part: MIMEPart | None) -> bytes:
    assert part is not None
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return b"\n".join(content.splitlines())


def lines_of(text: str) -> bytes:
    return b"\n".join(text.encode().splitlines())


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.text(st.characters(codec="utf-8")))
@example("", "\r\r")
def test_any_text_arrives_as_it_was_written(body: str, letter: str) -> None:
    part = Attachment(name="brief.html", media_type="text/html", content=letter)
    mail = written(message(body, part))
    assert text_of(mail.get_body(("plain",))) == lines_of(body)
    [attached] = mail.iter_attachments()
    assert text_of(attached) == lines_of(letter)


def test_lines_that_mean_something_to_a_mail_server_arrive() -> None:
    body = "Geachte griffier,\n.\n..\nFrom hier\n" + "een lange zin met één accent " * 40 + "\n "
    assert text_of(written(message(body)).get_body(("plain",))) == lines_of(body)


def test_a_long_subject_with_accents_is_read_as_it_was() -> None:
    subject = "Beleidsplan 2028-2031: geïnformeerd, gehoord en vastgesteld: " * 2
    assert written(message("x", subject=subject.strip()))["Subject"] == subject.strip()


def test_every_part_has_its_name_its_type_and_its_bytes() -> None:
    mail = written(
        message(
            "x",
            Attachment(name="brief.html", media_type="text/html", content="<p>é</p>"),
            Attachment(name="ontwerp", media_type="application/octet-stream", document="0a"),
            Attachment(name="agenda.ics", media_type="text/calendar", content="BEGIN:VCALENDAR"),
        )
    )
    assert mail.get_content_type() == "multipart/mixed"
    parts = [(p.get_filename(), p.get_content_type()) for p in mail.iter_attachments()]
    assert parts == [
        ("brief.html", "text/html"),
        ("ontwerp.pdf", "application/pdf"),
        ("agenda.ics", "text/calendar"),
    ]
    [letter, document, _] = mail.iter_attachments()
    assert letter.get_content().strip() == "<p>é</p>"
    assert document.get_content() == DOCUMENT


def test_a_round_fetches_and_encodes_a_document_once() -> None:
    asked: Counter[str] = Counter()

    def document(sha256: str) -> tuple[str, bytes]:
        asked[sha256] += 1
        return "ontwerp.pdf", DOCUMENT

    writer = writer_of(document)
    part = Attachment(name="ontwerp", media_type="application/pdf", document="0a")
    mails = [written(message(body, part), writer) for body in ("een", "twee", "drie")]
    assert asked == {"0a": 1}
    for mail in mails:
        [attached] = mail.iter_attachments()
        assert attached.get_content() == DOCUMENT


def test_the_same_message_gives_the_same_bytes() -> None:
    part = Attachment(name="brief.html", media_type="text/html", content="<p>é</p>")
    writer = writer_of(lambda _: ("x", b""))
    first, second = (writer.mail(message("x", part), ("a@b.nl",), AT) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("", "Bericht over het beleidsplan"),
        ("   ", "Bericht over het beleidsplan"),
        ("\u00a0\u200b", "Bericht over het beleidsplan"),
        ("\x00\x07", "Bericht over het beleidsplan"),
        ("\nOntwerp", "Ontwerp"),
        ("\r\n\tOntwerp\r\nBcc: x@y.example", "Ontwerp Bcc: x@y.example"),
        ("x" * 140, "x" * 140),
        ("é" * 140, "é" * 140),
        ("Ontwerp\x1b[31m", "Ontwerp[31m"),
        ("https://stukken.example/" + "a" * 100 + " voor de raad", None),
    ],
)
def test_the_first_line_of_a_subject_is_never_empty(subject: str, read: str | None) -> None:
    writer = writer_of(lambda _: ("x", b""))
    mail = writer.mail(message("x", subject=subject), ("a@b.nl",), AT)
    first = mail.content.split(b"\r\n")[0]
    assert first.removeprefix(b"Subject:").strip()
    assert written(message("x", subject=subject))["Subject"] == (read or subject)


@given(st.text(max_size=160))
def test_whatever_the_subject_is_its_first_line_is_shown(subject: str) -> None:
    mail = writer_of(lambda _: ("x", b"")).mail(message("x", subject=subject), ("a@b.nl",), AT)
    first = mail.content.split(b"\r\n")[0]
    assert first.startswith(b"Subject: ")
    assert first.removeprefix(b"Subject: ").strip()
    assert message_from_bytes(mail.content, policy=default)["Bcc"] is None


@pytest.mark.parametrize(
    ("name", "content", "kind", "charset"),
    [
        ("Ontwerp.PDF", b"%PDF-1.7", "application/pdf", None),
        (
            "ontwerp.docx",
            b"PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            None,
        ),
        ("verslag.txt", b"een\rtwee\n\n drie\r\n", "text/plain", "utf-8"),
        ("tabel.csv", "gemeente;één\r\n".encode("cp1252"), "text/csv", "windows-1252"),
        ("brief.html", b"<p>a</p>", "text/html", "utf-8"),
        ("kaart.png", b"\x89PNG", "image/png", None),
        ("zonder-einde", b"\x00\x01", "application/octet-stream", None),
    ],
)
def test_a_document_is_what_its_name_says_and_keeps_every_byte(
    name: str, content: bytes, kind: str, charset: str | None
) -> None:
    part = Attachment(name="ontwerp", media_type="application/octet-stream", document="0a")
    mail = written(message("x", part), writer_of(lambda _: (name, content)))
    [attached] = mail.iter_attachments()
    assert attached.get_content_type() == kind
    assert attached.get_param("charset") == charset
    assert attached.get_filename() == name
    assert attached.get_payload(decode=True) == content


def test_kept_text_of_any_type_is_attached_with_that_type() -> None:
    parts = (
        Attachment(name="a.json", media_type="application/json", content='{"een":\n 1}\n'),
        Attachment(name="a.csv", media_type="text/csv", content="een;twee\r\ndrie\n\n"),
    )
    attached = list(written(message("x", *parts)).iter_attachments())
    assert [p.get_content_type() for p in attached] == ["application/json", "text/csv"]
    assert [p.get_payload(decode=True) for p in attached] == [
        b'{"een":\r\n 1}\r\n',
        b"een;twee\r\ndrie\r\n\r\n",
    ]


def test_it_says_who_sent_it_and_that_no_machine_need_answer() -> None:
    mail = written(message("x").model_copy(update={"mail_domain": "politie.example"}))
    [sender] = mail["From"].addresses
    assert mail["Reply-To"] == sender.addr_spec
    assert (sender.display_name, sender.addr_spec) == (
        "Beleidsplan Noord-Holland",
        "adviseur@gehoord.invalid",
    )
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "DR, RN, NRN, OOF, AutoReply"
    assert mail["Message-ID"].endswith("@politie.example>")
    assert (mail["In-Reply-To"], mail["References"]) == (None, None)
    old = written(message("x"))
    assert old["Message-ID"].endswith("@gehoord>")
    assert old["Message-ID"].split("@")[0] == mail["Message-ID"].split("@")[0]


def test_what_follows_names_the_message_that_began_it() -> None:
    mail = written(message("x"), writer_of(lambda _: ("x", b""), first="abc@politie.example"))
    assert mail["In-Reply-To"] == mail["References"] == "<abc@politie.example>"


def test_all_addresses_of_an_office_stand_in_one_mail() -> None:
    to = ("griffie@hoorn.example", "raad@hoorn.example")
    mail = writer_of(lambda _: ("x", b"")).mail(message("x"), to, AT)
    read = message_from_bytes(mail.content, policy=default)
    assert [a.addr_spec for a in read["To"].addresses] == list(to)
    assert mail.only_to(to[1:]).to == to[1:]
    assert mail.only_to(to[1:]).content == mail.content
