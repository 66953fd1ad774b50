# SPDX-License-Identifier: EUPL-1.2
"""Another theme gets priority while the plan runs: a decision of the body with its letter."""

from datetime import date
from typing import Any, get_args

import pytest

from gehoord.domain.acts.report import PriorityChanged
from tests.conftest import read_day
from tests.story import ADOPTED, FINAL, ONE_DAY, Moment, Told

WHICH = "welk thema voorgaat"
MID_TERM = read_day("Thu 2029-09-13")


def priority(**changes: Any) -> PriorityChanged:
    lawful = {
        "on": MID_TERM,
        "comes": ("Zorg en veiligheid",),
        "goes": ("jeugd",),
        "reason": "er is meer effect mee te bereiken",
        "hoofdofficier": True,
        "burgemeesters": "alle",
        "body": "rbop",
    }
    return PriorityChanged(**lawful | changes)


def test_the_themes_are_others_and_the_plan_is_the_same(told: Told) -> None:
    story = told("adopted")
    versions = list(story.state.versions)
    assert "Het beleidsplan zelf verandert niet" in story.does(priority())
    themes = story.state.themes()
    assert themes is not None
    assert themes.text.split("\n") == ["Ondermijning", "Zorg en veiligheid"]
    assert (themes.kind, themes.by, themes.taken_on) == ("prioriteit", "rbop", MID_TERM)
    assert list(story.state.versions) == versions
    story.does(priority(comes=("Jeugd",), goes=("Ondermijning",)))
    themes = story.state.themes()
    assert themes is not None
    assert themes.text.split("\n") == ["Zorg en veiligheid", "Jeugd"]


@pytest.mark.parametrize(
    ("changes", "words", "law"),
    [
        ({"hoofdofficier": False}, "Zonder de hoofdofficier", None),
        ({"burgemeesters": ("Texel",), "body": None}, "burgemeesters ontbreken", None),
        ({"body": "v10"}, "V10 kan geen ander thema voorrang geven", None),
        ({"goes": ("Wonen",)}, "'Wonen' is geen thema van dit plan. Kies uit: Onder", None),
        ({"comes": ("ondermijning",)}, "'ondermijning' is al een thema", None),
        (
            {"reason": "daarom"},
            "Schrijf in een zin van ten minste 3 woorden op waarom dit thema",
            None,
        ),
        ({"on": ADOPTED - ONE_DAY}, "Op 3 november 2027 gold dit plan niet", None),
        ({"on": date(2032, 1, 1)}, "Op 1 januari 2032 gold dit plan niet", None),
    ],
)
def test_it_is_a_decision_of_who_adopt_the_plan_and_of_nobody_else(
    told: Told, changes: dict[str, Any], words: str, law: str | None
) -> None:
    story = told("adopted")
    with story.refuses(words, law=law):
        story.does(priority(**changes))


def test_before_the_adoption_the_themes_are_simply_chosen(told: Told) -> None:
    story = told("final")
    with story.refuses("leg de gekozen thema's vast als 'themas'"):
        story.does(priority(on=FINAL))


def test_who_is_missing_from_a_priority_cannot_choose_another_ground(told: Told) -> None:
    """S002, 5.3 is practice: there is no grondslag to name, and no article to cite."""
    story = told("adopted")
    everyone = "3 burgemeesters ontbreken: Haarlem, Hoorn en Texel."
    with story.refuses(f"Alle burgemeesters kiezen samen met de hoofdofficier {WHICH}; {everyone}"):
        story.does(priority(burgemeesters=(), body=None))


def test_where_the_themes_are_known_nothing_is_said_of_them(told: Told) -> None:
    words = "kent de gekozen thema's van dit plan niet"
    assert words not in told("adopted").does(priority())


def test_in_a_story_without_themes_the_unknown_is_told(told: Told) -> None:
    story = told("opened")
    for moment in get_args(Moment)[2:]:
        getattr(story, f"_{moment}")()
    said = story.does(priority(goes=("Onzin",)))
    assert "kent de gekozen thema's van dit plan niet" in said
