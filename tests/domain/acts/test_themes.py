# SPDX-License-Identifier: EUPL-1.2
"""The themes: chosen by a body, and what waits for them."""

import re
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import (
    Corrected,
    Polled,
    ReasonGiven,
    ThemeExplored,
    ThemesChosen,
)
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.theme import ThemeGround
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import SENT, state
from tests.domain.acts.story_in_memory import At
from tests.domain.dossier.polled import GROUPS, OPTIONS
from tests.story import ADOPTED, THEMES, Told


def test_the_themes_that_were_chosen_last_are_the_themes(opened: Register) -> None:
    for theme in ("Ondermijning", "Jeugd"):
        record(opened, "klein", ThemesChosen(on=SENT, themes=(theme,)), SENT)
    besluit = state(opened).themes()
    assert besluit is not None
    assert besluit.text == "Jeugd"


def test_drafts_wait_for_the_themes(told: Told) -> None:
    """The procesvoorstel asks it, no statute does."""
    story = told("opened")
    with story.refuses("thema's zijn nog niet gekozen", "procesvoorstel", "'themas'", "Leg eerst"):
        story.starts(Stage.DRAFTS, THEMES)


def test_drafts_do_not_wait_for_the_themes_once_it_is_said_why(told: Told) -> None:
    story = told("opened")
    with story.refuses("gehoord record reden klein volgorde --stap concept-70 --door"):
        story.starts(Stage.DRAFTS, THEMES)
    ground = "de thema's van het vorige plan blijven"
    story.does(
        ReasonGiven(
            on=THEMES, by="regioburgemeester", code="volgorde", ground=ground, step="concept-70"
        )
    )
    story.starts(Stage.DRAFTS, THEMES)


def test_the_themes_are_a_besluit_of_the_body_that_chooses_them(at: At) -> None:
    report = ThemesChosen(on=THEMES, themes=("Ondermijning  in  de haven", "Jeugd"))
    act = decided(report, at("opened"))
    assert act.said == "2 thema's vastgelegd."
    state = at("opened").after(act.changes)
    besluit = state.themes()
    assert besluit is not None
    assert (besluit.kind, besluit.by, besluit.taken_on) == (BesluitKind.THEMES, "rbop", THEMES)
    assert besluit.text == "Ondermijning in de haven\nJeugd"
    [action] = state.actions.where(step="themas")
    assert (action.state, action.done_on) == (ActionState.DONE, THEMES)


def test_themes_that_are_chosen_anew_are_another_besluit_of_whoever_says_so(at: At) -> None:
    act = decided(ThemesChosen(on=THEMES, themes=("Jeugd",), by="secretaris"), at("themes"))
    besluit = at("themes").after(act.changes).themes()
    assert besluit is not None
    assert (besluit.id, besluit.by) == ("klein/themas/2", "secretaris")
    assert act.said == "1 thema vastgelegd."
    assert act.changes.replaced == ()


def test_the_themes_of_an_adopted_plan_do_not_change(told: Told) -> None:
    story = told("adopted")
    with story.refuses("al vastgesteld", "de thema's veranderen niet meer"):
        story.does(ThemesChosen(on=ADOPTED, themes=("Jeugd",)))


MADE_OF: dict[str, Any] = {
    "themes": ("Ondermijning", "Jeugd: zorg en veiligheid"),
    "subthemes": ("ondermijning: Mensenhandel; Criminele geldstromen",),
    "grounds": (
        "Ondermijning: waterbedeffect; Veel gemeenten",
        "Jeugd: zorg en veiligheid: raden vroegen hier in 2026 zelf om",
    ),
    "rests_on": ("Ondermijning: thema Drugs; deels thema Fraude",),
    "advised_by": "de werkgroep",
    "explored": ("Zorg: vaststelling",),
}


