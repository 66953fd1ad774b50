"""A step that will not take place: none that the law rests on, or the procedure needs."""

import pytest

from gehoord.domain.acts.report import StepLapsed, VersionMade
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Part
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, codes, lapse


@pytest.mark.parametrize(
    ("step", "ground"),
    [
        ("horen", "38b lid 2"),
        ("ontwerp", "38b lid 2"),
        ("verzending", "38b lid 2"),
        ("vaststelling", "39 lid 1"),
        ("toezending-minister", "39 lid 4"),
        ("akkoord", "zonder akkoord gaat het ontwerp niet weg"),
        ("jaarverslag", "39 lid 1"),
    ],
)
def test_what_the_law_asks_for_cannot_lapse(opened: Register, step: str, ground: str) -> None:
    dropped = StepLapsed(on=DAY, step=step, reason="wij doen het dit keer niet")
    with pytest.raises(RefusedError, match=ground):
        record(opened, "klein", dropped, DAY)


def test_without_its_last_version_the_plan_is_judged_by_the_ontwerp(surveyed: Register) -> None:
    without = (Part.OBJECTIVES, Part.WIJKAGENTEN)
    record(surveyed, "klein", VersionMade(on=DAY, step="ontwerp", contains=without), DAY)
    assert "deel-ontbreekt" not in codes(surveyed)
    lapse(surveyed, "definitief")
    assert "deel-ontbreekt" in codes(surveyed)
