# SPDX-License-Identifier: EUPL-1.2
"""What `verify` sees of what was changed behind the journal, on SQLite and PostgreSQL alike."""

from datetime import date

import pytest
import sqlalchemy as sa

from gehoord.domain.dossier.message import Attachment, Message, MessageKind
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.store import outbox
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import Verification, verify
from tests.tasks.postbus import mark_sent

Small = tuple[Proposal, Eenheid, str]
DAY = date(2026, 11, 23)
KEY = "klein/horen|brief|GM0392"


@pytest.fixture
def kept(register: Register, small: Small) -> Register:
    """A dossier with a version, its document, and a message in the outbox."""
    open_dossier(register, "klein", *small, DAY)
    with register.changing("klein", DAY, "adviseur", "versie") as change:
        document = change.keep_document("ontwerp.pdf", b"het ontwerp")
        change.add(
            [
                DraftVersion(
                    id="klein/versie/1",
                    dossier="klein",
                    step="ontwerp",
                    number=1,
                    title="ontwerp",
                    completeness=95,
                    is_ontwerp=True,
                    contains=(),
                    made_on=DAY,
                    document=document,
                )
            ]
        )
        pdf = Attachment(name="ontwerp.pdf", media_type="application/pdf", document=document)
        change.send(
            [
                Message(
                    id=KEY,
                    dossier="klein",
                    kind=MessageKind.LETTER,
                    recipient="GM0392",
                    address="griffie@gm0392.example",
                    subject="Ontwerp",
                    body="Geachte griffier",
                    attachments=(pdf,),
                    created_on=DAY,
                )
            ]
        )
    return register


def verified(register: Register, known_hash: str | None = None) -> Verification:
    with register.reading() as reader:
        return verify(reader, "klein", known_hash)


def tamper(register: Register, *statements: str) -> None:
    with register.engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def without_triggers(register: Register) -> None:
    if register.engine.dialect.name == "sqlite":
        tamper(register, "DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete")
    else:
        tamper(register, "ALTER TABLE journal DISABLE TRIGGER ALL")


def test_a_dossier_that_was_left_alone_has_no_faults(kept: Register) -> None:
    assert verified(kept).faults == ()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "UPDATE document SET content = 'iets anders'",
            "Het stuk 'ontwerp.pdf' heeft een andere inhoud dan toen het is vastgelegd.",
        ),
        (
            "UPDATE document SET name = 'vals.pdf'",
            "Het stuk 'ontwerp.pdf' heet nu 'vals.pdf': dat is buiten het journaal om veranderd.",
        ),
        ("DELETE FROM document", "Het stuk 'ontwerp.pdf' is weg, maar hoort bij dit dossier."),
        ("DELETE FROM message", f"'{KEY}' (message) is weg, maar staat in het journaal."),
    ],
)
def test_a_document_or_message_that_was_changed_or_removed_is_named(
    kept: Register, statement: str, fault: str
) -> None:
    tamper(kept, statement)
    assert verified(kept).faults == (fault,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE message SET body = 'vals'",
        "UPDATE message SET subject = 'vals'",
        "UPDATE message SET recipient = 'GM0448'",
        "UPDATE message SET address = 'een@ander.example'",
        "UPDATE message SET attachments = '[]'",
        "UPDATE message SET created_on = '2020-01-01'",
    ],
)
def test_every_part_of_a_message_is_proven(kept: Register, statement: str) -> None:
    tamper(kept, statement)
    assert verified(kept).faults == (f"'{KEY}' (message) is buiten het journaal om veranderd.",)


def test_a_message_that_nobody_queued_is_named(kept: Register) -> None:
    tamper(kept, "UPDATE message SET id = 'vals'")
    assert verified(kept).faults == (
        "'vals' (message) staat niet in het journaal.",
        f"'{KEY}' (message) is weg, maar staat in het journaal.",
    )


def test_sending_and_redirecting_a_message_is_no_fault(kept: Register) -> None:
    with kept.changing("klein", DAY, "adviseur", "adres") as change:
        change.redirect(change.all(Message, "klein"), "nieuw@gm0392.example")
    assert verified(kept).faults == ()
    message = outbox.claim(kept, KEY)
    assert message is not None
    assert message.address == "nieuw@gm0392.example"
    mark_sent(kept, message)
    assert verified(kept).faults == ()


