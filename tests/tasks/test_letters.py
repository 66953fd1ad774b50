# SPDX-License-Identifier: EUPL-1.2
"""A letter leaves as PDF, made once and then kept; what cannot be one leaves as it was written."""

import hashlib
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import LetterheadGiven
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.outgoing.dispatches import letter_of
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from gehoord.store.papers import keep_paper, papers_in
from gehoord.store.reader import Reader
from gehoord.store.verify import verify
from gehoord.tasks import letters, sweep
from gehoord.tasks.archive import archive_of
from gehoord.tasks.letter_files import LetterForm, letter_file
from gehoord.tasks.letters import letter_in, set_letter
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from gehoord.templates.paper.pdf import NotSetError
from tests.story import ADOPTED, ASKED
from tests.story_in_register import StoryInRegister, ToldInRegister
from tests.templates.written import read


@pytest.fixture
def asked(told: ToldInRegister) -> StoryInRegister:
    """The councils were asked; the letters to them wait."""
    return told("asked")


def left(home: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the letter of each mail that left: the name of its file, and its bytes."""
    for file in sorted(home.rglob("*.eml")):
        for part in message_from_bytes(file.read_bytes(), policy=default).iter_attachments():
            if (name := part.get_filename() or "").startswith("brief"):
                yield name, part.get_payload(decode=True)  # type: ignore[misc]


def with_letter(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        found = reader.all(Message, "klein")
    return [message for message in found if any(a.is_letter for a in message.attachments)]


def shown(reader: Reader, message: Message) -> tuple[str, bytes]:
    letter = letter_in(reader, message)
    assert letter
    return letter


def newer(_html: str, _on: object) -> bytes:
    """Set a letter as a later version of Gehoord might."""
    return b"%PDF-1.7 anders"


def refused(_html: str, _on: object) -> bytes:
    raise NotSetError("De brief kan niet als PDF worden gemaakt: zo gaat het niet.")


def test_every_letter_leaves_as_a_pdf_of_its_own(asked: StoryInRegister, tmp_path: Path) -> None:
    assert deliver(asked.register, Settings(home=tmp_path)).as_html == ()
    sent = list(left(tmp_path))
    assert len(sent) == len(with_letter(asked)) >= 3
    assert {name for name, _ in sent} == {"brief.pdf"}
    with asked.register.reading() as reader:
        assert sorted(papers_in(reader, "klein").values()) == sorted(pdf for _, pdf in sent)


def test_what_left_stays_as_it_left_when_it_would_be_set_otherwise(
    asked: StoryInRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(asked.register, Settings(home=tmp_path))
    message = with_letter(asked)[0]
    with asked.register.reading() as reader:
        _, as_sent = shown(reader, message)
        monkeypatch.setattr(letters, "letter_as_pdf", newer)
        assert shown(reader, message) == ("brief.pdf", as_sent)
    assert set_letter(asked.register, message) == as_sent
    assert keep_paper(asked.register, message.id, b"%PDF-1.7 anders") == as_sent


def test_a_letter_that_waits_is_shown_as_it_would_leave_and_is_not_kept(
    asked: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = next(m for m in with_letter(asked) if m.state is MessageState.WAITING)
    with asked.register.reading() as reader:
        name, pdf = shown(reader, message)
        assert (name, pdf[:4]) == ("brief.pdf", b"%PDF")
        assert papers_in(reader, "klein") == {}
        monkeypatch.setattr(letters, "letter_as_pdf", refused)
        assert shown(reader, message)[0] == "brief.html"


def test_a_letter_that_cannot_be_a_pdf_leaves_as_html_and_the_adviser_is_told(
    asked: StoryInRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "letter_as_pdf", refused)
    delivery = deliver(asked.register, Settings(home=tmp_path))
    assert delivery.held == ()
    assert delivery.sent >= len(with_letter(asked)) == len(delivery.as_html)
    assert {name for name, _ in left(tmp_path)} == {"brief.html"}
    assert delivery.told[0] == (
        "Verzonden als HTML en niet als PDF: Haarlem: "
        "De brief kan niet als PDF worden gemaakt: zo gaat het niet."
    )
    monkeypatch.undo()
    with asked.register.reading() as reader:
        assert shown(reader, with_letter(asked)[0])[0] == "brief.html"


def test_a_letter_still_to_be_made_is_set_anew_whatever_was_kept_under_its_id(
    asked: StoryInRegister, tmp_path: Path
) -> None:
    message = with_letter(asked)[0]
    keep_paper(asked.register, message.id, b"%PDF-1.7 van een brief die is ingetrokken")
    made = letter_file(None, message, LetterForm.PDF, tmp_path)
    assert b"ingetrokken" not in made
    with asked.register.reading() as reader:
        assert b"ingetrokken" in letter_file(reader, message, LetterForm.PDF, tmp_path)


def test_a_character_that_a_pdf_cannot_show_is_told_to_who_sends(
    asked: StoryInRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "unsettable", lambda _html: "\U0001f64f")
    delivery = deliver(asked.register, Settings(home=tmp_path))
    assert delivery.told[0] == (
        "Een teken is in de PDF vervangen: Haarlem: het teken '\U0001f64f' heeft daar geen vorm."
    )


def test_a_pdf_that_was_changed_is_named(asked: StoryInRegister, tmp_path: Path) -> None:
    deliver(asked.register, Settings(home=tmp_path))
    message = with_letter(asked)[0].id
    changed = sa.text("UPDATE paper SET content = :content WHERE message = :id")
    with asked.register.engine.begin() as connection:
        connection.execute(changed, {"content": b"%PDF-1.7 anders", "id": message})
    with asked.register.reading() as reader:
        [fault] = verify(reader, "klein").faults
    assert fault == (
        f"De PDF van de brief in bericht '{message}' is veranderd of weg nadat hij is verzonden."
    )


@pytest.mark.parametrize(
    "done", ["DELETE FROM paper", "UPDATE paper SET content = :content, sha256 = :sha256"]
)
def test_a_pdf_that_was_taken_away_or_forged_with_its_own_hash_is_named(
    asked: StoryInRegister, tmp_path: Path, done: str
) -> None:
    deliver(asked.register, Settings(home=tmp_path))
    forged = b"%PDF-1.7 anders"
    by = {"content": forged, "sha256": hashlib.sha256(forged).hexdigest()}
    with asked.register.engine.begin() as connection:
        connection.execute(sa.text(done), by if ":content" in done else {})
    with asked.register.reading() as reader:
        faults = verify(reader, "klein").faults
    assert len(faults) == len(with_letter(asked))
    assert all("is veranderd of weg nadat hij is verzonden" in fault for fault in faults)


def test_the_archive_holds_each_letter_as_text_and_as_it_left(
    asked: StoryInRegister, tmp_path: Path
) -> None:
    deliver(asked.register, Settings(home=tmp_path))
    with asked.register.reading() as reader:
        names = ZipFile(BytesIO(archive_of(reader, "klein").content)).namelist()
    written = {name.removesuffix(".html") for name in names if name.endswith(".html")}
    printed = {name.removesuffix(".pdf") for name in names if name.endswith(".pdf")}
    brieven = {name for name in written if name.startswith("klein/brief-")}
    assert brieven
    assert brieven == {name for name in printed if name.startswith("klein/brief-")}


def test_a_letter_bears_the_letterhead_and_names_the_one_before_it(
    told: ToldInRegister, tmp_path: Path
) -> None:
    story = told("adopted")
    deliver(story.register, Settings(home=tmp_path))
    reference = {"who": "Texel", "your_reference": "R-17"}
    story.does(LetterheadGiven(on=ADOPTED, signatory="Naam van de ondertekenaar"))
    story.does(LetterheadGiven(on=ADOPTED, reference="2027/12", **reference))
    story.starts(Stage.ADOPTION, ADOPTED)
    [letter] = [
        m for m in with_letter(story) if m.letter is Letter.ADOPTION and m.recipient == "GM0448"
    ]
    text = read(letter_of(letter) or "")
    asked_on = day_in_words(ASKED)
    assert f"Deze brief volgt op mijn brief van {asked_on}.\n" in text
    assert "Ons kenmerk: 2027/12\nUw kenmerk: R-17\n" in text
    assert text.endswith("Naam van de ondertekenaar\nRegioburgemeester eenheid Klein\n")
