# SPDX-License-Identifier: EUPL-1.2
"""The days of a procedure laid out again, as far from another adoption as from its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.holidays import expected_holidays
from gehoord.calendar.recess import Recess, RecessUnknownError
from gehoord.calendar.weeks import is_council_week

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Adoptions:
    """The day on which the earlier plan was adopted, and that on which the next one is to be."""

    old: date
    new: date


def days_again(
    days: Mapping[str, date], adoptions: Adoptions, feasible: Mapping[str, date], recess: Recess
) -> dict[str, date]:
    """Return the last day of each step anew: what came first then comes first now.

    What lies before the adoption is never closer to it than it was, but for the days off before
    it. It comes whole weeks earlier, with all before it, where it would leave a step no room or
    come into the recess; what was done in the recess may be so again. What lies after the adoption
    comes as long after it, on the next working day.

    Args:
        days: of the earlier procedure, by the id of the step, in the order of its proposal.
        adoptions: from which and to which it is counted.
        feasible: the last day of some steps that leaves everybody a real chance.
        recess: the school holidays of the unit.

    Raises:
        RecessUnknownError: a new day lies outside the school holidays that are known.
    """
    found, more = {}, timedelta(0)
    for step, day in _latest_first(days):
        plain = adoptions.new - (adoptions.old - day)
        if day > adoptions.old:
            found[step] = _worked(plain, _DAY)
            continue
        more += _room(plain - more, feasible.get(step))
        while not _was_in_recess(day, recess) and not is_council_week(plain - more, recess):
            more += _WEEK
        found[step] = _worked(plain - more, -_DAY)
    return found


def still_ahead(
    days: Mapping[str, date], feasible: Mapping[str, date], on: date
) -> dict[str, date]:
    """Return the days that are not over yet; what is over and feasible still comes on that day.

    Such a step comes no later than what followed it. Of another step that is over no day is known.

    Args:
        days: as they were laid out again.
        feasible: as for `days_again`.
        on: today.
    """
    found: dict[str, date] = {}
    next_on = date.max
    for step, day in _latest_first(days):
        ahead = day if day >= on else min(feasible.get(step, date.min), next_on)
        if ahead >= on:
            found[step] = next_on = ahead
    return found


def _latest_first(days: Mapping[str, date]) -> list[tuple[str, date]]:
    """Return the steps from the last to the first; of those of one day the one named last first."""
    named_last_first = reversed(list(days.items()))
    return sorted(named_last_first, key=lambda each: each[1], reverse=True)


def _room(day: date, feasible: date | None) -> timedelta:
    """Return by how many whole weeks a day must come earlier to be feasible."""
    if feasible is None or day <= feasible:
        return timedelta(0)
    return -(-(day - feasible) // _WEEK) * _WEEK


def _was_in_recess(day: date, recess: Recess) -> bool:
    try:
        return not is_council_week(day, recess)
    except RecessUnknownError:
        return False


def _worked(day: date, step: timedelta) -> date:
    while expected_holidays().is_day_off(day):
        day += step
    return day


def in_words(day: date, adoption: date, step: str) -> str:
    """Return a day as it is counted from the adoption, in words that a proposal reads.

    >>> in_words(date(2027, 6, 17), date(2027, 11, 4), "vaststelling")
    '20 weken voor vaststelling'
    >>> in_words(date(2027, 11, 5), date(2027, 11, 4), "vaststelling")
    '1 dag na vaststelling'
    >>> in_words(date(2027, 11, 4), date(2027, 11, 4), "vaststelling")
    'op de dag van vaststelling'
    """
    if day == adoption:
        return f"op de dag van {step}"
    days = abs((adoption - day).days)
    number, one, many = (days // 7, "week", "weken") if days % 7 == 0 else (days, "dag", "dagen")
    side = "na" if day > adoption else "voor"
    return f"{number} {one if number == 1 else many} {side} {step}"
