# SPDX-License-Identifier: EUPL-1.2
"""The themes as people read them: S001, letter of 9 May 2023."""

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import ThemesChosen
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.theme import ThemeGround
from gehoord.templates.chosen_themes import GROUNDS, chosen_themes
from gehoord.templates.standing.themes import themes
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import THEMES, Small


def before(small: Small) -> State:
    story = StoryInMemory()
    story.tell(small, "opened")
    return story.state


def told(small: Small) -> State:
    report = ThemesChosen(
        on=THEMES,
        themes=("Ondermijning", "Jeugd en Veiligheid"),
        subthemes=("Ondermijning: Mensenhandel; Criminele geldstromen",),
        grounds=("Ondermijning: waterbedeffect",),
        advised_by="een integrale ambtelijke werkgroep",
        explored=("Zorg en Veiligheid: vaststelling",),
    )
    state = before(small)
    return state.after(decided(report, state).changes)


def test_a_letter_knows_who_chose_on_whose_advice_and_what_is_explored(
    small: Small,
) -> None:
    chosen = chosen_themes(told(small))
    assert (chosen.by, chosen.advised_by) == ("RBOP", "een integrale ambtelijke werkgroep")
    first, second = chosen.themes
    assert first.subthemes == ("Mensenhandel", "Criminele geldstromen")
    assert first.grounds == (GROUNDS[ThemeGround.DISPLACEMENT],)
    assert (second.name, second.grounds) == ("Jeugd en Veiligheid", ())
    [explored] = chosen.explored
    assert (explored.name, explored.body) == ("Zorg en Veiligheid", "RBOP")
    assert explored.day is not None
    assert explored.day.moment == "op 4 november 2027"


def test_every_ground_has_its_sentence() -> None:
    assert set(GROUNDS) == set(ThemeGround)
    assert all(sentence.endswith(".") for sentence in GROUNDS.values())


def test_the_stand_van_zaken_has_the_themes_once_they_are_chosen(small: Small) -> None:
    assert themes(before(small)) == []
    assert themes(told(small))[2:] == [
        "Gekozen door RBOP, op advies van een integrale ambtelijke werkgroep:",
        "",
        "- Ondermijning: Mensenhandel; Criminele geldstromen",
        "- Jeugd en Veiligheid",
        "- Nog verkend: Zorg en Veiligheid. RBOP besluit op 4 november 2027 "
        "(beleidsplan vaststellen)",
    ]
