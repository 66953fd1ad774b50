"""Another theme gets priority while the plan runs: a decision of the body with its letter."""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.report import PriorityChanged
from tests.conftest import read_day
from tests.story import ADOPT, ADOPTED, FINAL, ONE_DAY, Told

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
        ({"hoofdofficier": False}, "Zonder de hoofdofficier", ADOPT),
        ({"burgemeesters": ("Texel",), "body": None}, "burgemeesters ontbreken", ADOPT),
        ({"body": "v10"}, "V10 kan", ADOPT),
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
