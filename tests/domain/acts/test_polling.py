# SPDX-License-Identifier: EUPL-1.2
"""A poll is counted: S003, an interim count of 71 respondents and a final one of 91."""

import re
from datetime import timedelta
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Corrected, Polled, ThemesChosen
from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from tests.domain.acts.story_in_memory import At
from tests.domain.dossier.polled import FOUR, GROUPS, OPTIONS
from tests.story import ADOPTED, THEMES

INTERIM = tuple(line.replace("thema; Drugs; 24; 81", "thema; Drugs; 20; 60") for line in OPTIONS)
WHOLE: dict[str, Any] = {
    "on": THEMES,
    "stage": PollStage.FINAL,
    "options": OPTIONS,
    "groups": GROUPS,
    "respondents": 91,
}


def count(state: State, **changes: Any) -> State:
    return state.after(decided(Polled(**WHOLE | changes), state).changes)


def test_a_count_is_kept_per_option_and_group(at: At) -> None:
    act = decided(Polled(**WHOLE), at("opened"))
    poll = latest_poll(at("opened").after(act.changes).polls)
    assert poll is not None
    assert (poll.respondents, len(poll.options), poll.groups[1].name) == (91, 11, "Overall")
    assert act.said == (
        "Vastgelegd: definitief, 91 respondenten, 11 opties. Bovenaan: hefboom Ondermijning (82), "
        "thema Drugs (81) en thema Fraude (77)."
    )


def test_after_the_final_count_is_said_what_moved_and_whether_each_theme_stands(at: At) -> None:
    state = count(at("opened"), stage=PollStage.INTERIM, options=INTERIM, respondents=85)
    rests = tuple(f"{theme.name}: {'; '.join(theme.rests_on)}" for theme in FOUR)
    chosen = ThemesChosen(on=THEMES, themes=tuple(t.name for t in FOUR), rests_on=rests)
    state = state.after(decided(chosen, state).changes)
    said = decided(Polled(**WHOLE), state).said
    assert "veranderde van plaats: thema Drugs van 6 naar 2, thema Fraude van 2 naar 3" in said
    assert said.count("blijft staan") == 4


def test_of_an_interim_count_the_number_of_respondents_may_be_all(at: At) -> None:
    """S003 says of the interim count of 24 May only that 71 people had answered."""
    state = count(at("opened"), stage=PollStage.INTERIM, options=(), groups=(), respondents=71)
    poll = latest_poll(state.polls)
    assert poll is not None
    assert (poll.respondents, poll.options) == (71, ())
    assert latest_poll(count(state).polls, PollStage.FINAL) is not None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": ()}, "Er staat geen telling in"),
        ({"respondents": None}, "Zeg hoeveel mensen antwoordden"),
        ({"respondents": 80}, "regel 1 (thema Drugs), groep 'Overall': 81 stemmen zijn meer dan"),
        ({"groups": ("BM",)}, "1 groepen, maar 2 aantallen per optie"),
        ({"groups": ("BM", "bm")}, "Groep 'BM' staat er twee keer"),
        ({"groups": ("BM (23)", "Overall")}, "24 stemmen zijn meer dan de 23 respondenten"),
        (
            {"groups": ("BM", "Overall (90)")},
            "maar de groep van allen heeft er 90",
        ),
        ({"groups": ("BM", "OvJ")}, "Groepen: geen groep heet 'Totaal', 'Overall' of 'Allen'"),
        ({"options": ("thema; Drugs; -1; 3",)}, "-1 is geen aantal"),
        ({"options": ("thema; Drugs; 4; 3",)}, "4 stemmen zijn meer dan de 3 van 'Overall'"),
        ({"options": ("thema; Drugs; veel; 3",)}, "regel 1: 'veel' is geen heel getal"),
        ({"options": ("tema; Drugs; 1; 3",)}, "'tema' is geen soort; bedoelt u 'thema'?"),
        ({"options": ("Drugs",)}, "schrijf soort, naam en aantallen"),
        ({"options": ("thema; A; 1; 2", "thema; B; 1")}, "regel 2: hier staan niet 2 aantallen"),
        ({"options": ("thema; A; 1; 2", "Thema; a; 1; 2")}, "'thema a' staat er twee keer"),
    ],
)
def test_a_count_that_cannot_be_so_is_told_with_its_place(
    at: At, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(RefusedError, match=re.escape(words)):
        decided(Polled(**WHOLE | changes), at("opened"))


def test_the_final_count_has_the_options_of_the_interim_one(at: At) -> None:
    state = count(at("opened"), stage=PollStage.INTERIM)
    renamed = (*OPTIONS[:-1], "thema; Gewelt; 10; 36")
    with pytest.raises(RefusedError, match="'thema Gewelt' stond niet in de tussenstand"):
        decided(Polled(**WHOLE | {"options": renamed}), state)
    with pytest.raises(RefusedError, match="'thema Geweld' van de tussenstand ontbreekt"):
        decided(Polled(**WHOLE | {"options": OPTIONS[:-1]}), state)


def test_a_final_count_of_a_day_before_the_interim_one_is_refused(at: At) -> None:
    state = count(at("opened"), stage=PollStage.INTERIM)
    with pytest.raises(RefusedError, match="kan daar niet na komen"):
        decided(Polled(**WHOLE | {"on": THEMES - timedelta(1)}), state)


def test_what_is_final_is_counted_once_and_can_be_taken_back(at: At) -> None:
    state = count(at("opened"))
    with pytest.raises(RefusedError, match="al definitief geteld"):
        decided(Polled(**WHOLE), state)
    back = Corrected(on=THEMES, report="peiling", reason="dat was de verkeerde uitvoer")
    state = state.after(decided(back, state).changes)
    assert latest_poll(state.polls) is None
    assert latest_poll(count(state).polls) is not None


def test_nothing_is_counted_for_an_adopted_plan(at: At) -> None:
    with pytest.raises(RefusedError, match="vastgesteld"):
        decided(Polled(**WHOLE | {"on": ADOPTED + timedelta(1)}), at("adopted"))
