# SPDX-License-Identifier: EUPL-1.2
"""A step was carried out: by whom it is owed, once, and in its own way."""

from datetime import date

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import StepDone
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.errors import RefusedError
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import PER_COUNCIL, SENT, proposal_of
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import ASKED, FINAL, HEAR, OPENED, Small, Told


def test_a_step_is_done_once(told: Told) -> None:
    story = told("final")
    with story.refuses("'verwerking'", "niets open"):
        story.does(StepDone(on=FINAL, step="verwerking"))


def test_a_step_is_done_by_who_owes_it(told: Told) -> None:
    story = told("heard")
    with story.refuses("'verwerking'", "voor rbop niets open"):
        story.does(StepDone(on=FINAL, step="verwerking", owner="rbop"))


@pytest.mark.parametrize(
    ("step", "own"),
    [
        ("themas", "legt u vast als 'themas'"),
        ("ontwerp", "legt u vast als 'versie'"),
        ("akkoord", "legt u vast als 'akkoord'"),
        ("horen", "legt u vast als 'gehoord'"),
        ("vaststelling", "legt u vast als 'vaststelling'"),
    ],
)
def test_a_step_with_a_deed_of_its_own_is_not_merely_done(told: Told, step: str, own: str) -> None:
    story = told("final")
    with story.refuses(f"'{step}'", own):
        story.does(StepDone(on=FINAL, step=step))


def test_the_ontwerp_is_not_merely_said_to_have_left(told: Told) -> None:
    story = told("agreed")
    with story.refuses("de fase 'horen' te starten", law=HEAR):
        story.does(StepDone(on=ASKED, step="verzending"))


def test_what_follows_the_adoption_cannot_be_ticked_off_before_it(opened: Register) -> None:
    for step in ("toezending-minister", "toezending-korpschef", "jaarverslag"):
        with pytest.raises(RefusedError, match="volgt op de vaststelling"):
            record(opened, "klein", StepDone(on=SENT, step=step), SENT)


def test_a_step_that_was_done_closes_its_action_on_that_day(at: At) -> None:
    act = decided(StepDone(on=FINAL, step="verwerking"), at("heard"))
    [(before, after)] = act.changes.replaced
    assert isinstance(after, Action)
    assert (before, after.state, after.done_on) == (
        at("heard").owed("verwerking")[0],
        ActionState.DONE,
        FINAL,
    )
    assert (act.changes.added, act.news) == ((), ())
    who = "Adviseur van de regioburgemeester"
    assert act.said == f"Gedaan: reacties van de raden verwerken, door {who}."


YEARLY = """
[[stap]]
id = "uitvoeringsplannen"
titel = "uitvoeringsplan vaststellen"
fase = "verantwoording"
soort = "besluit"
actiehouder = "v10"
wanneer = "jaarlijks van 2028 tot en met 2031"
"""


def test_each_report_closes_one_year_of_a_yearly_duty(small: Small) -> None:
    _, eenheid, text = small
    story = StoryInMemory()
    story.tell((proposal_of(text + YEARLY), eenheid, text + YEARLY), "adopted")
    for year in (2028, 2029):
        said = story.does(StepDone(on=date(year, 5, 11), step="uitvoeringsplannen"))
        assert said == f"Gedaan: uitvoeringsplan vaststellen ({year}), door V10."
    assert [a.due_on and a.due_on.year for a in story.state.owed("uitvoeringsplannen")] == [
        2030,
        2031,
    ]


def test_a_step_of_many_is_done_by_one_and_then_by_all_who_still_owe_it(small: Small) -> None:
    _, eenheid, text = small
    story = StoryInMemory()
    story.opens((proposal_of(text + PER_COUNCIL), eenheid, text + PER_COUNCIL))
    one = StepDone(on=OPENED, step="uitvraag", owner="texel")
    assert story.does(one) == "Gedaan: prioriteiten doorgeven, door Burgemeester van Texel."
    assert [a.municipality for a in story.state.owed("uitvraag")] == ["GM0392", "GM0405"]
    others = StepDone(on=OPENED, step="uitvraag")
    assert story.does(others) == "Gedaan: prioriteiten doorgeven (2 keer)."
    assert story.state.owed("uitvraag") == []


def test_what_follows_the_adoption_waits_for_it(told: Told) -> None:
    story = told("final")
    with story.refuses("'jaarverslag' volgt op de vaststelling, en die is er nog niet"):
        story.does(StepDone(on=FINAL, step="jaarverslag"))


def test_a_step_that_the_procedure_does_not_have_is_named(told: Told) -> None:
    story = told("opened")
    with story.refuses("'borrel'"):
        story.does(StepDone(on=OPENED, step="borrel"))
