# SPDX-License-Identifier: EUPL-1.2
"""Every mailbox has a row; another address in it is where the mail goes from today on."""

import pytest

from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.judging import Judged
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.filled import Filling
from tests.sentence import assert_sentence
from tests.story import FINAL

ADRESSEN = "Adressen"


def judged(at: At, who: str, party: str, address: str) -> Judged:
    return filled(at("asked"), who, party, address)


def filled(state: State, who: str, party: str, address: str) -> Judged:
    filling = Filling(state, FINAL)
    row = next(row for row in filling.rows[ADRESSEN] if row[:2] == [who, party])
    row[2] = address
    return filling.judged(state, FINAL)


@pytest.mark.parametrize(
    ("who", "party"),
    [("Texel", "griffie"), ("Texel", "burgemeester"), ("Texel", "ambtenaar-oov"),
     ("RBOP", ""), ("regioburgemeester", ""), ("minister", "")],
)  # fmt: skip
def test_another_address_is_that_of_this_mailbox_alone(at: At, who: str, party: str) -> None:
    found = judged(at, who, party, "post@klein.example; kopie@klein.example")
    [report] = found.reports
    assert isinstance(report, AddressGiven)
    story = StoryInMemory(at("asked"))
    before = {tuple(row[:2]): row[2] for row in Filling(story.state, FINAL).rows[ADRESSEN]}
    story.does(report)
    after = {tuple(row[:2]): row[2] for row in Filling(story.state, FINAL).rows[ADRESSEN]}
    again = filled(story.state, who, party, "post@klein.example; kopie@klein.example")
    assert (again.reports, again.faults) == ((), ())
    assert after == before | {(who, party): "post@klein.example, kopie@klein.example"}


def test_what_is_no_address_is_told_with_its_cell(at: At) -> None:
    [fault] = judged(at, "Texel", "griffie", "griffie.texel").faults
    assert_sentence(str(fault), "kolom 'Mailadres' (Texel)", "geen e-mailadres")


def test_an_address_is_not_taken_away(at: At) -> None:
    [fault] = judged(at, "RBOP", "", "").faults
    assert_sentence(str(fault), "hier stond rbop@klein.example")
