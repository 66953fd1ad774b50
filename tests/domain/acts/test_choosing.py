# SPDX-License-Identifier: EUPL-1.2
"""Rounds with a funnel: S004, ten candidates, each DVO chooses seven, the BBG a top five."""

import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import BodyChose, CandidatesListed, Corrected, ThemesChosen
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.choices import latest_list, tally_of
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.templates.rounds import round_part
from tests.domain.checks.cases import changed, opened

ROUND = changed(
    (
        "[[stap]]",
        "".join(
            f"""
[[stap]]
id = "keuze-{body}"
titel = "twee van de vier kiezen"
fase = "themas"
soort = "vergadering"
actiehouder = "{body}"
wanneer = "{day} februari 2027"
kiest = 2
kiest_uit = 4

"""
            for body, day in (("rbop", 9), ("v10", 11))
        )
        + "[[stap]]",
    ),
    ("kiest_themas = true", "kiest_themas = true\nkiest = 2"),
)
FOUR = ("Drugs", "Fraude", "Zorg", "Cyber")
LISTED, FIRST, SECOND = date(2027, 2, 1), date(2027, 2, 9), date(2027, 2, 11)
CHOSEN = date(2027, 3, 11)


@cache
def listed() -> State:
    state = opened(ROUND)
    return does(state, CandidatesListed(on=LISTED, names=FOUR))


def does(state: State, report: Any) -> State:
    return state.after(decided(report, state).changes)


def chose(state: State, body: str, on: date, *names: str) -> State:
    return does(state, BodyChose(on=on, step=f"keuze-{body}", chosen=names))


def found(state: State, code: str) -> list[tuple[Severity, str]]:
    all_of_it = findings(Case.of_dossier(state, CHOSEN))
    return [(f.severity, f.text) for f in all_of_it if f.code == code]


def test_who_chose_what_on_which_day_is_kept_and_closes_its_step() -> None:
    state = chose(listed(), "rbop", FIRST, "drugs", "Zorg")
    [choice] = state.choices
    assert (choice.by, choice.chosen_on, choice.chosen) == ("rbop", FIRST, ("Drugs", "Zorg"))
    assert state.is_done("keuze-rbop")
    candidates = latest_list(state.candidates)
    assert candidates is not None
    assert [(r.name, r.votes) for r in tally_of(candidates, state.choices)] == [
        ("Drugs", 1),
        ("Zorg", 1),
        ("Fraude", 0),
        ("Cyber", 0),
    ]


def test_once_all_have_chosen_the_tally_is_told_and_a_tie_at_the_cut_is_shown() -> None:
    state = chose(listed(), "rbop", FIRST, "Drugs", "Zorg")
    said = decided(BodyChose(on=SECOND, step="keuze-v10", chosen=("Drugs", "Cyber")), state).said
    assert "Alle overleggen kozen. De stand: Drugs (2), Zorg (1), Cyber (1) en Fraude (0)." in said
    assert "Op de grens van 2 staan gelijk: Zorg en Cyber. Wie de thema's kiest, beslist" in said


def test_who_chooses_more_or_fewer_than_asked_is_told_so() -> None:
    said = decided(BodyChose(on=FIRST, step="keuze-rbop", chosen=("Drugs",)), listed()).said
    assert "volgens het procesvoorstel kiest het er 2" in said
    assert "Nog te kiezen: 1 overleg." in said
    many = CandidatesListed(on=LISTED, names=(*FOUR, "Wonen"))
    assert "hoogstens 4" in decided(many, opened(ROUND)).said


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (BodyChose(on=FIRST, step="keuze-rbop", chosen=("Drug",)), "bedoelt u 'Drugs'?"),
        (BodyChose(on=FIRST, step="keuze-rbop", chosen=("Zorg", "zorg")), "staat er twee keer"),
        (BodyChose(on=FIRST, step="themas", chosen=("Zorg",)), "wordt niet uit een lijst gekozen"),
        (BodyChose(on=FIRST, step="keuze-v10", chosen=("Zorg",)), "koos al op 9 februari 2027"),
        (CandidatesListed(on=FIRST, names=("A", "a")), "staat er twee keer"),
        (CandidatesListed(on=FIRST, names=("A", "B")), "koos 'Zorg' al"),
        (Corrected(on=FIRST, report="kandidaten", reason="dat was de oude lijst"), "koos al uit"),
    ],
)
def test_what_cannot_be_chosen_is_refused(report: Any, words: str) -> None:
    state = chose(listed(), "v10", FIRST, "Zorg", "Drugs")
    with pytest.raises(RefusedError, match=re.escape(words)):
        decided(report, state)


def test_nobody_chooses_without_a_list() -> None:
    with pytest.raises(RefusedError, match="nog geen lijst"):
        decided(BodyChose(on=FIRST, step="keuze-rbop", chosen=("Zorg",)), opened(ROUND))


def test_a_list_from_which_the_proposal_lets_nobody_choose_says_so() -> None:
    """It is kept all the same: bodies may choose without a step for it."""
    report = CandidatesListed(on=LISTED, names=FOUR)
    assert "kiest geen overleg eruit" in decided(report, opened()).said
    assert "kiest geen overleg" not in decided(report, opened(ROUND)).said


def test_a_choice_can_be_taken_back_and_made_again() -> None:
    state = chose(listed(), "rbop", FIRST, "Drugs", "Zorg")
    back = Corrected(on=SECOND, report="keuze", owner="RBOP", reason="dat was de vorige keer")
    state = does(state, back)
    assert not state.is_done("keuze-rbop")
    state = chose(state, "rbop", SECOND, "Drugs", "Cyber")
    assert [choice.id for choice in state.choices if choice.counts] == ["klein/keuze/keuze-rbop/2"]


def test_themes_that_were_chosen_before_every_body_did_ask_for_a_reason() -> None:
    """S004: the BBG chooses on 7 June, two of the five DVOs meet on 20 and 28 June."""
    state = chose(listed(), "rbop", FIRST, "Drugs", "Zorg")
    state = does(state, ThemesChosen(on=CHOSEN, themes=("Drugs", "Wonen")))
    [(severity, text)] = found(state, "ronde-onvolledig")
    assert severity is Severity.REASON
    assert "V10" in text
    assert "RBOP" not in text
    assert found(state, "thema-niet-op-lijst") == [
        (Severity.WARN, "Niet op de lijst van kandidaten: Wonen.")
    ]
    in_time = chose(state, "v10", SECOND, "Drugs", "Cyber")
    assert found(in_time, "ronde-onvolledig") == []
    too_late = chose(state, "v10", date(2027, 3, 12), "Drugs", "Cyber")
    assert len(found(too_late, "ronde-onvolledig")) == 1


def test_what_was_chosen_counts_when_a_later_list_spells_it_otherwise() -> None:
    state = chose(listed(), "rbop", FIRST, "Drugs", "Zorg")
    state = does(state, CandidatesListed(on=SECOND, names=("DRUGS", "zorg", "Fraude")))
    candidates = latest_list(state.candidates)
    assert candidates is not None
    tally = [(r.name, r.votes) for r in tally_of(candidates, state.choices)]
    assert tally == [("DRUGS", 1), ("zorg", 1), ("Fraude", 0)]
    part = round_part(state)
    assert part is not None
    assert [who for *_, who in part.candidates] == ["RBOP", "RBOP", ""]