def test_the_journal_keeps_of_a_message_only_what_proves_it(kept: Register) -> None:
    with kept.engine.connect() as connection:
        said = connection.scalar(sa.text("SELECT changes FROM journal WHERE number = 2"))
    assert KEY in said
    assert "Geachte griffier" not in said


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("UPDATE hearing SET state = 'onzin' WHERE id = 'klein/GM0392'", "klein/GM0392"),
        ("UPDATE draft_version SET contains = '\"kapot\"'", "klein/versie/1"),
        ("UPDATE dossier SET state = 'onzin'", "klein"),
    ],
)
def test_a_value_that_cannot_be_read_is_a_fault_and_no_traceback(
    kept: Register, statement: str, key: str
) -> None:
    tamper(kept, statement)
    faults = verified(kept).faults
    assert len(faults) == 1
    assert faults[0].startswith(f"'{key}' (")
    assert faults[0].endswith("is buiten het journaal om veranderd en niet meer te lezen.")
    with (
        pytest.raises(GehoordError, match="een waarde die Gehoord niet kent"),
        kept.reading() as reader,
    ):
        state_of(reader, "klein")


def test_text_that_is_no_json_is_a_fault_or_is_refused(kept: Register) -> None:
    statement = "UPDATE draft_version SET contains = 'kapot'"
    if kept.engine.dialect.name == "postgresql":
        with pytest.raises(sa.exc.DBAPIError, match="json"):
            tamper(kept, statement)
        return
    tamper(kept, statement)
    assert verified(kept).faults == (
        "'klein/versie/1' (draft_version) is buiten het journaal om veranderd en niet meer te "
        "lezen.",
    )


@pytest.mark.parametrize("changes", ["kapot", "[[1]]", '[["hearing", {}]]'])
def test_an_entry_of_which_the_changes_cannot_be_read_is_a_fault(
    kept: Register, changes: str
) -> None:
    without_triggers(kept)
    with kept.engine.begin() as connection:
        update = sa.text("UPDATE journal SET changes = :changes WHERE number = 2")
        connection.execute(update, {"changes": changes})
    faults = verified(kept).faults
    assert faults[0] == "Regel 2 (versie, 23 november 2026) is achteraf veranderd."
    assert faults[1] == "Wat regel 2 van het journaal vastlegt, is onleesbaar."


def test_a_hash_that_was_kept_elsewhere_shows_that_the_tail_is_gone(kept: Register) -> None:
    early, last = None, verified(kept).last_hash
    with kept.engine.connect() as connection:
        early = connection.scalar(sa.text("SELECT hash FROM journal WHERE number = 1"))
    assert verified(kept, last).faults == ()
    assert verified(kept, f" {last.upper()} ").faults == ()
    without_triggers(kept)
    tamper(
        kept,
        "DELETE FROM journal WHERE number = 2",
        "DELETE FROM message",
        "DELETE FROM draft_version",
        "DELETE FROM document",
    )
    assert verified(kept).faults == ()
    assert verified(kept, early).faults == ()
    assert verified(kept, last).faults == (
        f"Het controlegetal '{last}' staat niet in het journaal: regels zijn weg of veranderd.",
    )


def test_a_change_during_the_check_is_no_false_alarm(kept: Register) -> None:
    with kept.reading() as reader:
        assert reader.dossier("klein")
        with kept.changing("klein", DAY, "adviseur", "gedaan") as change:
            action = state_of(change, "klein").open_actions()[0]
            change.replace([(action, action.done(DAY))])
        seen = state_of(reader, "klein")
        assert verify(reader, "klein").entries == 2
        assert verify(reader, "klein").faults == ()
    assert action in seen.open_actions()
    assert verified(kept).entries == 3


def test_a_dossier_that_is_not_there_is_said_so(kept: Register) -> None:
    with pytest.raises(GehoordError, match="bestaat niet"), kept.reading() as reader:
        verify(reader, "geen")
