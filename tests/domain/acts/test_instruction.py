# SPDX-License-Identifier: EUPL-1.2
"""An instruction of the minister about the adopted plan (Politiewet 2012, art. 40)."""

from datetime import date
from typing import Any

from gehoord.domain.acts.report import Instructed, PlanChanged, StepDone, StepLapsed
from tests.conftest import read_day
from tests.story import ADOPTED, FINAL, ONE_DAY, Told

GIVEN = read_day("Fri 2028-03-03")
IN_LINE = read_day("Fri 2028-03-31")
STEP = "aanpassen-aanwijzing-1"


def instruction(on: date = GIVEN, **more: Any) -> Instructed:
    said = {"text": "Neem de landelijke doelen op.", "heard_on": on - ONE_DAY}
    return Instructed(on=on, **said | more)


def test_an_instruction_asks_the_regioburgemeester_to_bring_the_plan_into_line(told: Told) -> None:
    story = told("adopted")
    assert "zonder nieuwe instemming" in story.does(instruction())
    [owed] = story.state.open_actions(step=STEP)
    assert (owed.owner, owed.due_on) == ("regioburgemeester", IN_LINE)
    [besluit] = [b for b in story.state.besluiten if b.kind == "aanwijzing"]
    assert (besluit.by, besluit.taken_on) == ("minister", GIVEN)
    assert "gehoord op 2 maart 2028" in besluit.text


def test_a_new_version_follows_it_and_closes_what_was_asked(told: Told) -> None:
    story = told("adopted")
    story.does(instruction())
    story.does(PlanChanged(on=IN_LINE, basis="aanwijzing", note="Hoofdstuk 3."))
    assert story.state.is_finished(STEP)
    assert story.state.final is not None
    assert story.state.final.made_on == IN_LINE


def test_where_nothing_needs_to_change_the_step_lapses(told: Told) -> None:
    """Art. 40 lid 3: "voor zover nodig"."""
    story = told("adopted")
    story.does(instruction())
    story.does(StepLapsed(on=IN_LINE, step=STEP, reason="de doelen staan er al in"))
    assert story.state.is_finished(STEP)


def test_it_is_given_in_writing_after_the_regioburgemeester_was_heard(told: Told) -> None:
    story = told("adopted")
    with story.refuses("schriftelijk"):
        story.does(instruction(text="Doe dit."))
    with story.refuses("wordt gehoord voordat", law="art. 40 lid 2"):
        story.does(instruction(heard_on=GIVEN + ONE_DAY))
    story.does(instruction(heard_on=GIVEN))


def test_only_an_adopted_plan_is_the_subject_of_an_instruction(told: Told) -> None:
    with told("final").refuses("nog niet vastgesteld", law="art. 40 lid 1"):
        told("final").does(instruction(FINAL))
    story = told("adopted")
    with story.refuses("Op 3 november 2027 was het", law="art. 40 lid 1"):
        story.does(instruction(ADOPTED - ONE_DAY))


def test_bringing_into_line_is_reported_with_the_version_itself(told: Told) -> None:
    story = told("adopted")
    story.does(instruction())
    with story.refuses(f"Stap '{STEP}' legt u vast als 'wijziging'"):
        story.does(StepDone(on=IN_LINE, step=STEP))


def test_two_instructions_are_two_actions(told: Told) -> None:
    story = told("adopted")
    story.does(instruction())
    story.does(instruction(IN_LINE))
    assert len(story.state.open_actions(step=STEP)) == 1
    assert len(story.state.open_actions(step="aanpassen-aanwijzing-2")) == 1
