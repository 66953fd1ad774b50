# SPDX-License-Identifier: EUPL-1.2
"""A value that is empty or cannot be read costs that value, not the meetings beside it."""

import pytest

from gehoord.calendar.incoming.agenda import agenda_in
from tests.calendar.incoming.files import AUTUMN, RAAD, SERIES, days, file_of

WEEKLY = f"{SERIES}\nRRULE:FREQ=WEEKLY;COUNT=3"


def remarks(event: str) -> tuple[str, ...]:
    return agenda_in(file_of(event), "raad.ics", AUTUMN).remarks


@pytest.mark.parametrize("line", ["EXDATE:", "RDATE:", "EXDATE;VALUE=DATE:", "RRULE:", "EXDATE:,"])
def test_an_empty_value_says_nothing(line: str) -> None:
    assert days(f"{WEEKLY}\n{line}") == ["09-02", "09-09", "09-16"]
    assert remarks(f"{WEEKLY}\n{line}") == ()


def test_an_empty_place_in_a_series_is_none() -> None:
    assert days(f"{RAAD}\nRECURRENCE-ID:") == ["09-02"]


def test_of_listed_days_only_the_bad_one_is_left_out_and_said() -> None:
    some = f"{RAAD}\nRDATE:20270909T193000,foo,20270916T193000"
    assert days(some) == ["09-02", "09-09", "09-16"]
    assert remarks(some) == (
        "van de afspraak 'Raad' (regel 4) is een extra dag niet te lezen; die telt niet mee",
    )


def test_a_bad_exception_leaves_the_series_and_is_said() -> None:
    bad = f"{WEEKLY}\nEXDATE:20271301,20270909"
    assert days(bad) == ["09-02", "09-16"]
    assert remarks(bad) == (
        "van de afspraak 'Raad' (regel 4) is een dag die uitvalt niet te lezen; "
        "kijk na of er een dag te veel staat",
    )


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLIE", "COUNT=3", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;UNTIL=ooit", "wekelijks",
        "FREQ=WEEKLY;INTERVAL=999999999999", "FREQ=WEEKLY;BYDAY=XX",
        "RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
        "FREQ=WEEKLY;BYMONTH=" + "1," * 2000 + "1",
    ],
)  # fmt: skip
def test_a_bad_rule_keeps_the_first_day_and_is_said(rule: str) -> None:
    assert days(f"{SERIES}\nRRULE:{rule}") == ["09-02"]
    assert remarks(f"{SERIES}\nRRULE:{rule}") == (
        "van de afspraak 'Raad' (regel 4) is de herhaling niet te lezen; de begindag telt wel mee",
    )


def test_a_rule_may_say_that_it_is_of_the_usual_calendar() -> None:
    assert days(f"{SERIES}\nRRULE:RSCALE=GREGORIAN;FREQ=WEEKLY;COUNT=2;SKIP=OMIT") == [
        "09-02",
        "09-09",
    ]


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_zone_with_a_colon_in_its_name_keeps_the_day(quote: str) -> None:
    zone = "(UTC+01:00) Brussels\\, Copenhagen\\, Madrid\\, Paris"
    late = f"UID:1\nSUMMARY:Raad\nDTSTART;TZID={quote}{zone}{quote}:20270902T003000"
    assert days(late) == ["09-02"]
    described = (
        f"BEGIN:VTIMEZONE\nTZID:{zone}\nBEGIN:STANDARD\nTZOFFSETTO:+0000\nEND:STANDARD\n"
        "END:VTIMEZONE"
    )
    assert days(late.replace("T0030", "T2300"), head=described) == ["09-03"]