def test_of_each_theme_is_kept_what_it_is_made_of_and_why_it_is_there(at: At) -> None:
    """S001: themes with subthemes; S003: the grounds, and what each theme rests on."""
    act = decided(ThemesChosen(on=THEMES, **MADE_OF), at("opened"))
    besluit = at("opened").after(act.changes).themes()
    assert besluit is not None
    first, second = besluit.chosen_themes
    assert first.subthemes == ("Mensenhandel", "Criminele geldstromen")
    assert first.grounds == (ThemeGround.DISPLACEMENT, ThemeGround.MANY_MUNICIPALITIES)
    assert first.rests_on == ("thema Drugs", "deels thema Fraude")
    assert (second.name, second.own_ground) == (
        "Jeugd: zorg en veiligheid",
        "raden vroegen hier in 2026 zelf om.",
    )
    assert [theme.name for theme in besluit.explored_themes] == ["Zorg"]
    assert besluit.advised_by == "de werkgroep"
    assert besluit.text == "Ondermijning\nJeugd: zorg en veiligheid"
    assert "Zorg wordt nog verkend, tot 'beleidsplan vaststellen'" in act.said
    assert "Let op: dan moet het ontwerp al klaar zijn" in act.said


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"themes": ("Jeugd", "jeugd")}, "'jeugd' staat er twee keer"),
        ({"subthemes": ("Wonen: huur",)}, "'Wonen' (bij deelthemas) is geen gekozen thema"),
        ({"subthemes": ("Mensenhandel",)}, "geen dubbele punt"),
        ({"subthemes": ("Ondermijning: ;",)}, "niets achter een thema"),
        ({"grounds": ("Ondermijning: waterbed",)}, "bedoelt u 'waterbedeffect'?"),
        ({"grounds": ("Ondermijning: daarom",)}, "een eigen reden, in een zin"),
        ({"explored": ("Zorg",)}, "zegt niet tot welke stap"),
        ({"explored": ("Zorg: advies",)}, "'advies' is geen vergadering die nog komt"),
        ({"explored": ("Ondermijning: vaststelling",)}, "'Ondermijning' staat er twee keer"),
    ],
)
def test_a_line_about_a_theme_that_cannot_be_read_is_told(
    at: At, wrong: dict[str, tuple[str, ...]], words: str
) -> None:
    with pytest.raises(RefusedError, match=re.escape(words)):
        decided(ThemesChosen(on=THEMES, **MADE_OF | wrong), at("opened"))


def test_a_theme_that_is_explored_is_decided_on_or_said_again(at: At) -> None:
    state = at("opened")
    state = state.after(decided(ThemesChosen(on=THEMES, **MADE_OF), state).changes)
    with pytest.raises(RefusedError, match="Noem de stap waarin Zorg terugkomt"):
        decided(ThemeExplored(on=SENT, theme="zorg", outcome="wordt verder verkend"), state)
    with pytest.raises(RefusedError, match="'Wonen' wordt niet verkend"):
        decided(ThemeExplored(on=SENT, theme="Wonen", outcome="wordt een thema"), state)
    for outcome, chosen in (("wordt een thema", 3), ("wordt geen thema", 2)):
        act = decided(ThemeExplored(on=SENT, theme="zorg", outcome=outcome), state)
        besluit = state.after(act.changes).themes()
        assert besluit is not None
        assert act.said == f"Vastgelegd: Zorg {outcome}."
        assert (len(besluit.chosen_themes), besluit.explored_themes) == (chosen, ())
        assert (besluit.by, besluit.advised_by) == ("rbop", "de werkgroep")


def test_themes_of_a_day_before_those_that_count_are_refused_for_they_would_not_count(
    at: At,
) -> None:
    state = at("opened")
    state = state.after(decided(ThemesChosen(on=SENT, **MADE_OF), state).changes)
    early: tuple[Any, ...] = (
        ThemesChosen(on=THEMES, themes=("Jeugd",)),
        ThemeExplored(on=THEMES, theme="Zorg", outcome="wordt een thema"),
    )
    for report in early:
        with pytest.raises(RefusedError, match="zou niet gelden"):
            decided(report, state)


def test_what_came_of_exploring_is_taken_back_before_the_choice_that_it_rests_on(at: At) -> None:
    state = at("opened")
    state = state.after(decided(ThemesChosen(on=THEMES, **MADE_OF), state).changes)
    explored = ThemeExplored(on=SENT, theme="Zorg", outcome="wordt een thema")
    state = state.after(decided(explored, state).changes)
    back = Corrected(on=SENT, report="themas", reason="dat was het verkeerde besluit")
    act = decided(back, state)
    assert "Nu gelden weer die van" in act.said
    state = state.after(act.changes)
    besluit = state.themes()
    assert besluit is not None
    assert (besluit.id, len(besluit.explored_themes)) == ("klein/themas/1", 1)
    assert state.after(decided(back, state).changes).themes() is None


@pytest.mark.parametrize("step", ["themas", "jaarverslag"])
def test_nothing_is_explored_until_a_meeting_that_no_longer_decides_on_themes(
    at: At, step: str
) -> None:
    """The one that chooses them ends by this very report; after the adoption they are fixed."""
    report = ThemesChosen(on=THEMES, themes=("Jeugd",), explored=(f"Zorg: {step}",))
    with pytest.raises(RefusedError, match="geen vergadering die nog komt"):
        decided(report, at("opened"))


def test_a_ground_that_reads_as_an_option_of_the_poll_and_is_none_is_told(at: At) -> None:
    counted = Polled(on=THEMES, stage="definitief", options=OPTIONS, groups=GROUPS, respondents=91)
    state = at("opened").after(decided(counted, at("opened")).changes)
    report = ThemesChosen(on=THEMES, themes=("Drugs",), rests_on=("Drugs: Deels thema Drgus",))
    assert "Let op: Drugs rust op 'Deels thema Drgus'" in decided(report, state).said
