"""Versions of the plan, and the agreement of the clients with the ontwerp."""

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Part
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, SENT, lapse, take_back
from tests.story import ADOPTED, AGREED, ONE_DAY, ONTWERP, THEMES, Told


def test_a_meeting_is_no_version(told: Told) -> None:
    story = told("opened")
    with story.refuses("'themas' is geen versie, maar een besluit"):
        story.does(VersionMade(on=THEMES, step="themas"))


def test_a_less_complete_version_does_not_become_the_plan(opened: Register) -> None:
    final = VersionMade(on=SENT, step="definitief", contains=tuple(Part))
    record(opened, "klein", final, SENT)
    with pytest.raises(RefusedError, match="Een oudere versie"):
        record(opened, "klein", VersionMade(on=SENT, step="concept-70"), SENT)


def test_a_version_of_a_lapsed_step_is_no_version(surveyed: Register) -> None:
    lapse(surveyed, "definitief")
    with pytest.raises(RefusedError, match="is vervallen"):
        record(surveyed, "klein", VersionMade(on=DAY, step="definitief"), DAY)
    take_back(surveyed, "definitief")
    record(surveyed, "klein", VersionMade(on=DAY, step="definitief"), DAY)


def test_an_adopted_plan_gets_no_new_version(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld", "geen nieuwe versie"):
        story.does(VersionMade(on=ADOPTED, step="definitief"))


def test_there_must_be_something_to_agree_with(told: Told) -> None:
    story = told("themes")
    with story.refuses("nog geen ontwerp om mee akkoord te gaan", "Leg eerst de versie vast"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))


def test_nobody_agrees_before_the_ontwerp_exists(told: Told) -> None:
    story = told("ontwerp")
    with story.refuses(day_in_words(ONTWERP - ONE_DAY), "nog niet", "Verbeter de dag"):
        story.does(Agreed(on=ONTWERP - ONE_DAY, client="hoofdofficier"))


def test_nobody_agrees_twice_with_the_same_ontwerp(told: Told) -> None:
    story = told("agreed")
    with story.refuses("al akkoord"):
        story.does(Agreed(on=AGREED, client="hoofdofficier"))
