# SPDX-License-Identifier: EUPL-1.2
"""The hours of a meeting are on the clock that its program meant."""

from datetime import UTC, timedelta, timezone, tzinfo

import pytest

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.agenda import agenda_in
from gehoord.calendar.incoming.clock import UnknownClockError, clock_of
from tests.calendar.incoming.files import AUTUMN, days, file_of


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Amsterdam", "/mozilla.org/20050126_1/Europe/Amsterdam", '"Europe/Amsterdam"',
        "/freeassociation.sourceforge.net/Europe/Amsterdam", "europe/amsterdam",
        "(UTC+01:00) Amsterdam, Berlijn, Bern, Rome, Stockholm, Wenen",
    ],
)  # fmt: skip
def test_amsterdam_has_many_names(name: str) -> None:
    assert clock_of(name, {}) == AMSTERDAM


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Romance Standard Time", "Europe/Paris"),
        (
            "/citadel.org/20210210_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("UTC", "UTC"),
    ],
)
def test_names_of_windows_and_of_programs_are_known(name: str, zone: str) -> None:
    assert str(clock_of(name, {})) == zone


@pytest.mark.parametrize(
    ("offsets", "clock"),
    [
        ({"+0100", "+0200"}, AMSTERDAM),
        ({"+0100"}, AMSTERDAM),
        ({"+0000"}, UTC),
        ({"-0330"}, timezone(-timedelta(hours=3, minutes=30))),
    ],
)
def test_a_zone_of_its_own_is_read_by_its_differences(offsets: set[str], clock: tzinfo) -> None:
    assert clock_of("Raad", {"Raad": offsets}) == clock


@pytest.mark.parametrize(
    "name", ["Raad", "", "..", "../../etc/passwd", "Europe", "\x00", "x" * 900]
)
def test_what_nobody_knows_is_no_zone(name: str) -> None:
    with pytest.raises(UnknownClockError):
        clock_of(name, {"Raad": {"+9900"}, "x": {"+0100", "+0500"}})


def test_an_unknown_zone_counts_as_dutch_time_and_is_named_once() -> None:
    event = "UID:{}\nSUMMARY:Raad\nDTSTART;TZID=Raad:202709{}T003000"
    found = agenda_in(
        file_of(
            event.format(1, "02"),
            event.format(2, "09"),
            head="BEGIN:VTIMEZONE\nTZID:Raad\nEND:VTIMEZONE",
        ),
        "raad.ics",
        AUTUMN,
    )
    assert [f"{m.day:%m-%d}" for m in found.meetings] == ["09-02", "09-09"]
    assert found.remarks == (
        "de tijdzone 'Raad' is onbekend; die tijden tellen als Nederlandse tijd",
    )


def test_a_zone_that_the_file_describes_moves_the_day() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:tzone://Microsoft/Utc\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE"
    )
    late = 'UID:1\nSUMMARY:Raad\nDTSTART;TZID="tzone://Microsoft/Utc":20270902T230000'
    assert days(late, head=zone) == ["09-03"]
