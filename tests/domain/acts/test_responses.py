# SPDX-License-Identifier: EUPL-1.2
"""A response to a draft, and what is done with that or with a zienswijze."""

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Corrected, CouncilHeard, Disposed, Report, ResponseReceived
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.zienswijze import Response
from tests.domain.acts.story_in_memory import At
from tests.story import AGREED, FINAL, HEARD, ONE_DAY, ONTWERP, Told

RECEIVED = ResponseReceived(on=ONTWERP, sender="OM", text="Hoofdstuk 2 is helder.")
ZIENSWIJZE = CouncilHeard(
    on=HEARD, municipality="Texel", answer=Answer.ZIENSWIJZE, text="Meer wijkagenten."
)
TAKEN_OVER = "Overgenomen in hoofdstuk 3."


def test_a_response_belongs_to_the_newest_version(at: At) -> None:
    act = decided(RECEIVED, at("ontwerp"))
    assert act.said == "Reactie van OM vastgelegd."
    [response] = act.changes.of(Response)[1]
    assert (response.id, response.version) == ("klein/reactie/1", "klein/versie/1")
    assert (response.received_on, response.text) == (ONTWERP, "Hoofdstuk 2 is helder.")


def test_a_response_before_the_first_version_belongs_to_none(at: At) -> None:
    [response] = decided(RECEIVED, at("opened")).changes.of(Response)[1]
    assert response.version is None


def test_a_response_from_before_any_version_is_about_none(at: At) -> None:
    early = RECEIVED.model_copy(update={"on": ONTWERP - 20 * ONE_DAY})
    [response] = decided(early, at("ontwerp")).changes.of(Response)[1]
    assert (response.version, response.respond_by) == (None, None)


def test_what_is_done_with_a_response_is_kept_with_it(told: Told) -> None:
    story = told("ontwerp")
    story.does(RECEIVED)
    disposed = Disposed(on=AGREED, sender="om", disposition=TAKEN_OVER)
    assert story.does(disposed) == "Verwerking vastgelegd van de reactie van OM."
    [response] = story.state.responses
    assert (response.disposition, response.disposed_on) == (TAKEN_OVER, AGREED)


def test_what_is_done_with_a_zienswijze_is_kept_with_it(told: Told) -> None:
    story = told("asked")
    story.does(ZIENSWIJZE)
    disposed = Disposed(on=FINAL, sender="Texel", disposition=TAKEN_OVER)
    assert story.does(disposed) == "Verwerking vastgelegd van de zienswijze van Texel."
    [zienswijze] = story.state.zienswijzen
    assert (zienswijze.disposition, zienswijze.disposed_on) == (TAKEN_OVER, FINAL)


def test_there_is_nothing_to_be_done_with_what_nobody_said(told: Told) -> None:
    story = told("heard")
    with story.refuses("Van 'OM' is geen reactie of zienswijze die nog open staat."):
        story.does(Disposed(on=FINAL, sender="OM", disposition=TAKEN_OVER))


def test_what_was_done_with_a_response_is_said_once(told: Told) -> None:
    story = told("ontwerp")
    story.does(RECEIVED)
    disposed = Disposed(on=AGREED, sender="OM", disposition=TAKEN_OVER)
    story.does(disposed)
    with story.refuses("geen reactie of zienswijze die nog open staat"):
        story.does(disposed)


@pytest.mark.parametrize(
    ("report", "sender", "said_on"),
    [(RECEIVED, "OM", "3 juni 2027"), (ZIENSWIJZE, "Texel", "16 september 2027")],
)
def test_nothing_is_done_with_an_answer_before_it_comes(
    told: Told, report: Report, sender: str, said_on: str
) -> None:
    story = told("asked")
    story.does(report)
    with story.refuses(f"Het antwoord van {sender} kwam pas op {said_on}. Verbeter de dag."):
        story.does(Disposed(on=report.on - ONE_DAY, sender=sender, disposition=TAKEN_OVER))


def test_a_zienswijze_that_was_taken_back_asks_nothing(told: Told) -> None:
    story = told("asked")
    story.does(ZIENSWIJZE)
    story.does(Corrected(on=FINAL, step="horen", owner="Texel", reason="dat was Hoorn"))
    with story.refuses("Van 'Texel' is geen reactie of zienswijze die nog open staat."):
        story.does(Disposed(on=FINAL, sender="Texel", disposition=TAKEN_OVER))
