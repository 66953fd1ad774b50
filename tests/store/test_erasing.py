# SPDX-License-Identifier: EUPL-1.2
"""A name is really gone, from SQLite and PostgreSQL alike, and the journal still proves the rest.

AVG, art. 17: who is named may ask that it goes. Archiefwet: what was sent or decided stays.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.domain.acts.erasing import eraser_of
from gehoord.domain.acts.report import (
    AddressGiven,
    LetterheadGiven,
    RequestAnswered,
    Requested,
    ReviewersNamed,
)
from gehoord.domain.dossier.erasing import MARK, Eraser, Erasure
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.story import stories
from gehoord.domain.proposal.stage import Stage
from gehoord.store import outbox
from gehoord.store.database import sqlite_file
from gehoord.store.erasing import erase, erasure
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.store.verify import Verification, verify
from tests.conftest import on_ticking_clock
from tests.store.test_verify import tamper, without_triggers
from tests.story import OPENED, Small
from tests.story_in_register import StoryInRegister
from tests.tasks.told_archive import FIRST_LETTER, send_all

NAME, MAIL, PHONE = "Karel de Proef", "k.proef@klein.example", "06 12 34 56 78"
WORDS = (NAME, MAIL, PHONE)
REASON = "De betrokkene vroeg het zelf."


def tell(register: Register, small: Small) -> StoryInRegister:
    """A name stands in a letterhead, a request, an address and a reader; one letter was sent."""
    story = StoryInRegister(register)
    story.opens(small)
    story.does(AddressGiven(on=OPENED, who="Haarlem", address=MAIL))
    story.does(
        LetterheadGiven.model_validate({"op": OPENED, "ondertekenaar": NAME, "telefoon": PHONE})
    )
    story.does(ReviewersNamed(on=OPENED, lines=(f"Bureau van {NAME}; {MAIL}",)))
    story.starts(Stage.START, FIRST_LETTER)
    send_all(register)
    story.does(asked("Haarlem", f"Bel {NAME.upper()} op {PHONE}."))
    sent = SentForm("1", "klein", "GM0392", "verzoek", {"tekst": f"Dag,\n{NAME}"})
    with register.changing("klein", FIRST_LETTER, NAME, "ontvangst") as change:
        change.add([sent.receipt("Vastgelegd.", datetime(2026, 12, 2, tzinfo=UTC))])
    return story


def asked(who: str, text: str) -> Requested:
    said = {"op": FIRST_LETTER, "wie": who, "vraag": "andere vraag", "tekst": text}
    return Requested.model_validate(said)


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory, small_once: Small) -> Path:
    file = tmp_path_factory.mktemp("verteld") / "register.db"
    register = on_ticking_clock(f"sqlite:///{file}")
    tell(register, small_once)
    register.engine.dispose()
    return file


@pytest.fixture
def story(told_once: Path, tmp_path: Path) -> Iterator[StoryInRegister]:
    """The told story in a register of its own."""
    copy = shutil.copy(told_once, tmp_path / "register.db")
    register = on_ticking_clock(f"sqlite:///{copy}")
    yield StoryInRegister(register)
    register.engine.dispose()


@pytest.fixture
def anywhere(register: Register, small: Small) -> StoryInRegister:
    """The told story in each kind of database."""
    return tell(register, small)


def tried(story: StoryInRegister, *words: str) -> Erasure:
    with story.register.reading() as reader:
        return erasure(reader, "klein", eraser_of(story.state, words))


def erased(story: StoryInRegister, *words: str) -> Erasure:
    eraser = eraser_of(story.state, words)
    return erase(story.register, "klein", eraser, REASON, FIRST_LETTER)


def verified(register: Register, known_hash: str | None = None) -> Verification:
    with register.reading() as reader:
        return verify(reader, "klein", known_hash)


def entries_of(register: Register) -> list[JournalEntry]:
    with register.reading() as reader:
        return reader.all(JournalEntry, "klein")


def messages_of(register: Register) -> list[Message]:
    with register.reading() as reader:
        return reader.all(Message, "klein")


def test_what_is_erased_stands_nowhere_but_in_what_was_sent(anywhere: StoryInRegister) -> None:
    story = anywhere
    before = {m.id: m for m in messages_of(story.register)}
    sent = [m for m in before.values() if NAME in repr(m)]
    assert sent
    found = erased(story, *WORDS)
    assert found.is_rewritten
    assert found.sent == len(sent)
    left = [row for row in story.everything() if Eraser(WORDS).finds(repr(row))]
    assert len(left) == len(sent)
    for message in messages_of(story.register):
        was = before[message.id]
        assert (message.body, message.attachments) == (was.body, was.attachments)
        assert MAIL not in message.address
    assert verified(story.register).faults == ()


def test_the_facts_stay_and_the_register_agrees_with_its_journal(story: StoryInRegister) -> None:
    before = story.state
    erased(story, *WORDS)
    after = story.state
    assert verified(story.register).faults == ()
    [request] = after.requests
    assert request.text == f"Bel {MARK} op {MARK}."
    assert request.recipient == "GM0392"
    [reader] = after.reviewers
    assert (reader.name, reader.address) == (f"Bureau van {MARK}", "")
    assert after.given_letterhead.lines == {"signatory": "", "telephone": ""}
    assert [line.days for line in after.lines] == [line.days for line in before.lines]
    assert len(after.actions) == len(before.actions)


def test_every_hash_that_was_kept_elsewhere_still_stands_in_the_chain(
    story: StoryInRegister,
) -> None:
    kept = [entry.hash for entry in entries_of(story.register)]
    found = erased(story, *WORDS)
    entries = entries_of(story.register)
    assert [entry.hash for entry in entries[:-1]] == kept
    assert all(not verified(story.register, hash_).faults for hash_ in kept)
    last = entries[-1]
    assert (last.event, last.text) == ("gewist", f"Gewist: {REASON}")
    assert verified(story.register).erased == tuple(b.number for b, _ in found.lines)
    assert "gewist" in "".join(verified(story.register).said_of("klein"))


def test_nobody_can_try_names_until_the_hash_of_an_erased_line_fits(story: StoryInRegister) -> None:
    """Whoever guesses the name and puts it back lacks the salt with which the hash was made."""
    before = {entry.number: entry for entry in entries_of(story.register)}
    found = erased(story, *WORDS)
    for old, new in found.lines:
        assert (old, new.salt) == (before[old.number], "")
        guessed = new.model_copy(update={"text": old.text, "changes": old.changes})
        assert old.salt
        assert guessed.expected_hash() != new.hash == old.hash


def test_a_line_that_is_changed_without_an_erasing_is_still_found(story: StoryInRegister) -> None:
    """Also one that was erased before: a later line says what is left of it."""
    erased(story, *WORDS)
    without_triggers(story.register)
    [*_, number] = verified(story.register).erased
    assert number == 7
    tamper(story.register, "UPDATE journal SET text = 'vals [gewist]' WHERE number = 7")
    [fault] = verified(story.register).faults
    assert fault.startswith("Regel 7 ")
    tamper(story.register, "UPDATE journal SET text = 'vals [gewist]' WHERE number = 1")
    assert "Regel 1 " in verified(story.register).faults[0]


def test_a_second_name_can_be_erased_from_the_same_lines(story: StoryInRegister) -> None:
    erased(story, NAME)
    erased(story, PHONE)
    erased(story, MAIL)
    assert verified(story.register).faults == ()
    assert story.state.dossier.erased == 3
    [request] = story.state.requests
    assert request.text == f"Bel {MARK} op {MARK}."


def test_the_journal_grows_only_again_afterwards(anywhere: StoryInRegister) -> None:
    story = anywhere
    erased(story, *WORDS)
    for change in ("UPDATE journal SET text = ''", "DELETE FROM journal"):
        with pytest.raises(sa.exc.DBAPIError, match="append-only"):
            tamper(story.register, change)
    story.does(AddressGiven(on=FIRST_LETTER, who="Haarlem", address="griffie@haarlem.example"))
    assert verified(story.register).faults == ()


def test_trying_it_changes_nothing_and_finds_the_same(story: StoryInRegister) -> None:
    before = story.everything()
    found = tried(story, *WORDS)
    assert story.everything() == before
    done = erased(story, *WORDS)
    assert [b.number for b, _ in found.lines] == [b.number for b, _ in done.lines]
    assert found.rows == done.rows


def test_mail_that_waits_with_the_name_is_sent_first(register: Register, small: Small) -> None:
    story = StoryInRegister(register)
    story.opens(small)
    story.does(AddressGiven(on=OPENED, who="Haarlem", address=MAIL))
    story.starts(Stage.START, FIRST_LETTER)
    before = story.everything()
    with pytest.raises(RefusedError, match="Er wacht nog mail"):
        erased(story, MAIL)
    assert story.everything() == before
    send_all(register)
    assert erased(story, MAIL)


def test_what_did_not_arrive_loses_the_name_and_can_still_leave(story: StoryInRegister) -> None:
    """Its letter never left, so it is no archive; the council still is to get it."""
    answer = {"op": FIRST_LETTER, "verzoek": "Haarlem", "uitkomst": "beantwoord",
              "tekst": f"Vraag het {NAME}."}  # fmt: skip
    story.does(RequestAnswered.model_validate(answer))
    for there in outbox.waiting(story.register):
        taken = outbox.claim(story.register, there.id)
        assert taken is not None
        failed = {"state": MessageState.UNREACHABLE, "failure": f"{MAIL} is onbekend",
                  "dead": (taken.address,), "lease_until": None}  # fmt: skip
        outbox.settle(story.register, taken.model_copy(update=failed))
    stuck = [m for m in messages_of(story.register) if m.state is MessageState.UNREACHABLE]
    assert [m for m in stuck if NAME in repr(m)]
    erased(story, *WORDS)
    after = {m.id: m for m in messages_of(story.register)}
    assert not [m for m in stuck if Eraser(WORDS).finds(repr(after[m.id]))]
    assert verified(story.register).faults == ()
    story.does(AddressGiven(on=FIRST_LETTER, who="Haarlem", address="griffie@haarlem.example"))
    waits = [m for m in messages_of(story.register) if m.state is MessageState.WAITING]
    assert {m.address for m in waits} == {"griffie@haarlem.example"}
    assert verified(story.register).faults == ()


def test_what_may_not_or_cannot_go_is_refused_and_nothing_changes(story: StoryInRegister) -> None:
    before = story.everything()
    for word, said in (("Haarlem", "feit"), ("RBOP", "feit"), ("ab", "kort"), ("...", "kort")):
        with pytest.raises(GehoordError, match=said):
            erased(story, word)
    with pytest.raises(RefusedError, match="staan niet in dit dossier"):
        erased(story, "Iemand Anders")
    eraser = eraser_of(story.state, [NAME])
    with pytest.raises(RefusedError, match="noemt zelf"):
        erase(story.register, "klein", eraser, f"{NAME} vroeg het.", FIRST_LETTER)
    assert story.everything() == before


def test_a_register_that_was_tampered_with_is_not_made_right_by_erasing(
    story: StoryInRegister,
) -> None:
    tamper(story.register, "UPDATE request SET text = 'vals'")
    with pytest.raises(RefusedError, match="klopt niet"):
        erased(story, NAME)
    assert verified(story.register).faults


def test_who_had_the_dossier_open_before_does_not_bring_it_back(
    story: StoryInRegister, small: Small
) -> None:
    """A desk that runs meanwhile keeps dossiers as it read them; its next act is without it."""
    other = Register(story.register.engine, lambda: datetime(2027, 1, 5, 7, tzinfo=UTC))
    assert NAME in StoryInRegister(other).state.dossier.letterhead
    erased(story, *WORDS)
    StoryInRegister(other).does(
        LetterheadGiven.model_validate({"op": FIRST_LETTER, "kenmerk": "2027/1"})
    )
    assert NAME not in StoryInRegister(other).state.dossier.letterhead
    assert verified(other).faults == ()
    assert not [e for e in entries_of(other) if NAME in e.changes + e.text]


def test_no_byte_of_it_stays_in_the_file_of_sqlite(story: StoryInRegister) -> None:
    file = sqlite_file(story.register.engine.url)
    assert file is not None
    word = "Volstrekt Uniek"
    story.does(asked("Texel", f"Bel {word}."))
    erased(story, word)
    story.register.engine.dispose()
    for path in file.parent.glob(f"{file.name}*"):
        assert word.encode() not in path.read_bytes(), path.name


def test_a_version_of_which_the_file_bears_a_name_is_called_otherwise(
    story: StoryInRegister,
) -> None:
    with story.register.changing("klein", FIRST_LETTER, "adviseur", "stuk") as change:
        change.keep_document(f"Brief {NAME}.pdf", b"%PDF-1.7")
    erased(story, NAME)
    assert verified(story.register).faults == ()
    with story.register.engine.connect() as connection:
        names = connection.scalars(sa.text("SELECT name FROM document")).all()
    assert f"Brief {MARK}.pdf" in names


def test_the_story_of_every_action_stays_the_same_but_for_the_words(
    story: StoryInRegister,
) -> None:
    before = stories_of(story)
    erased(story, *WORDS)
    eraser = Eraser(WORDS)
    assert stories_of(story) == {key: eraser.without(lines) for key, lines in before.items()}
    assert any(MARK in line for lines in stories_of(story).values() for line in lines)


def stories_of(story: StoryInRegister) -> dict[str, list[str]]:
    with story.register.reading() as reader:
        told = stories(story.state, recorded(reader, "klein"), fates(reader, "klein"), FIRST_LETTER)
    return {str(key): [repr(event) for event in each.events] for key, each in told.items()}
