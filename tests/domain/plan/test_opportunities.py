# SPDX-License-Identifier: EUPL-1.2
"""Has each council a meeting at which it can be heard? Proven on Purmerend in 2023."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gehoord.calendar.span import Span
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.finding import Finding, Severity
from gehoord.domain.frozen import check
from gehoord.domain.plan.opportunities import CouncilOpportunity, hearing_window, opportunities
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of

Day = Callable[[str], date]
Small = tuple[Proposal, Eenheid, str]
PURMEREND = {
    "code": "GM0439",
    "naam": "Purmerend",
    "reces": [{"naam": "zomerreces", "van": date(2023, 7, 1), "tot_en_met": date(2023, 8, 31)}],
    "aanlevertermijn_weken": 3,
}
EVERY_FOUR_WEEKS = {"weekdag": "donderdag", "om_de_weken": 4, "vanaf": date(2023, 6, 29)}


@pytest.fixture(scope="module")
def past() -> tuple[Proposal, Eenheid]:
    proposal, eenheid, _ = proposal_of("noord-holland/imv-2024-2027")
    return proposal, eenheid


def with_council(eenheid: Eenheid, **settings: Any) -> Eenheid:
    """Return the unit with its council of that code set as a file would set it."""
    changed = check(Municipality, settings, "gemeente")
    return eenheid.model_copy(
        update={
            "municipalities": tuple(
                changed if m.code == changed.code else m for m in eenheid.municipalities
            )
        }
    )


def of(name: str, proposal: Proposal, eenheid: Eenheid) -> CouncilOpportunity:
    found = opportunities(lay_out(proposal, eenheid), eenheid)
    return next(o for o in found if o.municipality.name == name)


def about(code: str, proposal: Proposal, eenheid: Eenheid) -> list[Finding]:
    return [f for f in findings(Case.of(proposal, eenheid)) if f.code == code]


def test_in_2023_the_hearing_ran_from_15_june_to_15_october(
    past: tuple[Proposal, Eenheid], day: Day
) -> None:
    proposal, eenheid = past
    window = Span(day("Thu 2023-06-15"), day("Sun 2023-10-15"))
    assert hearing_window(lay_out(proposal, eenheid)) == window


def test_a_council_of_the_north_loses_the_summer_holiday(
    past: tuple[Proposal, Eenheid],
) -> None:
    usability = of("Purmerend", *past).usability
    assert usability
    assert (usability.recess_days, usability.usable_days) == (44, 79)


def test_purmerend_without_meetings_in_july_and_august_has_two_months_less(
    past: tuple[Proposal, Eenheid], day: Day
) -> None:
    proposal, eenheid = past
    found = of(
        "Purmerend", proposal, with_council(eenheid, **PURMEREND, vergaderingen=EVERY_FOUR_WEEKS)
    )
    assert found.usability
    assert found.usability.recess_days == 31 + 31
    assert found.opportunity
    assert [m.day for m in found.opportunity.fitting] == [day("Thu 2023-09-21")]
    assert found.opportunity.ready_on == day("Thu 2023-09-07")
    assert found.opportunity.deliver_by == day("Thu 2023-06-29")
    assert not about("geen-raadsvergadering", proposal, eenheid)


def test_councils_that_cannot_make_it_are_named_in_one_warning(
    past: tuple[Proposal, Eenheid],
) -> None:
    proposal, eenheid = past
    days = [date(2023, 6, 29), date(2023, 10, 26)]
    eenheid = with_council(eenheid, **PURMEREND, vergaderingen={"dagen": days})
    eenheid = with_council(
        eenheid, code="GM0392", naam="Haarlem", vergaderingen={"dagen": days[:1]}
    )
    eenheid = with_council(
        eenheid, code="GM0405", naam="Hoorn", vergaderingen={"dagen": [date(2023, 6, 28)]},
        aanlevertermijn_weken=1,
    )  # fmt: skip
    (found,) = about("geen-raadsvergadering", proposal, eenheid)
    assert found.severity is Severity.WARN
    assert found.text == (
        "1 raad heeft geen besluitvormende vergadering die past tussen de verzending, "
        "medio juni 2023 (bij benadering), met de aanlevertermijn, en medio oktober 2023 (bij "
        "benadering): Purmerend."
    )
    assert str(found.article) == "Algemene wet bestuursrecht, art. 3:2"
    late = with_council(eenheid, code="GM0392", naam="Haarlem", aanlevertermijn_weken=4,
                        vergaderingen={"dagen": days})  # fmt: skip
    (found,) = about("geen-raadsvergadering", proposal, late)
    assert found.text.startswith("2 raden hebben")
    assert found.text.endswith("Haarlem en Purmerend.")


def test_a_council_of_which_no_meetings_are_known_is_unknown_and_no_finding(
    past: tuple[Proposal, Eenheid],
) -> None:
    proposal, eenheid = past
    found = of("Purmerend", proposal, eenheid)
    assert not found.is_known
    assert not found.cannot_be_heard
    assert not about("geen-raadsvergadering", proposal, eenheid)


def test_a_list_of_another_year_says_nothing_of_this_one(past: tuple[Proposal, Eenheid]) -> None:
    proposal, eenheid = past
    other = with_council(eenheid, **PURMEREND, vergaderingen={"dagen": [date(2022, 9, 1)]})
    assert not of("Purmerend", proposal, other).is_known
    same = with_council(eenheid, **PURMEREND, vergaderingen={"dagen": [date(2023, 2, 2)]})
    assert of("Purmerend", proposal, same).cannot_be_heard


def test_the_hearing_of_every_council_of_the_frozen_set_is_weighed(
    past: tuple[Proposal, Eenheid],
) -> None:
    proposal, eenheid = past
    found = opportunities(lay_out(proposal, eenheid), eenheid)
    assert len(found) == 32
    assert [o.municipality.code for o in found] == [
        m.code for m in proposal.municipalities(eenheid)
    ]


def test_past_the_known_school_holidays_nothing_is_known(small: Small) -> None:
    proposal, eenheid, _ = small
    far = proposal.moved("vaststelling", date(2032, 11, 4))
    found = of("Haarlem", far, with_council(eenheid, code="GM0392", naam="Haarlem",
                                            vergaderingen=EVERY_FOUR_WEEKS))  # fmt: skip
    assert found.usability is None
    assert not found.is_known


def test_a_body_that_decides_on_a_day_without_a_meeting_gets_a_warning(small: Small) -> None:
    proposal, eenheid, _ = small
    rbop, *others = eenheid.parties
    schedule = {"dagen": [date(2027, 3, 11), date(2027, 3, 18), date(2027, 11, 4)]}
    changed = rbop.model_copy(update={"schedule": Schedule.model_validate(schedule)})
    meeting = eenheid.model_copy(update={"parties": (changed, *others)})
    assert not about("geen-vergaderdag", proposal, eenheid)
    assert not about("geen-vergaderdag", proposal, meeting)
    (found,) = about("geen-vergaderdag", proposal.moved("themas", date(2027, 3, 16)), meeting)
    assert found.severity is Severity.WARN
    assert found.steps == ("themas",)
    assert found.text == (
        "'thema's vaststellen' is op dinsdag 16 maart 2027, maar RBOP vergadert dan niet. De "
        "vergadering ervoor op donderdag 11 maart 2027 en erna op donderdag 18 maart 2027 ligt het "
        "dichtst bij."
    )
    other_year = proposal.moved("vaststelling", date(2028, 11, 9))
    assert ("vaststelling",) not in [
        f.steps for f in about("geen-vergaderdag", other_year, meeting)
    ]
