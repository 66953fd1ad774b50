"""A step was carried out: by whom it is owed, once, and in its own way."""

import pytest

from gehoord.domain.acts.report import StepDone
from gehoord.domain.errors import RefusedError
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import SENT
from tests.story import ASKED, FINAL, HEAR, Told


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
