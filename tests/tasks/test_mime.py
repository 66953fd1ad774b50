"""What is put together as bytes is read as a mail by the standard library, word for word."""

from collections import Counter
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from hypothesis import example, given
from hypothesis import strategies as st

from gehoord.domain.dossier.message import Attachment, Message, MessageKind
from gehoord.tasks.mime import Writer

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


def written(said: Message, writer: Writer | None = None) -> EmailMessage:
    writer = writer or Writer("adviseur@gehoord.invalid", lambda _: ("ontwerp.pdf", DOCUMENT))
    mail = writer.mail(said, said.address, AT)
    assert mail.content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, mail.content.split(b"\r\n"))) <= 78
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
        ("ontwerp.pdf", "application/octet-stream"),
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

    writer = Writer("adviseur@gehoord.invalid", document)
    part = Attachment(name="ontwerp", media_type="application/pdf", document="0a")
    mails = [written(message(body, part), writer) for body in ("een", "twee", "drie")]
    assert asked == {"0a": 1}
    for mail in mails:
        [attached] = mail.iter_attachments()
        assert attached.get_content() == DOCUMENT


def test_the_same_message_gives_the_same_bytes() -> None:
    part = Attachment(name="brief.html", media_type="text/html", content="<p>é</p>")
    writer = Writer("adviseur@gehoord.invalid", lambda _: ("x", b""))
    first, second = (writer.mail(message("x", part), "a@b.nl", AT) for _ in range(2))
    assert first == second
