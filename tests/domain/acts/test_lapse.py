# SPDX-License-Identifier: EUPL-1.2
"""A step that will not take place: none that the law rests on, or the procedure needs."""

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import ReasonGiven, StepLapsed, VersionMade
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, codes, lapse
from tests.domain.acts.story_in_memory import At
from tests.story import ASKED, FINAL, OPENED, Told


@pytest.mark.parametrize(
    ("step", "ground"),
    [
        ("horen", "38b lid 2"),
        ("ontwerp", "38b lid 2"),
        ("verzending", "38b lid 2"),
        ("vaststelling", "39 lid 1"),
        ("toezending-minister", "39 lid 4"),
        ("jaarverslag", "39 lid 1"),
    ],
)
def test_what_the_law_asks_for_cannot_lapse(told: Told, step: str, ground: str) -> None:
    story = told("opened")
    dropped = StepLapsed(on=OPENED, step=step, reason="wij doen het dit keer niet")
    with pytest.raises(RefusedError, match=ground):
        story.does(dropped)


def test_before_there_is_an_ontwerp_its_agreement_cannot_lapse_whatever_reason_was_given(
    told: Told,
) -> None:
    story = told("opened")
    story.does(
        ReasonGiven(
            on=OPENED,
            by="regioburgemeester",
            code="verzonden-voor-akkoord",
            ground="wij vinden dat het zo kan",
        )
    )
    with story.refuses("er is nog geen ontwerp. Leg dat eerst vast (gehoord record versie)"):
        story.does(StepLapsed(on=OPENED, step="akkoord", reason="wij doen het dit keer niet"))


def test_the_agreement_lapses_only_once_a_client_says_why_the_ontwerp_leaves_without(
    told: Told,
) -> None:
    """No statute asks for it: practice (S003)."""
    story = told("ontwerp")
    dropped = StepLapsed(on=ASKED, step="akkoord", reason="wij doen het dit keer niet")
    with story.refuses(
        "zonder akkoord gaat het ontwerp niet weg. Of leg een reden vast van de regioburgemeester "
        "of hoofdofficier van justitie: gehoord record reden klein verzonden-voor-akkoord"
    ):
        story.does(dropped)
    story.does(
        ReasonGiven(
            on=ASKED,
            by="hoofdofficier",
            code="verzonden-voor-akkoord",
            ground="het ontwerp is in het overleg zelf goedgekeurd",
        )
    )
    story.does(dropped)
    story.starts(Stage.HEARING, ASKED)


def test_without_its_last_version_the_plan_is_judged_by_the_ontwerp(surveyed: Register) -> None:
    without = (Part.OBJECTIVES, Part.WIJKAGENTEN)
    record(surveyed, "klein", VersionMade(on=DAY, step="ontwerp", contains=without), DAY)
    assert "deel-ontbreekt" not in codes(surveyed)
    lapse(surveyed, "definitief")
    assert "deel-ontbreekt" in codes(surveyed)


def test_a_step_that_lapses_is_owed_by_nobody_any_more(at: At) -> None:
    report = StepLapsed(on=OPENED, step="advies", reason="er is geen tijd meer voor")
    act = decided(report, at("opened"))
    [(_, after)] = act.changes.replaced
    assert isinstance(after, Action)
    assert (after.state, after.done_on, after.sequence) == (ActionState.LAPSED, OPENED, 1)
    assert act.said == "Vervallen: advies over de thema's opstellen."
    state = at("opened").after(act.changes)
    assert state.has_lapsed("advies")
    assert state.owed("advies") == []


@pytest.mark.parametrize("reason", ["", "geen tijd", "  geen \n tijd "])
def test_a_step_does_not_lapse_without_a_sentence_that_says_why(told: Told, reason: str) -> None:
    story = told("opened")
    with story.refuses(
        "Schrijf in een zin van ten minste 3 woorden op waarom de stap niet doorgaat."
    ):
        story.does(StepLapsed(on=OPENED, step="advies", reason=reason))


def test_what_was_done_does_not_lapse(told: Told) -> None:
    story = told("final")
    with story.refuses("Bij stap 'verwerking' staat niets open dat kan vervallen."):
        story.does(StepLapsed(on=FINAL, step="verwerking", reason="er is geen tijd meer voor"))
