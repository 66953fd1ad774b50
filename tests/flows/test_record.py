"""What people did enters the register, with its reason in the journal, and never ahead of time."""

import pytest

from gehoord.domain.acts.report import Corrected, StepDone, StepLapsed
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, WHY, lapse
from tests.story import FINAL, ONE_DAY, Small
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
