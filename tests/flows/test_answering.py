# SPDX-License-Identifier: EUPL-1.2
"""What a party sends in is one answer, with one receipt, in one transaction and in the journal."""

import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from gehoord.domain.acts.report import AddressGiven, Corrected, CouncilHeard, Report
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.receipt import MOST_A_DAY, Receipt, SentForm
from gehoord.domain.errors import GehoordError
from gehoord.flows.answering import StandsFor, answer
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.archive import archive_of
from gehoord.tasks.receipts import receipt_known
from gehoord.tasks.settings import settings
from tests.story import HEARD, Small
from tests.story_in_register import StoryInRegister, ToldInRegister

HAARLEM = "GM0392"
BY = "griffie van Haarlem"
PDF = Document(name="zienswijze.pdf", content=b"%PDF-1.7 zienswijze %%EOF")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own, and a desk with a public address."""
    monkeypatch.setenv("GEHOORD_HOME", str(tmp_path))
    monkeypatch.setenv("GEHOORD_DESK_URL", "https://balie.example")
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.fixture
def asked(told: ToldInRegister, home: Path) -> StoryInRegister:
    return told("asked")


@pytest.fixture
def asked_anywhere(register: Register, small: Small) -> StoryInRegister:
    """The same, on every database."""
    story = StoryInRegister(register)
    story.tell(small, "asked")
    return story


def sent(number: str = "een", text: str = "Meer wijkagenten.") -> SentForm:
    fields = {"antwoord": "zienswijze", "tekst": text}
    return SentForm(number, "klein", HAARLEM, "gehoord", fields, PDF)


def heard(text: str = "Meer wijkagenten.") -> CouncilHeard:
    said = {"on": HEARD, "by": BY, "municipality": HAARLEM, "answer": Answer.ZIENSWIJZE}
    return CouncilHeard(**said, text=text, document=PDF)


def stands_for(*reports: Report) -> StandsFor:
    return lambda _state: reports


def journal(story: StoryInRegister) -> list[JournalEntry]:
    with story.register.reading() as reader:
        return reader.all(JournalEntry, "klein")


def mails(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        return reader.all(Message, "klein", kind=MessageKind.RECEIPT)


def test_an_answer_comes_with_its_receipt_and_mail_in_one_entry(asked: StoryInRegister) -> None:
    before = len(journal(asked))
    receipt = answer(asked.register, sent(), stands_for(heard()), HEARD)
    entries = journal(asked)
    assert len(entries) == before + 1
    assert (entries[-1].event, entries[-1].by) == ("gehoord", BY)
    for kept in (receipt.id, PDF.sha256, "De raad van Haarlem is gehoord: zienswijze."):
        assert kept in entries[-1].changes
    [zienswijze] = asked.state.zienswijzen
    assert (zienswijze.text, zienswijze.document) == ("Meer wijkagenten.", PDF.sha256)
    with asked.register.reading() as reader:
        assert reader.document(PDF.sha256) == (PDF.name, PDF.content)
        assert verify(reader, "klein").faults == ()


def test_the_hash_on_the_receipt_can_be_checked_by_anybody(asked: StoryInRegister) -> None:
    receipt = answer(asked.register, sent(), stands_for(heard()), HEARD)
    [mail] = mails(asked)
    [part] = mail.attachments
    assert part.name == "ingestuurd.json"
    assert hashlib.sha256(part.content.encode()).hexdigest() == receipt.sha256
    assert json.loads(part.content) == {
        "bestand": {"naam": "zienswijze.pdf", "sha256": hashlib.sha256(PDF.content).hexdigest()},
        "dossier": "klein",
        "formulier": "gehoord",
        "van": HAARLEM,
        "velden": {"antwoord": "zienswijze", "tekst": "Meer wijkagenten."},
    }
    for told in (receipt.sha256, PDF.sha256, "zienswijze.pdf", "Wat: Antwoord van de raad"):
        assert told in mail.body
    assert "/p/[uw-eigen-sleutel]" in mail.body


def test_a_second_post_shows_the_first_receipt_and_changes_nothing(asked: StoryInRegister) -> None:
    first = answer(asked.register, sent(), stands_for(heard()), HEARD)
    before = asked.everything()
    assert answer(asked.register, sent(text="anders"), stands_for(heard("anders")), HEARD) == first
    assert asked.everything() == before


def test_of_several_at_once_one_is_recorded_and_all_get_its_receipt(
    asked_anywhere: StoryInRegister,
) -> None:
    asked = asked_anywhere

    def post(_: int) -> Receipt:
        return answer(asked.register, sent(), stands_for(heard()), HEARD)

    with ThreadPoolExecutor(4) as threads:
        receipts = list(threads.map(post, range(4)))
    assert len(set(receipts)) == 1
    assert len(asked.state.zienswijzen) == len(mails(asked)) == 1
    with asked.register.reading() as reader:
        assert receipts[0] == receipt_known(reader, "een")
        assert verify(reader, "klein").faults == ()


def test_a_changed_answer_takes_the_former_back_in_the_same_transaction(
    asked: StoryInRegister,
) -> None:
    answer(asked.register, sent(), stands_for(heard()), HEARD)
    reason = "De griffie wijzigde dit antwoord."
    back = Corrected(on=HEARD, by=BY, step="horen", owner=HAARLEM, reason=reason)
    changed = SentForm("twee", "klein", HAARLEM, "wijzigen", {"tekst": "Beter."})
    answer(asked.register, changed, stands_for(back, heard("Beter.")), HEARD)
    assert [entry.event for entry in journal(asked)][-2:] == ["herstel", "gehoord"]
    counted = [z.text for z in asked.state.zienswijzen if z.counts]
    assert counted == ["Beter."]
    assert len(mails(asked)) == 2


def test_a_refusal_of_the_second_report_undoes_the_first(asked: StoryInRegister) -> None:
    answer(asked.register, sent(), stands_for(heard()), HEARD)
    before = asked.everything()
    back = Corrected(on=HEARD, by=BY, step="horen", owner=HAARLEM, reason="Dat was niet zo.")
    wrong = heard().model_copy(update={"on": HEARD.replace(year=2020)})
    with pytest.raises(GehoordError):
        answer(asked.register, sent("twee"), stands_for(back, wrong), HEARD)
    assert asked.everything() == before


def test_the_file_of_an_answer_stands_in_the_archive_with_its_hash(asked: StoryInRegister) -> None:
    answer(asked.register, sent(), stands_for(heard()), HEARD)
    with asked.register.reading() as reader:
        content = archive_of(reader, "klein").content
    with ZipFile(BytesIO(content)) as archive:
        overview = archive.read("klein/overzicht.html").decode()
        [path] = [name for name in archive.namelist() if name.endswith(".pdf")]
        assert path.startswith("klein/stuk-")
        assert archive.read(path) == PDF.content
    assert f'<a href="{path.removeprefix("klein/")}">' in overview
    assert PDF.sha256 in overview


def test_a_party_cannot_fill_the_register(asked: StoryInRegister) -> None:
    for number in range(MOST_A_DAY):
        form = SentForm(f"{number}", "klein", HAARLEM, "adres", {"adres": f"{number}@x.example"})
        report = AddressGiven(on=HEARD, by=BY, who=HAARLEM, address=f"{number}@x.example")
        answer(asked.register, form, stands_for(report), HEARD)
    before = asked.everything()
    with pytest.raises(GehoordError, match="in een dag al 40 keer"):
        answer(asked.register, sent(), stands_for(heard()), HEARD)
    assert asked.everything() == before


def test_a_new_address_gets_its_receipt_and_so_does_the_former(asked: StoryInRegister) -> None:
    def moves(number: str, address: str) -> None:
        form = SentForm(number, "klein", HAARLEM, "adres", {"adres": address})
        report = AddressGiven(on=HEARD, by=BY, who=HAARLEM, address=address)
        answer(asked.register, form, stands_for(report), HEARD)

    moves("een", "oud@haarlem.example")
    moves("twee", "nieuw@haarlem.example")
    *_, at_new, at_former = sorted(mails(asked), key=lambda m: m.id)
    assert {at_new.address, at_former.address} == {
        "oud@haarlem.example",
        "nieuw@haarlem.example",
    }
    told = [m for m in mails(asked) if "ging" in m.body]
    assert [m.address for m in told] == ["oud@haarlem.example"]
    with asked.register.reading() as reader:
        assert state_of(reader, "klein").municipality("Haarlem").griffie_address == (
            "nieuw@haarlem.example"
        )
