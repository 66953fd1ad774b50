# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new` lays out a procedure that can be carried out: property by property."""

import tomllib
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.recess import RecessSetting
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import is_council_week
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import Schedule, whole_recess
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Severity
from gehoord.domain.frozen import read_toml
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.backwards import HEARING_WEEKS, LaidOutBackwards, lay_backwards
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import StepKind
from gehoord.procedures.library import eenheid_of
from gehoord.templates.proposal import new_proposal

LONG_AGO = date(2024, 1, 2)
PREVIOUS = date(2023, 11, 9)
THURSDAYS = st.integers(0, 155).map(lambda weeks: date(2027, 1, 7) + timedelta(weeks=weeks))


@cache
def north(every: int = 0, regions: tuple[str, ...] = ()) -> Eenheid:
    """Return Noord-Holland, with meetings of the RBOP and with councils in other regions."""
    eenheid = eenheid_of("noord-holland")
    rbop, *others = eenheid.parties
    if every:
        schedule = Schedule.model_validate(
            {"weekdag": "donderdag", "om_de_weken": every, "vanaf": date(2027, 11, 4)}
        )
        rbop = rbop.model_copy(update={"schedule": schedule})
    councils = list(eenheid.municipalities)
    there = [number for number, council in enumerate(councils) if council.until is None]
    for place, region in zip(there, regions, strict=False):
        changes = {"holiday_region": SchoolRegion(region)}
        councils[place] = councils[place].model_copy(update=changes)
    return eenheid.model_copy(
        update={"parties": (rbop, *others), "municipalities": tuple(councils)}
    )


def written(eenheid: Eenheid, laid_out: LaidOutBackwards) -> tuple[Proposal, Plan]:
    text = new_proposal(eenheid, laid_out, LONG_AGO)
    proposal = read_toml(Proposal, text.encode(), "nieuw")
    return proposal, lay_out(proposal, eenheid)


UNITS = st.sampled_from([(0, ()), (0, ("midden", "zuid")), (1, ()), (4, ()), (6, ("zuid",))])


@pytest.mark.model
@settings(max_examples=60, deadline=None)
@given(THURSDAYS, UNITS)
def test_any_thursday_gives_a_proposal_that_passes_every_check(
    thursday: date, unit: tuple[int, tuple[str, ...]]
) -> None:
    eenheid = north(*unit)
    assume(unit[0] or not expected_holidays().is_day_off(thursday))
    laid_out = lay_backwards(eenheid, thursday, LONG_AGO, None)
    proposal, plan = written(eenheid, laid_out)
    found = findings(Case(proposal, eenheid, plan))
    assert not [f for f in found if f.severity is Severity.BLOCK]
    assert not [f for f in found if f.code in ("vrije-dag", "geen-vergaderdag")]
    for planned in plan.steps:
        if planned.step.kind is not StepKind.DECISION or planned.id == "themas":
            assert not expected_holidays().is_day_off(planned.due_on), planned.id
    for step, day in laid_out.days.items():
        names = {"toezending": "toezending-minister"}
        assert plan[names.get(step, step)].due_on == day
    assert laid_out.start_by == min(p.span.start for p in plan.steps)


@pytest.mark.model
@settings(max_examples=40, deadline=None)
@given(THURSDAYS, UNITS)
def test_every_region_gets_its_raadsweken_to_hear(
    thursday: date, unit: tuple[int, tuple[str, ...]]
) -> None:
    eenheid = north(*unit)
    assume(unit[0] or not expected_holidays().is_day_off(thursday))
    _, plan = written(eenheid, lay_backwards(eenheid, thursday, LONG_AGO, None))
    hearing = plan["horen"].span
    for region in {eenheid.holiday_region, *map(SchoolRegion, unit[1])}:
        recess = whole_recess(RecessSetting(region))
        mondays = [
            day for day in hearing if day.weekday() == 0 and day + timedelta(days=4) in hearing
        ]
        assert sum(is_council_week(monday, recess) for monday in mondays) >= HEARING_WEEKS


@pytest.mark.model
@settings(max_examples=40, deadline=None)
@given(THURSDAYS, st.integers(1, 40), UNITS)
def test_a_later_adoption_never_gives_an_earlier_step(
    thursday: date, later: int, unit: tuple[int, tuple[str, ...]]
) -> None:
    eenheid = north(*unit)
    next_one = thursday + timedelta(weeks=later)
    assume(next_one.year < 2030)
    assume(unit[0] or not any(map(expected_holidays().is_day_off, (thursday, next_one))))
    before = lay_backwards(eenheid, thursday, LONG_AGO, None)
    after = lay_backwards(eenheid, next_one, LONG_AGO, None)
    assert all(after.days[step] >= day for step, day in before.days.items())


