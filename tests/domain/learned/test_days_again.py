# SPDX-License-Identifier: EUPL-1.2
"""A procedure laid out again keeps its order, leaves everybody room, and shuns recess."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.offset import Offset
from gehoord.calendar.recess import RecessSetting
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.weeks import is_council_week
from gehoord.calendar.written import read
from gehoord.domain.eenheid.schedule import whole_recess
from gehoord.domain.learned.days_again import Adoptions, days_again, in_words, still_ahead
from tests.conftest import read_day

RECESS = whole_recess(RecessSetting(SchoolRegion("noord")))
OLD, NEW = read_day("Thu 2023-11-09"), read_day("Thu 2027-11-04")
before = st.lists(st.integers(0, 500), min_size=1, max_size=12)
WEEK = timedelta(weeks=1)
THURSDAYS = st.integers(0, 100).map(lambda weeks: read_day("Thu 2027-01-07") + weeks * WEEK)


@given(gaps=before, new=THURSDAYS, room=st.integers(0, 600))
def test_what_came_first_comes_first_and_nothing_is_closer_to_the_adoption(
    gaps: list[int], new: date, room: int
) -> None:
    old = {f"stap-{gap}": OLD - timedelta(days=gap) for gap in gaps}
    feasible = {f"stap-{gaps[0]}": new - timedelta(days=room)}
    found = days_again(old, Adoptions(OLD, new), feasible, RECESS)
    in_order = sorted(old, key=lambda step: old[step])
    assert sorted(found.values()) == [found[step] for step in in_order]
    for step, day in old.items():
        assert new - found[step] >= OLD - day
        assert not expected_holidays().is_day_off(found[step])
    assert all(found[step] <= day for step, day in feasible.items())


@given(weeks=st.lists(st.integers(0, 70), min_size=1, max_size=8))
def test_what_was_not_done_in_the_recess_is_not_laid_out_in_it(weeks: list[int]) -> None:
    """Thursdays: a day off in the week itself sends nothing to another week."""
    old = {f"stap-{number}": OLD - number * WEEK for number in weeks}
    found = days_again(old, Adoptions(OLD, NEW), {}, RECESS)
    for step, day in old.items():
        if is_council_week(day, RECESS):
            assert is_council_week(found[step], RECESS)


def test_what_came_after_the_adoption_comes_as_long_after_it_on_a_working_day() -> None:
    old = {"brief": read_day("Sat 2023-11-11"), "later": read_day("Mon 2023-11-20")}
    found = days_again(old, Adoptions(OLD, NEW), {}, RECESS)
    assert found == {"brief": read_day("Mon 2027-11-08"), "later": read_day("Mon 2027-11-15")}


def test_a_day_that_is_over_is_given_to_nobody_unless_it_can_still_be_done() -> None:
    on = read_day("Thu 2026-12-03")
    days = {
        "opdracht": read_day("Mon 2026-10-05"),
        "procesbrief": read_day("Thu 2026-11-05"),
        "reservering": read_day("Thu 2026-12-17"),
    }
    feasible = {"procesbrief": read_day("Thu 2027-01-07")}
    assert still_ahead(days, feasible, on) == {
        "procesbrief": days["reservering"],
        "reservering": days["reservering"],
    }
    assert still_ahead(days, feasible, read_day("Mon 2026-10-05")) == days


@example(days=0)
@given(days=st.integers(-800, 800))
def test_the_words_give_the_day_back(days: int) -> None:
    day = NEW + timedelta(days=days)
    written = read(in_words(day, NEW, "vaststelling"))
    assert isinstance(written, Offset)
    assert written.from_day(NEW) == day


def test_what_moves_for_want_of_room_leaves_what_comes_after_it_on_that_day_where_it_was() -> None:
    old = {"verdeling": OLD, "definitief": OLD, "overleg": OLD}
    feasible = {"definitief": NEW - WEEK}
    found = days_again(old, Adoptions(OLD, NEW), feasible, RECESS)
    assert found == {"overleg": NEW, "definitief": NEW - WEEK, "verdeling": NEW - WEEK}
