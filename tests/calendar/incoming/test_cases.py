# SPDX-License-Identifier: EUPL-1.2
"""Calendar files that went wrong once, each an example of its kind."""

import warnings
from pathlib import Path

import pytest

from gehoord.calendar.incoming.agenda import Agenda, MeetingsUnreadableError, agenda_in
from tests.calendar.incoming.files import AUTUMN

CASES = Path(__file__).parent / "cases"


def read(name: str) -> Agenda:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return agenda_in((CASES / f"{name}.ics").read_bytes(), f"{name}.ics", AUTUMN)


@pytest.mark.parametrize(
    ("name", "days", "left_out"),
    [
        ("dup_uid", ["09-02", "09-09", "09-16"], []),
        ("cancelled_outlook_title", ["09-09"], ["gaat niet door"]),
        ("until_date_tz", ["09-02", "09-09", "09-16", "09-23"], []),
        ("duration_bad", ["09-02"], []),
        ("vtz_empty", ["09-02"], []),
        ("two_vcalendars", ["09-02", "09-09"], []),
        ("tz_mozilla_path", ["09-02"], []),
    ],
)
def test_the_meetings_that_can_be_read_are(
    name: str, days: list[str], left_out: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = read(name)
    assert [f"{meeting.day:%m-%d}" for meeting in found.meetings] == days
    assert [one.why for one in found.left_out] == left_out
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("duration_bad", "is het einde niet te lezen; de dag telt wel mee"),
        ("vtz_empty", "de tijdzone 'Raad' is onbekend; die tijden tellen als Nederlandse tijd"),
    ],
)
def test_what_was_read_otherwise_is_said(name: str, said: str) -> None:
    [remark] = read(name).remarks
    assert remark.endswith(said)


def test_a_rule_that_asks_for_endless_work_is_refused() -> None:
    with pytest.raises(MeetingsUnreadableError, match="herhaalt zich vaker dan eens per dag"):
        read("rrule_byhour_bomb")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_calendar_of_gehoord_itself_can_be_read(when: str) -> None:
    found = read(f"export_v10_{when}_lapse")
    assert found.meetings == ()
    lapsed = [one for one in found.left_out if "85%" in one.title]
    assert [one.why for one in lapsed] == [
        "heeft geen dag in de periode" if when == "before" else "gaat niet door"
    ]