@pytest.mark.model
@settings(max_examples=30, deadline=None)
@given(THURSDAYS, st.integers(1, 8))
def test_what_the_body_decides_falls_on_its_meetings(thursday: date, every: int) -> None:
    eenheid = north(every)
    laid_out = lay_backwards(eenheid, thursday, LONG_AGO, None)
    schedule = eenheid.parties[0].schedule
    assert schedule
    for day in (laid_out.adoption, laid_out.days["themas"]):
        assert schedule.meetings(Span(day, day), eenheid.recess)
    assert thursday - laid_out.adoption < timedelta(weeks=2 * every + 8)
    _, plan = written(eenheid, laid_out)
    assert plan["themas"].due_on == laid_out.days["themas"]


def test_the_adoption_of_4_november_2027_starts_by_7_january() -> None:
    laid_out = lay_backwards(north(), date(2027, 11, 4), date(2026, 11, 22), PREVIOUS)
    assert laid_out.start_by == date(2027, 1, 7)
    assert laid_out.days["verzending"] == date(2027, 6, 17)
    assert laid_out.remarks == (
        "Uiterlijk beginnen op donderdag 7 januari 2027.",
        "De laatste dag om vast te stellen is dinsdag 9 november 2027 (Politiewet 2012, art. 39 "
        "lid 1; Algemene termijnenwet, art. 4).",
    )
    text = new_proposal(north(), laid_out, date(2026, 11, 22))
    assert all(f"# {remark}" in text for remark in laid_out.remarks)
    assert tomllib.loads(text)["beleidsplan"]["vorige_vaststelling"] == PREVIOUS


def test_with_meetings_the_last_one_in_time_is_named_and_taken() -> None:
    laid_out = lay_backwards(north(1), date(2027, 11, 9), LONG_AGO, PREVIOUS)
    assert laid_out.adoption == date(2027, 11, 4)
    assert laid_out.remarks[0] == (
        "Regionaal Bestuurlijk Overleg Politie (RBOP) vergadert niet op dinsdag 9 november 2027; "
        "de laatste vergadering ervoor is donderdag 4 november 2027."
    )
    assert "de laatste vergadering daarvoor donderdag 4 november 2027" in laid_out.remarks[2]


def test_an_adoption_past_the_four_years_is_told_by_how_much() -> None:
    laid_out = lay_backwards(north(), date(2027, 11, 11), LONG_AGO, PREVIOUS)
    assert "; deze vaststelling is 2 dagen te laat (Politiewet" in laid_out.remarks[1]


@pytest.mark.parametrize(
    ("adoption", "previous", "says"),
    [
        (
            date(2027, 6, 3),
            PREVIOUS,
            "De vaststelling op donderdag 3 juni 2027 en een procedure met 8 raadsweken om de "
            "raden te horen gaan niet samen: daarvoor had u uiterlijk 87 dagen geleden moeten "
            "beginnen, op donderdag 27 augustus 2026; de eerste dag die wel kan, is donderdag 7 "
            "oktober 2027.",
        ),
        (
            date(2027, 6, 3),
            date(2023, 9, 14),
            "7 oktober 2027, 23 dagen na de laatste die mag (Politiewet 2012, art. 39 lid 1).",
        ),
        (date(2027, 5, 6), None, "(Hemelvaartsdag). Kies een werkdag."),
        (date(2026, 11, 22), None, "moet na vandaag"),
        (date(2027, 11, 4), date(2027, 11, 4), "moet voor de nieuwe (4 november 2027) liggen"),
        (date(2033, 5, 12), None, "de schoolvakanties zijn bekend van 1 januari 2014 tot en met"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    adoption: date, previous: date | None, says: str
) -> None:
    with pytest.raises(GehoordError) as refused:
        lay_backwards(north(), adoption, date(2026, 11, 22), previous)
    assert says in str(refused.value)


def test_whoever_starts_on_the_last_day_is_still_in_time_and_a_day_later_is_not() -> None:
    laid_out = lay_backwards(north(), date(2027, 11, 4), LONG_AGO, None)
    assert lay_backwards(north(), date(2027, 11, 4), laid_out.start_by, None) == laid_out
    with pytest.raises(GehoordError, match="uiterlijk 1 dag geleden"):
        lay_backwards(north(), date(2027, 11, 4), laid_out.start_by + timedelta(days=1), None)


def test_a_unit_without_a_body_that_adopts_is_refused() -> None:
    changes: dict[str, Any] = {"parties": ()}
    with pytest.raises(GehoordError, match="stelt geen overleg vast"):
        lay_backwards(north().model_copy(update=changes), date(2027, 11, 4), LONG_AGO, None)
