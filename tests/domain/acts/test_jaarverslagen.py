# SPDX-License-Identifier: EUPL-1.2
"""The jaarverslag over one year: on which ground, by whom, and to whom it goes.

Law: Politiewet 2012, art. 39 lid 1 to 5 and art. 38d.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.report import (
    DifferenceDecided,
    DifferencePut,
    JaarverslagAdopted,
    StepDone,
    StepLapsed,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.story import FINAL, ONE_DAY, Told

ADOPTED_ON = read_day("Thu 2029-05-10")
SEND_BY = read_day("Thu 2029-05-17")
SEND_OUTS = ["toezending-jaarverslag-2028-minister", "toezending-jaarverslag-2028-korpschef"]


def over(year: int = 2028, **changes: Any) -> JaarverslagAdopted:
    lawful = {"basis": "39-1", "hoofdofficier": True, "burgemeesters": "alle", "body": "rbop"}
    return JaarverslagAdopted(year=year, **{"on": ADOPTED_ON, **lawful, **changes})


def alone(basis: str, **changes: Any) -> JaarverslagAdopted:
    return over(basis=basis, hoofdofficier=basis == "39-2", burgemeesters=(), body=None, **changes)


def codes(state: State, on: date) -> list[str]:
    return [f.code for f in findings(Case.of_dossier(state, on))]


def test_a_jaarverslag_is_a_besluit_that_closes_its_own_year(told: Told) -> None:
    story = told("adopted")
    owed = story.state.owed("jaarverslag")
    assert [a.title for a in owed] == [
        f"jaarverslag vaststellen (over {year})" for year in (2028, 2029, 2030, 2031)
    ]
    assert [a.due_on and a.due_on.year for a in owed] == [2029, 2030, 2031, 2032]
    story.does(over(2030, on=read_day("Thu 2031-05-15")))  # a gap is no reason to refuse
    assert [a.due_on and a.due_on.year for a in story.state.owed("jaarverslag")] == [
        2029,
        2030,
        2032,
    ]
    besluit = story.state.jaarverslag(2030)
    assert besluit is not None
    assert (besluit.kind, besluit.by, besluit.basis) == (BesluitKind.JAARVERSLAG, "rbop", "39-1")
    assert story.state.jaarverslag(2028) is None


def test_it_goes_to_minister_and_korpschef_and_that_is_watched(told: Told) -> None:
    story = told("adopted")
    story.does(over())
    for step in SEND_OUTS:
        [owed] = story.state.open_actions(step=step)
        assert owed.due_on == SEND_BY
    assert "jaarverslag-nog-niet-toegezonden" not in codes(story.state, SEND_BY)
    assert "jaarverslag-nog-niet-toegezonden" in codes(story.state, SEND_BY + ONE_DAY)
    story.starts(Stage.ACCOUNT, SEND_BY)
    assert all(story.state.is_finished(step) for step in SEND_OUTS)
    assert "jaarverslag-nog-niet-toegezonden" not in codes(story.state, SEND_BY + ONE_DAY)


def test_only_a_day_that_a_person_gave_makes_the_sending_late(told: Told) -> None:
    """Art. 39 lid 4 names no term: the day that Gehoord proposes blocks nothing."""
    story = told("adopted")
    story.does(over())
    found = findings(Case.of_dossier(story.state, SEND_BY + ONE_DAY))
    [warned, _] = [f for f in found if f.code == "jaarverslag-nog-niet-toegezonden"]
    assert warned.severity is Severity.WARN
    assert warned.text == "Nog niet toegezonden: jaarverslag over 2028 aan de minister sturen."
    assert "jaarverslag-niet-toegezonden" not in [f.code for f in found]
    story.moves(SEND_OUTS[0], SEND_BY + ONE_DAY, ADOPTED_ON)
    found = findings(Case.of_dossier(story.state, SEND_BY + 2 * ONE_DAY))
    [late] = [f for f in found if f.code == "jaarverslag-niet-toegezonden"]
    assert (late.severity, late.steps) == (Severity.BLOCK, (SEND_OUTS[0],))
    [warned] = [f for f in found if f.code == "jaarverslag-nog-niet-toegezonden"]
    assert warned.steps == (SEND_OUTS[1],)


def test_a_year_whose_day_passed_without_a_jaarverslag_is_named(told: Told) -> None:
    story = told("adopted")
    year_later = date(2030, 1, 1)
    assert "jaarverslag-niet-vastgesteld" not in codes(story.state, date(2029, 12, 31))
    found = findings(Case.of_dossier(story.state, year_later))
    [missed] = [f for f in found if f.code == "jaarverslag-niet-vastgesteld"]
    assert missed.severity is Severity.WARN
    assert missed.text.startswith("Het jaarverslag over 2028 is nog niet vastgesteld; dat zou ")
    assert Case.of_dossier(story.state, date(2029, 12, 20)).stands_until() <= year_later
    assert codes(story.state, date(2032, 1, 1)).count("jaarverslag-niet-vastgesteld") == 3
    story.does(over())
    assert "jaarverslag-niet-vastgesteld" not in codes(story.state, year_later)


@pytest.mark.parametrize(
    ("changes", "words", "law"),
    [
        ({"hoofdofficier": False}, "Zonder de hoofdofficier", "art. 39 lid 1"),
        ({"burgemeesters": ("Texel",)}, "2 burgemeesters ontbreken", "art. 39 lid 1"),
        ({"body": "v10"}, "V10 kan beleidsplan en jaarverslag niet", "art. 39 lid 1"),
        ({"year": 2027}, "over 2027 hoort er niet bij", "art. 39 lid 1"),
        ({"year": 2032, "on": date(2033, 5, 1)}, "over 2032 hoort er niet bij", "art. 39 lid 1"),
        ({"on": date(2028, 12, 31)}, "is het jaar 2028 nog niet voorbij", None),
    ],
)
def test_a_jaarverslag_is_refused_like_a_plan(
    told: Told, changes: dict[str, Any], words: str, law: str | None
) -> None:
    story = told("adopted")
    with story.refuses(words, law=law):
        story.does(over(**changes))


def test_there_is_one_for_each_year(told: Told) -> None:
    story = told("adopted")
    story.does(over())
    with story.refuses("over 2028 is al vastgesteld op 10 mei 2029"):
        story.does(over())


def test_no_year_is_accounted_for_before_the_plan_was_adopted(told: Told) -> None:
    story = told("final")
    with story.refuses("nog niet vastgesteld", law="art. 39 lid 1"):
        story.does(over())


def test_it_is_not_merely_done_and_cannot_lapse(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Stap 'jaarverslag' legt u vast als 'jaarverslag'"):
        story.does(StepDone(on=ADOPTED_ON, step="jaarverslag"))
    story.does(over())
    with story.refuses("de wet vraagt erom", law="art. 39 lid 4"):
        story.does(StepLapsed(on=ADOPTED_ON, step=SEND_OUTS[0], reason="er is geen tijd voor"))


def test_lid_2_holds_for_the_jaarverslag_and_asks_for_account_but_knows_no_appeal(
    told: Told,
) -> None:
    """Art. 39 lid 5 opens appeal against the beleidsplan alone."""
    story = told("adopted")
    story.does(alone("39-2"))
    besluit = story.state.jaarverslag(2028)
    assert besluit is not None
    assert besluit.by == "regioburgemeester"
    [account] = story.state.open_actions(step="verantwoording-jaarverslag-2028")
    assert account.title.endswith("over de vaststelling van het jaarverslag over 2028")
    story.does(StepDone(on=ADOPTED_ON, step=account.step))
    assert "bekendmaking" not in {s.id for s in story.state.as_opened.steps}


def test_lid_3_holds_for_the_jaarverslag_of_that_year(told: Told) -> None:
    story = told("adopted")
    with story.refuses("nog geen verschil over het jaarverslag over 2028", law="art. 39 lid 3"):
        story.does(alone("39-3"))
    story.does(DifferencePut(on=ADOPTED_ON, year=2028, text="over de cijfers van Hoorn"))
    story.does(DifferenceDecided(on=ADOPTED_ON, year=2028, text="de cijfers zijn juist"))
    with story.refuses("nog geen verschil over het jaarverslag over 2029", law="art. 39 lid 3"):
        story.does(alone("39-3", year=2029, on=date(2030, 5, 1)))
    story.does(alone("39-3"))
    besluit = story.state.jaarverslag(2028)
    assert besluit is not None
    assert besluit.by == "regioburgemeester"
    with story.refuses("over 2028 is al vastgesteld"):
        story.does(DifferencePut(on=ADOPTED_ON, year=2028, text="over de cijfers van Hoorn"))


def test_a_difference_about_the_plan_is_none_about_a_jaarverslag(told: Told) -> None:
    story = told("final")
    story.does(DifferencePut(on=FINAL, text="over de wijkagenten in Hoorn"))
    with story.refuses("geen verschil over het jaarverslag over 2028", law="art. 39 lid 3"):
        story.does(DifferenceDecided(on=FINAL, year=2028, text="de cijfers zijn juist"))
