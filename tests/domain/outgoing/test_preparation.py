# SPDX-License-Identifier: EUPL-1.2
"""What is known and missing of the first half, as a stage, a status and a page say it."""

from dataclasses import replace
from datetime import date

from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.poll import PollStage
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import TableStands
from gehoord.domain.outgoing.preparation import preparation, still_missing
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.standing.poll import poll as poll_in_standing
from gehoord.templates.standing.rounds import rounds as rounds_in_standing
from tests.domain.acts.story_in_memory import At
from tests.domain.acts.surveyed import answered, opened_with_survey
from tests.domain.acts.test_reported import CHOICE, LIST, told
from tests.domain.checks.cases import changed, opened
from tests.domain.dossier.polled import FOUR, OPTIONS, poll
from tests.story import Small
from tests.tables_of_strength import kept, of_s002

POLLED = opened(
    changed(
        (
            "[[stap]]\n",
            """[[stap]]
id = "peiling"
titel = "prioriteiten peilen"
fase = "themas"
soort = "raadpleging"
actiehouder = "adviseur"
wanneer = "1 februari 2027"
melding = "peiling"

[[stap]]
""",
        )
    )
)
TOP = "bovenaan hefboom Ondermijning (82), thema Drugs (81) en thema Fraude (77)"


def words(state: State, about: str) -> str:
    return next((p.in_words for p in preparation(state) if p.about == about), "")


def test_of_a_procedure_that_asks_none_of_it_nothing_is_said() -> None:
    state = opened()
    assert preparation(state) == []
    assert poll_in_standing(state) == rounds_in_standing(state) == []


def test_a_stage_says_which_municipalities_did_not_answer_the_survey(small: Small) -> None:
    story = opened_with_survey(small)
    story.does(answered("Hoorn", "Ondermijning"))
    said = progress(story.state, Stage.THEMES, date(2027, 2, 11), "").text
    assert "Nog geen lokale prioriteiten van Haarlem en Texel." in said
    assert words(story.state, "lokale-prioriteiten").startswith("Lokale prioriteiten: 1 van 3 ")
    assert "prioriteiten" not in still_missing(story.state, Stage.HEARING)


def test_a_poll_is_awaited_then_interim_then_final() -> None:
    assert still_missing(POLLED, Stage.THEMES) == "De peiling is nog niet geteld."
    assert poll_in_standing(POLLED)[-1] == "De peiling is nog niet geteld."
    interim = replace(POLLED, polls=Kept([poll(stage=PollStage.INTERIM)]))
    assert words(interim, "peiling") == (
        f"Peiling (tussenstand, 1 maart 2027): 91 respondenten; {TOP}. "
        "De definitieve telling van de peiling komt nog."
    )
    final = replace(POLLED, polls=Kept([poll()]))
    assert words(final, "peiling") == f"Peiling (definitief, 1 maart 2027): 91 respondenten; {TOP}."
    assert not still_missing(final, Stage.THEMES)


def test_the_standing_names_a_theme_that_the_final_count_overtook(at: At) -> None:
    state = at("themes")
    [besluit] = state.besluiten
    of_s003 = besluit.model_copy(update={"themes": FOUR})
    stands = replace(state, besluiten=Kept([of_s003]), polls=Kept([poll()]))
    assert words(stands, "peiling").endswith("De gekozen thema's blijven staan.")
    lines = tuple(line.replace("Overlast; 11; 47", "Overlast; 11; 90") for line in OPTIONS)
    weak = besluit.model_copy(update={"themes": (FOUR[2],)})
    fallen = replace(state, besluiten=Kept([weak]), polls=Kept([poll(lines)]))
    assert "Door de telling ingehaald: Contraterrorisme" in words(fallen, "peiling")
    assert "staat niet meer vast" in poll_in_standing(fallen)[-1]


def test_who_chose_and_who_did_not_is_told() -> None:
    assert still_missing(told(), Stage.THEMES).startswith("Er is nog geen lijst")
    assert rounds_in_standing(told(LIST))[-1] == (
        "Keuze uit 3 kandidaten: 0 van 1 overleg kozen. Nog niet gekozen: RBOP."
    )
    chosen = told(LIST, CHOICE)
    assert rounds_in_standing(chosen)[2:] == [
        "Keuze uit 3 kandidaten: 1 van 1 overleg kozen; bovenaan Drugs (1) en Zorg (1).",
        "",
        "Al gekozen: RBOP op 9 februari 2027.",
    ]
    assert not still_missing(chosen, Stage.THEMES)


def test_a_provisional_strength_is_missed_while_drafts_are_made() -> None:
    table = kept(of_s002(), follows_by=date(2027, 9, 1))
    state = replace(opened(), strengths=Kept([table]))
    assert still_missing(state, Stage.DRAFTS) == (
        "De definitieve sterkteverdeling komt nog uiterlijk 1 september 2027."
    )
    assert [part.steps for part in preparation(state)] == [("ontwerp", "definitief")]
    definitive = replace(state, strengths=Kept([kept(of_s002(), stands=TableStands.DEFINITIVE)]))
    assert not still_missing(definitive, Stage.DRAFTS)
