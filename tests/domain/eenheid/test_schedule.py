# SPDX-License-Identifier: EUPL-1.2
"""Recess, lead time and meetings in a unit's file, and what is refused there."""

from datetime import date
from typing import Any

import pytest

from gehoord.calendar.span import Span
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check, read_toml

UNIT = """
id = "klein"
naam = "Klein"
vakantieregio = "noord"
[[partij]]
id = "rbop"
naam = "RBOP"
vergaderingen = { dagen = [2027-09-16, 2027-11-04] }
[[gemeente]]
code = "GM0439"
naam = "Purmerend"
reces = [{ naam = "zomerreces", van = 2027-07-01, tot_en_met = 2027-08-31 }]
reces_dagen_voor = 2
reces_dagen_na = 3
aanlevertermijn_weken = 3
vergaderingen = { weekdag = "donderdag", om_de_weken = 4, vanaf = 2027-01-14 }
[[gemeente]]
code = "GM0392"
naam = "Haarlem"
"""

_SPRING = (date(2027, 3, 1), date(2027, 6, 30))


@pytest.fixture
def eenheid() -> Eenheid:
    return read_toml(Eenheid, UNIT.encode(), "eenheid.toml")


def test_a_council_keeps_its_own_recess_and_margins_around_the_others(eenheid: Eenheid) -> None:
    purmerend = eenheid.municipalities[0]
    recess = eenheid.recess_of(purmerend)
    assert date(2027, 7, 1) in recess
    assert date(2027, 8, 31) in recess
    assert date(2027, 9, 1) not in recess
    christmas = Span(date(2027, 12, 25), date(2028, 1, 9))
    assert date(2027, 12, 23) in recess
    assert date(2027, 12, 22) not in recess
    assert date(2028, 1, 12) in recess
    assert christmas.start in eenheid.recess
    assert date(2027, 12, 23) not in eenheid.recess
    assert purmerend.lead_time.weeks == 3
    assert eenheid.municipalities[1].lead_time.weeks == 2


def test_a_rhythm_leaves_out_recess_and_holidays(eenheid: Eenheid) -> None:
    purmerend = eenheid.municipalities[0]
    assert purmerend.schedule
    meetings = purmerend.schedule.meetings(
        Span(date(2027, 1, 1), date(2027, 12, 31)), eenheid.recess_of(purmerend)
    )
    days = [meeting.day for meeting in meetings]
    assert date(2027, 5, 6) not in days  # Hemelvaartsdag
    assert date(2027, 6, 3) in days
    assert not [day for day in days if day.month in (7, 8)]
    assert {day.weekday() for day in days} == {3}


def test_a_list_covers_the_years_it_names_and_a_rhythm_all(eenheid: Eenheid) -> None:
    listed, rhythm = eenheid.parties[0].schedule, eenheid.municipalities[0].schedule
    assert listed
    assert rhythm
    turn = Span(date(2027, 12, 1), date(2028, 2, 1))
    assert listed.covers(Span(date(2027, 1, 1), date(2027, 2, 1)))
    assert not listed.covers(turn)
    assert rhythm.covers(turn)


def test_a_list_may_say_of_which_days_it_tells_all() -> None:
    listed = Schedule(days=(date(2027, 4, 1),), whole=(_SPRING,))
    assert listed.covers(Span(*_SPRING))
    assert not listed.covers(Span(_SPRING[0], date(2027, 7, 1)))
    assert not Schedule(days=listed.days, whole=()).covers(Span(*listed.days * 2))


def test_a_unit_survives_the_register(eenheid: Eenheid) -> None:
    kept = eenheid.model_dump_json(by_alias=True)
    assert Eenheid.model_validate_json(kept, by_alias=True, by_name=False) == eenheid


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        ({}, "op een manier"),
        ({"dagen": []}, "op een manier"),
        ({"dagen": [date(2027, 9, 16)], "ics": "a.ics"}, "op een manier"),
        ({"weekdag": "donderdag"}, "'om_de_weken' en 'vanaf' alle drie"),
        (
            {"weekdag": "donderdag", "om_de_weken": 4, "vanaf": date(2027, 1, 15)},
            "maar 'vanaf' is vrijdag 15 januari 2027",
        ),
        ({"weekdag": "do", "om_de_weken": 4, "vanaf": date(2027, 1, 14)}, "kies uit 'maandag'"),
        ({"weekdag": "donderdag", "om_de_weken": 0, "vanaf": date(2027, 1, 14)}, "te klein"),
        ({"ics": "../geheim.ics"}, "kan niet bij 'ics'"),
        ({"ics": "agenda.txt"}, "kan niet bij 'ics'"),
        ({"dagen": [date(1027, 9, 16)]}, "gebruik een jaar van 1990"),
        ({"dagen": [date(2027, 9, 16)], "alleen": "raad"}, "'alleen' hoort bij 'ics'"),
        ({"ics": "a.ics", "volledig": [_SPRING]}, "'volledig' hoort bij 'dagen'"),
        ({"dagen": [date(2027, 4, 1)], "volledig": [_SPRING[::-1]]}, "draai de twee dagen om"),
        ({"dag": date(2027, 9, 16)}, "bedoelt u"),
    ],
)
def test_a_schedule_that_says_nothing_or_two_things_is_refused(
    schedule: dict[str, Any], says: str
) -> None:
    with pytest.raises(ProposalError) as refused:
        check(Schedule, schedule, "eenheid.toml")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"reces": [{"van": date(2027, 8, 1), "tot_en_met": date(2027, 7, 1)}]}, "draai"),
        ({"reces_dagen_voor": -1}, "te klein"),
        ({"aanlevertermijn_weken": 27}, "te groot"),
    ],
)
def test_a_recess_or_lead_time_that_cannot_be_is_refused(
    setting: dict[str, Any], says: str
) -> None:
    with pytest.raises(ProposalError, match=says):
        check(Municipality, {"code": "GM0439", "naam": "Purmerend"} | setting, "eenheid.toml")
