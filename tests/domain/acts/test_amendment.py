# SPDX-License-Identifier: EUPL-1.2
"""The adopted plan is brought into line with an instruction, or with a decision on appeal.

Law: Politiewet 2012, art. 39 lid 6 and art. 40 lid 3.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.act import PlanAmended
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    Announced,
    AppealLodged,
    AppealWentOn,
    Disposed,
    Instructed,
    PlanChanged,
    Report,
)
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.proposal.step import Letter, Part
from gehoord.flows.hearing import hear
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import NAMES, SENT, ontwerp, record_heard, state
from tests.domain.acts.story_in_memory import At
from tests.story import ADOPT, ADOPTED, FINAL, ONE_DAY, Told, adopted

INSTRUCTED = Instructed(on=ADOPTED, heard_on=ADOPTED, text="Neem de doelen op.")
ON_APPEAL: tuple[Report, ...] = (
    adopted(basis="39-2", burgemeesters=(), body=None),
    Announced(on=ADOPTED),
    AppealLodged(on=ADOPTED, appellant="Texel"),
    AppealWentOn(on=ADOPTED, appellant="Texel", event="gegrond"),
)


@pytest.mark.parametrize(
    ("before", "ground", "words"),
    [
        (
            (adopted(), INSTRUCTED),
            "aanwijzing",
            "een aanwijzing van de minister (Politiewet 2012, art. 40 lid 3)",
        ),
        (
            ON_APPEAL,
            "beroep",
            "een beslissing van de minister op beroep (Politiewet 2012, art. 39 lid 6)",
        ),
    ],
)
def test_everybody_who_has_the_plan_is_told_that_it_was_changed_and_why(
    opened: Register, before: tuple[Report, ...], ground: Any, words: str
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), *NAMES)
    for name in NAMES:
        weighed = Disposed(on=FINAL, sender=name, disposition="Overgenomen in hoofdstuk 3.")
        record(opened, "klein", weighed, FINAL)
    for report in before:
        record(opened, "klein", report, ADOPTED)
    change = PlanChanged(on=ADOPTED, basis=ground, note="Hoofdstuk 3 telt twee wijkagenten meer.")
    record(opened, "klein", change, ADOPTED)
    known = state(opened)
    assert [v.number for v in known.versions] == [1, 2]
    assert known.final is not None
    assert known.final.contains == tuple(Part)
    with opened.reading() as reader:
        told = [m for m in reader.all(Message, "klein") if m.letter is Letter.NOTE]
    codes = ["GM0392", "GM0405", "GM0448"]
    offices = ["hoofdofficier", "korpschef", "minister"]
    burgemeesters = [f"burgemeesters {code}" for code in codes]
    assert sorted(m.recipient for m in told) == [*codes, *burgemeesters, *offices]
    for message in told:
        assert words in message.body
        assert "twee wijkagenten meer" in message.body
        assert "Planning" not in message.body
        assert "een brief over een wijziging van het" in message.body
        assert "deze stap" not in message.body + str(message.attachments)


DOCUMENT = Document(name="gewijzigd.pdf", content=b"%PDF-1.7 gewijzigd")


def test_a_change_of_the_adopted_plan_is_a_new_version_of_the_regioburgemeester(
    at: At,
) -> None:
    report = PlanChanged(on=ADOPTED, basis="aanwijzing", note="Twee meer.", document=DOCUMENT)
    state = at("adopted")
    state = state.after(decided(INSTRUCTED, state).changes)
    act = decided(report, state)
    [version], [besluit] = act.changes.of(DraftVersion)[1], act.changes.of(Besluit)[1]
    assert (version.number, version.contains, version.is_ontwerp) == (3, tuple(Part), False)
    assert (version.document, act.changes.documents) == (DOCUMENT.sha256, (DOCUMENT,))
    assert (besluit.kind, besluit.by, besluit.version) == (
        BesluitKind.CHANGE,
        "regioburgemeester",
        version.id,
    )
    assert act.news == (PlanAmended(besluit),)
    assert act.said.startswith("Versie 3 vastgelegd, op grond van aanwijzing.")
    assert state.after(act.changes).final == version


def test_only_an_adopted_plan_is_changed_by_the_minister(told: Told) -> None:
    story = told("final")
    with story.refuses("Alleen een vastgesteld plan kan zo worden gewijzigd.", law=ADOPT):
        story.does(PlanChanged(on=FINAL, basis="aanwijzing"))


def test_a_plan_is_not_changed_on_a_day_before_its_adoption(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Op 3 november 2027 was het plan nog niet vastgesteld."):
        story.does(PlanChanged(on=ADOPTED - ONE_DAY, basis="aanwijzing"))


def test_a_plan_that_all_burgemeesters_adopted_is_not_changed_on_appeal(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Beroep bestaat alleen tegen", law="art. 39 lid 5"):
        story.does(PlanChanged(on=ADOPTED, basis="beroep"))


def test_nothing_changes_without_an_instruction_or_a_founded_appeal(told: Told) -> None:
    story = told("adopted")
    with story.refuses("alleen na de aanwijzing van de minister", law="art. 40 lid 3"):
        story.does(PlanChanged(on=ADOPTED, basis="aanwijzing"))
