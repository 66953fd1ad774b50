# SPDX-License-Identifier: EUPL-1.2
"""The daily look goes on, whatever is wrong with one dossier or with the board."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.domain.dossier.message import Message
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows import running, watch
from gehoord.flows.opening import open_dossier
from gehoord.store.change import Change
from gehoord.store.register import Register
from gehoord.tasks import reminding
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.tasks.mail import Delivery
from gehoord.tasks.settings import settings

OPENED, LATE = date(2027, 1, 5), date(2027, 3, 12)
UNREADABLE = sa.text("UPDATE action SET state = 'onzin' WHERE dossier = 'aa'")


@pytest.fixture
def two(
    register: Register,
    small: tuple[Proposal, Eenheid, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Register:
    """Two dossiers in which something is late, and no Prefect around the flow."""
    for name in ("aa", "bb"):
        open_dossier(register, name, *small, OPENED)
    monkeypatch.setenv("GEHOORD_HOME", str(tmp_path))
    settings.cache_clear()
    monkeypatch.setattr(watch, "open_register", lambda: register)
    monkeypatch.setattr(running, "send_mail", _all_left)
    monkeypatch.setattr(running, "_follow", _no_board)
    return register


async def _all_left(*_: Any) -> Delivery:
    return Delivery(sent=1)


async def _no_board(*_: Any) -> None:
    raise BoardUnreachableError("Het bord in Prefect is niet te lezen.")


def reminded(register: Register, dossier: str) -> bool:
    with register.reading() as reader:
        return bool(reader.all(Message, dossier))


def test_a_board_that_cannot_be_read_keeps_nobody_from_being_reminded(two: Register) -> None:
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_completed()
    assert "te laat" in f"{state.name}"
    assert "Het bord in Prefect is niet te lezen" in f"{state.message}"
    assert reminded(two, "aa")
    assert reminded(two, "bb")


def test_a_dossier_that_cannot_be_read_is_named_and_the_others_are_looked_at(
    two: Register,
) -> None:
    with two.engine.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(UNREADABLE)
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_failed()
    assert reminded(two, "bb")


def test_a_run_of_which_mail_stayed_behind_is_no_success_and_names_it(
    two: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []

    async def refused(*_: Any) -> Delivery:
        rounds.append(1)
        return Delivery(held=("Texel: '451 later'", "de mailserver is weg; 5 berichten wachten"))

    monkeypatch.setattr(running, "send_mail", refused)
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_failed()
    assert f"{state.name}".endswith("te laat; niet alle mail verzonden")
    assert "Nog niet verzonden: Texel: '451 later'." in f"{state.message}"
    assert rounds == [1]


def test_a_database_that_fails_after_the_act_does_not_undo_the_run(
    two: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: Any) -> None:
        raise sa.exc.OperationalError("", {}, Exception("database is locked"))

    monkeypatch.setattr(running, "_follow", locked)
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_completed()
    assert (
        "aa: de database weigert dit (een ander programma houdt haar bezet)." in f"{state.message}"
    )


def test_a_fault_of_gehoord_in_one_dossier_is_named_and_keeps_nobody_from_being_reminded(
    two: Register, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whole = reminding.remind

    def with_a_fault(change: Change, on: date) -> tuple[int, bool]:
        if change.state().id == "aa":
            raise ZeroDivisionError("een fout van Gehoord")
        return whole(change, on)

    monkeypatch.setattr(watch, "remind", with_a_fault)
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_failed()
    assert state.name == "Fout in Gehoord: aa"
    assert "een fout van Gehoord" in caplog.text
    assert not reminded(two, "aa")
    assert reminded(two, "bb")


def test_a_fault_of_gehoord_after_the_act_undoes_no_run_and_holds_up_no_other(
    two: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[str] = []

    async def with_a_fault(_: Register, dossier: str, *__: Any) -> bool:
        if dossier == "aa":
            raise ZeroDivisionError
        followed.append(dossier)
        return False

    monkeypatch.setattr(running, "_follow", with_a_fault)
    state = asyncio.run(watch.watch.fn(LATE))
    assert state.is_completed()
    assert "aa: hier maakt Gehoord zelf een fout" in f"{state.message}"
    assert followed == ["bb"]
