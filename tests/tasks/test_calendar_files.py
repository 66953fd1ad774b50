# SPDX-License-Identifier: EUPL-1.2
"""The calendar files follow the register: what changed is written again, and nothing else built."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gehoord.domain.acts.report import Corrected, StepLapsed, TimeReserved
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.calendars import are_calendars_behind, write_calendars
from gehoord.tasks.settings import settings

DAY = date(2027, 1, 5)
LATER = datetime(2027, 1, 6, 9, tzinfo=UTC)
Small = tuple[Proposal, Eenheid, str]
Write = Callable[[date], int]


@pytest.fixture
def folder(register: Register, small: Small, tmp_path: Path) -> Path:
    open_dossier(register, "klein", *small, DAY)
    write_calendars(register, "klein", tmp_path, DAY)
    return tmp_path / "klein"


@pytest.fixture
def write(register: Register, folder: Path) -> Write:
    return lambda on: write_calendars(register, "klein", folder.parent, on)


def is_behind(register: Register, folder: Path, on: date) -> bool:
    return are_calendars_behind(register, "klein", folder.parent, on)


def spoil(folder: Path) -> None:
    """What is built again is right again; what is not, shows that it was not."""
    for file in folder.glob("*.ics"):
        file.write_bytes(b"x")


def built(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.ics") if file.read_bytes() != b"x"}


def lapse(register: Register, step: str) -> None:
    gone = StepLapsed(on=DAY, step=step, reason="de teams hebben al geadviseerd")
    record(register, "klein", gone, DAY)


def test_a_later_day_without_changes_builds_nothing(
    register: Register, folder: Path, write: Write
) -> None:
    spoil(folder)
    assert not is_behind(register, folder, DAY + timedelta(days=1))
    assert write(DAY + timedelta(days=1)) == 0
    assert built(folder) == set()


def test_a_change_builds_the_calendars_of_those_it_touches_and_that_of_the_whole(
    register: Register, folder: Path, write: Write
) -> None:
    spoil(folder)
    lapse(register, "advies")
    assert is_behind(register, folder, DAY)
    write(DAY)
    assert built(folder) == {"dossier", "adviseur"}
    assert not is_behind(register, folder, DAY)


def test_changes_that_were_missed_are_made_up(
    register: Register, folder: Path, write: Write, tmp_path: Path
) -> None:
    lapse(register, "advies")
    move(register, "klein", "vaststelling", date(2027, 11, 11), "de zaal is bezet", DAY)
    write(DAY)
    anew = tmp_path / "anew"
    write_calendars(register, "klein", anew, DAY)
    for file in (anew / "klein").iterdir():
        assert (folder / file.name).read_bytes() == file.read_bytes()


def test_a_calendar_that_was_thrown_away_comes_back(
    register: Register, folder: Path, write: Write
) -> None:
    spoil(folder)
    (folder / "GM0392.ics").unlink()
    assert is_behind(register, folder, DAY)
    assert write(DAY) == 1
    assert built(folder) == {"GM0392"}


def test_a_calendar_that_was_emptied_is_written_again(folder: Path, write: Write) -> None:
    (folder / "GM0392.ics").write_bytes(b"")
    assert write(DAY) == 1
    assert (folder / "GM0392.ics").read_bytes()


def test_what_lapsed_leaves_the_calendar_after_ninety_days_without_a_change(
    register: Register, folder: Path, write: Write
) -> None:
    lapse(register, "advies")
    write(DAY)
    of_adviser = folder / "adviseur.ics"
    assert b"VERVALLEN" in of_adviser.read_bytes()
    assert write(DAY + timedelta(days=90)) == 0
    assert is_behind(register, folder, DAY + timedelta(days=91))
    write(DAY + timedelta(days=91))
    assert b"VERVALLEN" not in of_adviser.read_bytes()


def test_the_meeting_of_a_council_stands_in_its_own_calendar_and_that_of_the_whole(
    register: Register, folder: Path, write: Write
) -> None:
    spoil(folder)
    meets = TimeReserved(on=DAY, municipality="Haarlem", day=date(2027, 9, 16))
    record(register, "klein", meets, DAY)
    write(DAY)
    assert built(folder) == {"dossier", "GM0392"}
    reason = "dat was een andere raad"
    gone = Corrected(on=DAY, report="reservering", owner="Haarlem", reason=reason)
    record(register, "klein", gone, DAY)
    write(DAY)
    lapsed = "VERVALLEN: Haarlem: raad behandelt het ontwerp"
    for name in ("dossier", "GM0392"):
        assert lapsed.encode() in (folder / f"{name}.ics").read_bytes()
    assert not is_behind(register, folder, DAY + timedelta(days=90))
    assert is_behind(register, folder, DAY + timedelta(days=91))
    write(DAY + timedelta(days=91))
    assert lapsed.encode() not in (folder / "GM0392.ics").read_bytes()


def test_another_mailbox_stands_in_every_calendar(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_MAIL_FROM", "nieuw@gehoord.invalid")
    settings.cache_clear()
    write(DAY)
    assert all(b"nieuw@gehoord.invalid" in file.read_bytes() for file in folder.glob("*.ics"))
    settings.cache_clear()


def test_files_of_another_register_are_all_written_again(
    folder: Path, small: Small, tmp_path: Path
) -> None:
    """A copy that was put back, or another database under the same name."""
    other = Register(connect(f"sqlite:///{tmp_path / 'other.db'}"), lambda: LATER)
    open_dossier(other, "klein", *small, DAY)
    spoil(folder)
    write_calendars(other, "klein", folder.parent, DAY)
    assert {"dossier", "adviseur", "GM0392"} <= built(folder)
    other.engine.dispose()
