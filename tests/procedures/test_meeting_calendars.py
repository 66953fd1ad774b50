# SPDX-License-Identifier: EUPL-1.2
"""Calendar files beside eenheid.toml: read once, handed on as days."""

from datetime import date
from pathlib import Path

import pytest

from gehoord.calendar.incoming.source import LARGEST_CALENDAR
from gehoord.domain.checks import Case, findings
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError
from gehoord.procedures.library import proposal_of

HERE = Path(__file__).parent.parent
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//griffie//NL
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
SUMMARY:Raadsvergadering
DTSTART:20270916T190000
RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20260101T000000Z
SUMMARY:Commissie bestuur
DTSTART:20270909T190000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small procedure, with Haarlem's meetings in a calendar file."""
    (tmp_path / "klein.toml").write_bytes((HERE / "klein.toml").read_bytes())
    unit = (HERE / "klein-eenheid.toml").read_text()
    named = 'naam = "Haarlem"\nvergaderingen = { ics = "haarlem.ics" }'
    assert 'naam = "Haarlem"' in unit
    (tmp_path / "eenheid.toml").write_text(unit.replace('naam = "Haarlem"', named))
    (tmp_path / "haarlem.ics").write_bytes(CALENDAR.replace("\n", "\r\n").encode())
    return tmp_path


def days(folder: Path) -> tuple[date, ...]:
    _, eenheid, _ = proposal_of(str(folder / "klein.toml"))
    haarlem = eenheid.municipalities[0].schedule
    assert haarlem
    assert haarlem.ics is None
    return haarlem.days


def test_a_calendar_beside_the_unit_is_read_as_days(folder: Path) -> None:
    assert days(folder) == (
        date(2027, 9, 9), date(2027, 9, 16), date(2027, 10, 14), date(2027, 11, 11)
    )  # fmt: skip


def test_a_committee_in_the_calendar_can_be_left_out(folder: Path) -> None:
    unit = folder / "eenheid.toml"
    only = '"haarlem.ics", alleen = "raadsvergadering"'
    unit.write_text(unit.read_text().replace('"haarlem.ics"', only))
    assert date(2027, 9, 9) not in days(folder)
    assert len(days(folder)) == 3
    unit.write_text(unit.read_text().replace("raadsvergadering", "presidium"))
    with pytest.raises(ProposalError, match="geen vergadering met 'presidium' in de titel"):
        days(folder)


def test_what_of_a_calendar_cannot_be_read_is_told_by_the_check_and_kept(folder: Path) -> None:
    bad = CALENDAR.replace("DTSTART:20270909T190000", "DTSTART:9 september")
    (folder / "haarlem.ics").write_text(bad)
    proposal, eenheid, _ = proposal_of(str(folder / "klein.toml"))
    kept = Eenheid.model_validate_json(eenheid.model_dump_json(by_alias=True), by_alias=True)
    for unit in (eenheid, kept):
        [found] = [f for f in findings(Case.of(proposal, unit)) if f.code == "agenda-onvolledig"]
        assert found.text == (
            "In de vergaderagenda van Haarlem: de afspraak 'Commissie bestuur' (regel 11) heeft "
            "een datum die niet te lezen is."
        )
    assert days(folder) == (date(2027, 9, 16), date(2027, 10, 14), date(2027, 11, 11))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, r"haarlem\.ics van Haarlem kan niet worden gelezen \(.*is er niet\)"),
        (b"", "het bestand is leeg"),
        (b"PK\x03\x04", "BEGIN:VCALENDAR"),
        (b"x" * (LARGEST_CALENDAR + 1), "groter dan 5 MB"),
        (CALENDAR.replace("2027", "2047").encode(), "van 2014 tot en met 2035 geen vergadering"),
    ],
)
def test_a_bad_calendar_is_one_sentence(folder: Path, content: bytes | None, says: str) -> None:
    file = folder / "haarlem.ics"
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(ProposalError, match=says) as refused:
        days(folder)
    assert "\n" not in str(refused.value)
