# SPDX-License-Identifier: EUPL-1.2
"""What people did enters the register, with its reason in the journal, and never ahead of time."""

import pytest

from gehoord.domain.acts.report import Corrected, StepDone, StepLapsed
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record, record_together
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, WHY, lapse
from tests.story import COUNCILS, FINAL, ONE_DAY, Small, heard
from tests.story_in_register import ToldInRegister


@pytest.fixture
def opened(register: Register, small: Small) -> Register:
    open_dossier(register, "klein", *small, DAY)
    return register


@pytest.mark.parametrize("report", [StepLapsed, Corrected])
def test_the_journal_keeps_the_reason(
    opened: Register, report: type[StepLapsed | Corrected]
) -> None:
    if report is Corrected:
        lapse(opened, "advies")
    record(opened, "klein", report(on=DAY, step="advies", reason=WHY, note="In overleg."), DAY)
    with opened.reading() as reader:
        last = reader.all(JournalEntry, "klein")[-1]
    assert last.text == f"advies: {WHY} In overleg."


def test_nothing_is_recorded_before_it_happens(told: ToldInRegister) -> None:
    story = told("heard")
    with story.refuses("28 oktober 2027 ligt in de toekomst"):
        story.does(StepDone(on=FINAL, step="verwerking"), FINAL - ONE_DAY)


def test_what_several_did_is_one_entry_of_the_journal(told: ToldInRegister) -> None:
    story = told("asked")
    with story.register.reading() as reader:
        before = reader.all(JournalEntry, "klein")
    outcome = record_together(story.register, "klein", [heard(name) for name in COUNCILS], FINAL)
    with story.register.reading() as reader:
        [entry] = reader.all(JournalEntry, "klein")[len(before) :]
    assert entry.event == "gehoord"
    assert outcome.text.count("is gehoord") == len(COUNCILS)
    assert all(
        any(line.startswith(f"Gedaan: {name}: ") for line in outcome.lines) for name in COUNCILS
    )


def test_of_several_one_that_is_refused_keeps_the_others_out(told: ToldInRegister) -> None:
    story = told("asked")
    story.does(heard("Hoorn"))
    with story.refuses("De raad van Hoorn is al gehoord", "Er is niets vastgelegd, ook niet"):
        record_together(story.register, "klein", [heard("Texel"), heard("Hoorn")], FINAL)
