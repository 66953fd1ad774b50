# SPDX-License-Identifier: EUPL-1.2
"""Thirty-two answers in one file: recorded together, or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from benchmarks.dossier import ASKED, HEARD, NAME, ask_in, open_in, register_in
from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.judging import Filled
from gehoord.flows.record import record
from gehoord.flows.workbook import look_at, record_workbook
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.workbook.reading import read_workbook
from gehoord.templates.workbook.book import book_of
from gehoord.templates.workbook.xlsx import xlsx
from tests.filled import Filling, heard_as
from tests.sentence import assert_sentence
from tests.story import ONE_DAY

COUNCILS: Final = 32
LATER: Final = HEARD + 30 * ONE_DAY


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of thirty-two councils that were asked."""
    file = tmp_path_factory.mktemp("groot") / "gehoord.db"
    open_in(file, COUNCILS)
    ask_in(file)
    return file


@pytest.fixture
def register(asked: Path, tmp_path: Path) -> Iterator[Register]:
    with register_in(Path(shutil.copy(asked, tmp_path / "gehoord.db")), LATER) as register:
        yield register


def state(register: Register) -> State:
    with register.reading() as reader:
        return state_of(reader, NAME)


def entries(register: Register) -> list[JournalEntry]:
    with register.reading() as reader:
        assert verify(reader, NAME).faults == ()
        return reader.all(JournalEntry, NAME)


def all_answered(register: Register) -> Filling:
    """Every council answered: half of them a day later."""
    filling = Filling(state(register), ASKED)
    for number, row in enumerate(list(filling.rows["Raden"][1:])):
        on = HEARD + (number % 2) * ONE_DAY
        filling.fill("Raden", str(row[0]), heard_as(Answer.AGREES, on))
    return filling


def test_thirty_two_answers_with_three_faults_are_none_until_they_are_mended(
    register: Register,
) -> None:
    before, filling = entries(register), all_answered(register)
    mended = all_answered(register).filled()
    filling.fill("Raden", "Gemeente 3", {"Antwoord": "instemmming"})
    filling.fill("Raden", "Gemeente 7", {"Gehoord of beoordeeld op": "3 september"})
    filling.fill("Raden", "Gemeente 9", {"Wijze": "commissie"})
    with pytest.raises(WorkbookFaultsError) as refused:
        record_workbook(register, NAME, filling.filled(), LATER)
    said = [str(fault) for fault in refused.value.faults]
    assert len(said) == 3
    for sentence, who in zip(sorted(said), ("Gemeente 3", "Gemeente 7", "Gemeente 9"), strict=True):
        assert_sentence(sentence, "Blad 'Raden', rij ", who)
    assert entries(register) == before

    assert record_workbook(register, NAME, mended, LATER).text == "32 meldingen vastgelegd."
    assert {h.heard_on for h in state(register).hearings} == {HEARD, HEARD + ONE_DAY}
    again = look_at(register, NAME, mended, LATER)
    assert (again.reports, again.changes, again.faults) == ((), (), ())


def test_what_happened_on_one_day_is_one_entry_of_the_journal(register: Register) -> None:
    before, filling = entries(register), Filling(state(register), ASKED)
    for number, on in ((1, HEARD), (10, HEARD), (2, HEARD + ONE_DAY)):
        filling.fill("Raden", f"Gemeente {number}", heard_as(Answer.AGREES, on))
    record_workbook(register, NAME, filling.filled(), LATER)
    new = entries(register)[len(before) :]
    assert [(entry.event, entry.on) for entry in new] == [
        ("gehoord", HEARD), ("gehoord", HEARD + ONE_DAY),
    ]  # fmt: skip
    assert {entry.text for entry in new} == {"Uit het bestand raden.xlsx."}


def test_a_look_changes_nothing_and_tells_every_cell(register: Register) -> None:
    before, filling = entries(register), all_answered(register)
    found = look_at(register, NAME, filling.filled(), LATER)
    assert (len(found.reports), len(found.changes)) == (COUNCILS, 2 * COUNCILS)
    assert entries(register) == before


def test_what_was_recorded_meanwhile_is_never_overwritten(register: Register) -> None:
    filling = Filling(state(register), ASKED)
    for row in filling.rows["Adressen"][1:3]:
        row[2] = "nieuw@gemeente.example"
    address = AddressGiven(on=LATER, who="Gemeente 0", address="ander@gemeente.example")
    record(register, NAME, address, LATER)
    before = entries(register)
    with pytest.raises(WorkbookFaultsError, match=r"ander@gemeente\.example") as refused:
        record_workbook(register, NAME, filling.filled(), LATER)
    assert len(refused.value.faults) == 1
    assert entries(register) == before


def test_a_file_that_is_written_and_read_back_changes_nothing(
    register: Register, tmp_path: Path
) -> None:
    file = tmp_path / "raden.xlsx"
    file.write_bytes(xlsx(book_of(state(register), ASKED)))
    filled: Filled = read_workbook(file, "adviseur")
    found = look_at(register, NAME, filled, LATER)
    assert (found.reports, found.changes, found.faults, found.ignored) == ((), (), (), ())
