# SPDX-License-Identifier: EUPL-1.2
"""The quick look for a meeting finds what a full look at every council finds."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gehoord.calendar.dutch import WEEKDAYS
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.frozen import check
from gehoord.domain.plan.first_meetings import FirstMeetings
from gehoord.domain.plan.opportunities import opportunities
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal

Small = tuple[Proposal, Eenheid, str]
DAYS = st.dates(date(2027, 1, 1), date(2028, 3, 31))
FAR = st.sampled_from([date(2014, 1, 6), date(2030, 8, 29)])


@st.composite
def schedules(draw: st.DrawFn) -> dict[str, Any] | None:
    """Draw a rhythm, days, or nothing."""
    since = draw(DAYS)
    rhythm = {
        "weekdag": WEEKDAYS[since.weekday()],
        "om_de_weken": draw(st.integers(1, 12)),
        "vanaf": since,
    }
    days = {"dagen": draw(st.lists(DAYS, min_size=1, max_size=4))}
    return draw(st.sampled_from([rhythm, days, None]))


@st.composite
def councils(draw: st.DrawFn) -> tuple[Municipality, ...]:
    """Draw three councils, some of which live alike."""
    drawn = [draw(schedules()), draw(schedules())]
    starts = draw(DAYS)
    recess = {"naam": "reces", "van": starts, "tot_en_met": starts + timedelta(weeks=5)}
    return tuple(
        check(
            Municipality,
            {
                "code": code,
                "naam": name,
                "aanlevertermijn_weken": draw(st.integers(0, 12)),
                "reces": draw(st.sampled_from([[], [recess]])),
            }
            | ({"vergaderingen": meets} if (meets := draw(st.sampled_from(drawn))) else {}),
            "gemeente",
        )
        for code, name in (("GM0392", "Haarlem"), ("GM0405", "Hoorn"), ("GM0448", "Texel"))
    )


@given(councils(), st.lists(st.tuples(DAYS | FAR, st.integers(0, 200)), min_size=1, max_size=3))
def test_the_councils_without_a_meeting_are_those_of_a_full_look(
    small_once: Small, municipalities: tuple[Municipality, ...], windows: list[tuple[date, int]]
) -> None:
    proposal, unit, _ = small_once
    eenheid = unit.model_copy(update={"municipalities": municipalities})
    shared = FirstMeetings(eenheid, municipalities)
    for sent_on, days in windows:
        plan = lay_out(
            proposal.moved("verzending", sent_on).moved("horen", sent_on + timedelta(1 + days))
        )
        found = [o.municipality for o in opportunities(plan, eenheid) if o.cannot_be_heard]
        assert list(shared.without_meeting(plan)) == found
