# SPDX-License-Identifier: EUPL-1.2
"""Plans in raadsweken and meetings, and the reasons of their days."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.due import Precision
from gehoord.calendar.recess import RecessSetting
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import Schedule, whole_recess
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check, read_toml
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal

Small = tuple[Proposal, Eenheid, str]
Day = Callable[[str], date]
RBOP = {"weekdag": "donderdag", "om_de_weken": 4, "vanaf": date(2027, 1, 14)}
FOLDER = Path(__file__).parent.parent.parent
NORTH = whole_recess(RecessSetting(SchoolRegion.NORTH))


def changed(small: Small, **whens: Any) -> Proposal:
    """Return the small proposal with other words for some steps (``_`` for ``-``)."""
    return rewritten(small[2], whens)


def rewritten(text: str, whens: dict[str, Any]) -> Proposal:
    content = tomllib.loads(text)
    rest = dict(whens)
    for step in content["stap"]:
        step["wanneer"] = rest.pop(step["id"].replace("-", "_"), step["wanneer"])
    assert not rest
    return check(Proposal, content, "klein")


def with_meetings(eenheid: Eenheid, schedule: dict[str, Any] = RBOP) -> Eenheid:
    rbop, *others = eenheid.parties
    rbop = rbop.model_copy(update={"schedule": Schedule.model_validate(schedule)})
    return eenheid.model_copy(update={"parties": (rbop, *others)})


def test_raadsweken_skip_the_recess_and_say_which(small: Small, day: Day) -> None:
    proposal = changed(small, verzending="13 raadsweken voor vaststelling")
    planned = lay_out(proposal, small[1])["verzending"]
    assert planned.due_on == day("Thu 2027-06-17")
    assert planned.precision is Precision.RELATIVE
    assert [link.rule for link in planned.derivation] == [
        "13 raadsweken voor vaststelling: teruggerekend vanaf 'beleidsplan vaststellen' op "
        "donderdag 4 november 2027",
        "7 weken in het reces niet meegeteld: herfstvakantie en zomervakantie",
        "donderdag 4 november 2027: de dag zoals die is opgegeven",
    ]
    assert planned.derivation[0].day == day("Thu 2027-06-17")


def test_raadsweken_need_a_unit_and_known_school_holidays(small: Small) -> None:
    with pytest.raises(ProposalError, match=r"'verzending'.*zonder het reces van de eenheid"):
        lay_out(changed(small, verzending="13 raadsweken voor vaststelling"))
    far = changed(
        small, vaststelling="donderdag 4 november 2032", horen="2 raadsweken na definitief"
    )
    with pytest.raises(ProposalError, match=r"'horen'.*tot en met 1 september 2030"):
        lay_out(far, small[1])


def test_the_last_meeting_before_a_step_is_the_owners_own(small: Small, day: Day) -> None:
    eenheid = with_meetings(small[1])
    planned = lay_out(changed(small, themas="laatste vergadering voor concept-70"), eenheid)[
        "themas"
    ]
    assert planned.due_on == day("Thu 2027-03-11")
    assert planned.derivation[0].rule == (
        "laatste vergadering voor concept-70: de laatste vergadering van RBOP uiterlijk "
        "woensdag 7 april 2027"
    )


def test_the_last_meeting_in_time_for_the_law(small: Small, day: Day) -> None:
    eenheid = with_meetings(small[1], {"dagen": [date(2027, 11, 4), date(2027, 11, 11)]})
    proposal = changed(small, vaststelling="laatste vergadering uiterlijk 9 november 2027")
    assert lay_out(proposal, eenheid)["vaststelling"].due_on == day("Thu 2027-11-04")


def test_the_first_meeting_after_a_step_does_not_count_its_own_day(small: Small, day: Day) -> None:
    eenheid = with_meetings(small[1], {"dagen": [date(2027, 4, 8), date(2027, 4, 22)]})
    proposal = changed(
        small, themas="eerste vergadering na concept-70", concept_70=date(2027, 4, 8)
    )
    assert lay_out(proposal, eenheid)["themas"].due_on == day("Thu 2027-04-22")


@pytest.mark.parametrize("owner", ["rbop without meetings", "no unit", "not a body"])
def test_a_meeting_of_whom_no_meetings_are_known_is_refused(small: Small, owner: str) -> None:
    step = "advies" if owner == "not a body" else "themas"
    proposal = changed(small, **{step: "laatste vergadering voor concept-70"})
    eenheid = None if owner == "no unit" else small[1]
    if owner == "not a body":
        eenheid = with_meetings(small[1])
    with pytest.raises(
        ProposalError, match=f"'{step}'.*zijn geen vergaderingen bekend. Vul in eenh"
    ):
        lay_out(proposal, eenheid)


def test_a_body_without_a_meeting_in_a_year_is_refused(small: Small) -> None:
    eenheid = with_meetings(small[1], {"dagen": [date(2024, 4, 8)]})
    with pytest.raises(ProposalError, match="RBOP heeft geen vergadering uiterlijk"):
        lay_out(changed(small, themas="laatste vergadering voor concept-70"), eenheid)


def test_steps_may_not_wait_for_each_other_through_a_meeting(small: Small) -> None:
    with pytest.raises(ProposalError, match="kring"):
        changed(
            small,
            themas="laatste vergadering voor concept-70",
            concept_70="2 raadsweken na themas",
        )
    with pytest.raises(ProposalError, match="'bestaat-niet', maar die stap bestaat niet"):
        changed(small, themas="laatste vergadering voor bestaat-niet")


def test_the_adoption_says_by_when_the_law_asks_for_it(small: Small, day: Day) -> None:
    written, term, never = lay_out(small[0], small[1])["vaststelling"].derivation
    assert written.rule == "donderdag 4 november 2027: de dag zoals die is opgegeven"
    assert term.day == never.day == day("Tue 2027-11-09")
    assert term.rule == (
        "de laatste dag die mag: 4 jaar na 9 november 2023, die dag niet meegeteld; toen is het "
        "vorige plan vastgesteld"
    )
    assert str(term.article) == "Politiewet 2012, art. 39 lid 1"
    assert never.rule == "een termijn in jaren wordt niet verlengd"
    assert str(never.article) == "Algemene termijnenwet, art. 4"


def test_only_the_adoption_carries_that_term(small: Small) -> None:
    plan = lay_out(small[0], small[1])
    assert [p.id for p in plan.steps if any(link.article for link in p.derivation)] == [
        "vaststelling"
    ]


MONDAYS = st.integers(0, 130).map(lambda weeks: date(2027, 1, 4) + timedelta(weeks=weeks))
SIDES = st.sampled_from(["dagen", "weken", "raadsweken", "maanden"])


def _with_adoption(proposal: Proposal, on: date, eenheid: Eenheid) -> Plan:
    return lay_out(proposal.moved("vaststelling", on), eenheid)


@settings(max_examples=40)
@given(MONDAYS, st.integers(0, 4), st.integers(1, 30), SIDES, st.integers(1, 9))
def test_a_later_adoption_on_the_same_weekday_never_gives_an_earlier_step(
    monday: date, weekday: int, later: int, words: str, every: int
) -> None:
    proposal, eenheid = _small_with(words, every)
    first = monday + timedelta(days=weekday)
    before = _with_adoption(proposal, first, eenheid)
    after = _with_adoption(proposal, first + timedelta(weeks=later), eenheid)
    assert all(after[planned.id].due_on >= planned.due_on for planned in before.steps)
    assert any(after[planned.id].due_on > planned.due_on for planned in before.steps)


@settings(max_examples=60)
@given(MONDAYS, st.integers(0, 4), st.integers(1, 30), st.booleans())
def test_every_day_in_raadsweken_lies_outside_recess(
    monday: date, weekday: int, amount: int, before: bool
) -> None:
    on, side = monday + timedelta(days=weekday), "voor" if before else "na"
    proposal, eenheid = _small_with("weken", 4, akkoord=f"{amount} raadsweken {side} vaststelling")
    found = _with_adoption(proposal, on, eenheid)["akkoord"].due_on
    assert found not in NORTH
    assert found.weekday() == on.weekday()
    assert (found < on) is before


@settings(max_examples=60)
@given(st.dates(date(2026, 6, 1), date(2029, 12, 31)), st.integers(1, 9), st.booleans())
def test_snapping_never_lands_on_a_day_without_a_meeting(
    limit: date, every: int, is_first: bool
) -> None:
    schedule = Schedule.model_validate(RBOP | {"om_de_weken": every})
    which = "eerste vergadering vanaf" if is_first else "laatste vergadering uiterlijk"
    proposal, eenheid = _small_with("weken", every, themas=f"{which} {limit}")
    found = lay_out(proposal, eenheid)["themas"].due_on
    assert found in {m.day for m in schedule.meetings(Span(found, found), NORTH)}
    assert found not in NORTH
    between = Span(min(limit, found), max(limit, found))
    assert {m.day for m in schedule.meetings(between, NORTH)} == {found}


def _small_with(words: str, every: int, **whens: str) -> tuple[Proposal, Eenheid]:
    """Return the small procedure in which the draft counts back in these words."""
    text = (FOLDER / "klein.toml").read_text()
    eenheid = read_toml(Eenheid, (FOLDER / "klein-eenheid.toml").read_bytes(), "eenheid")
    whens = {"verwerking": f"3 {words} voor vaststelling"} | whens
    return rewritten(text, whens), with_meetings(eenheid, RBOP | {"om_de_weken": every})
