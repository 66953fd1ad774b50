# SPDX-License-Identifier: EUPL-1.2
"""The story of a card stands under it in Prefect once, and again on a board made anew."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from gehoord.domain.dossier.message import Message, MessageState
from gehoord.flows.watch import look
from gehoord.store.register import Register
from gehoord.store.table_of import table_of
from gehoord.tasks.board.belonging import take_over
from gehoord.tasks.board.keeping import is_board_behind, sync_dossier
from gehoord.tasks.board.places import forget_place
from gehoord.tasks.board.sync import BoardReport
from tests.conftest import on_ticking_clock, read_day
from tests.engine.test_whose_board import ask, forget_whose_board
from tests.story import Small
from tests.story_in_register import StoryInRegister

pytestmark = pytest.mark.engine

TWO_WEEKS_BEFORE = read_day("Thu 2027-09-23")
DAY_AFTER = read_day("Fri 2027-10-08")
M = table_of(Message)


class Board:
    """The board of a dossier of which the councils were asked."""

    def __init__(self, told: StoryInRegister, home: Path) -> None:
        self.told, self.home = told, home

    @property
    def register(self) -> Register:
        return self.told.register

    def mail_leaves(self) -> None:
        waiting = sa.update(M).where(M.c.state == MessageState.WAITING)
        with self.register.delivering() as connection:
            now = {"state": MessageState.SENT, "sent_at": self.register.now()}
            connection.execute(waiting.values(**now))

    def sync(self, on: date) -> BoardReport:
        return asyncio.run(sync_dossier(self.register, "klein", self.home, on))

    def runs(self) -> list[dict[str, Any]]:
        wanted = {"flow_runs": {"tags": {"all_": ["dossier:klein"]}}}
        return list(ask("POST", "/flow_runs/filter", wanted))

    def texel(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The card of one council, and the lines that stand under it, as Prefect orders them."""
        [run] = [r for r in self.runs() if r["idempotency_key"] == "klein/horen/GM0448"]
        of_run = {"logs": {"flow_run_id": {"any_": [run["id"]]}}, "sort": "TIMESTAMP_ASC"}
        return run, ask("POST", "/logs/filter", of_run)

    def throw_away(self) -> None:
        body = {"flow_runs": {"tags": {"all_": ["dossier:klein"]}}}
        ask("POST", "/flow_runs/bulk_delete", body)
        assert self.runs() == []


@pytest.fixture
def board(prefect_server: str, small: Small, tmp_path: Path, empty_sqlite: Path) -> Iterator[Board]:
    file = shutil.copy(empty_sqlite, tmp_path / "gehoord.db")
    register = on_ticking_clock(f"sqlite:///{file}")
    told = StoryInRegister(register)
    told.tell(small, "asked")
    asyncio.run(take_over(register, tmp_path))
    made = Board(told, tmp_path)
    yield made
    made.throw_away()
    asyncio.run(forget_place("klein"))
    forget_whose_board()
    register.engine.dispose()


def texts(lines: list[dict[str, Any]]) -> list[str]:
    return [line["message"] for line in lines]


def test_a_card_tells_its_story_once_and_again_on_a_board_that_was_thrown_away(
    board: Board,
) -> None:
    assert board.sync(TWO_WEEKS_BEFORE).failed == ()
    _, asked = board.texel()
    assert texts(asked)[:3] == [
        "Wat: raad horen over het ontwerp (Politiewet 2012, art. 38b lid 2).",
        "Wie: burgemeester en raad van Texel.",
        "Wanneer: uiterlijk 7 oktober 2027, want:",
    ]
    assert texts(asked)[-1].startswith("17 juni 2027: de raad is gevraagd over het ontwerp")

    board.mail_leaves()  # without an entry in the journal, and yet the board is behind
    assert asyncio.run(is_board_behind(board.register, "klein", board.home, TWO_WEEKS_BEFORE))
    look(board.register, "klein", TWO_WEEKS_BEFORE)
    board.mail_leaves()
    assert board.sync(TWO_WEEKS_BEFORE).failed == ()
    run, reminded = board.texel()
    assert texts(reminded)[: len(asked)] == texts(asked)
    assert [text.partition(" verzonden")[0] for text in texts(reminded)[len(asked) :]] == [
        "17 juni 2027: brief met het ontwerp",
        "23 september 2027: herinnering (14 dagen voor)",
    ]
    assert run["name"].endswith("uiterlijk 7 oktober 2027 (1x herinnerd)")
    assert {"stap:horen", "wie:Texel", "gemeente:Texel", "fase:horen"} <= set(run["tags"])
    assert run["parameters"] == {}

    (board.home / "bord" / "klein.verhalen.json").unlink()  # Prefect knows what stands there
    assert board.sync(TWO_WEEKS_BEFORE).failed == ()
    assert board.texel()[1] == reminded

    look(board.register, "klein", DAY_AFTER)
    board.mail_leaves()
    assert board.sync(DAY_AFTER).failed == ()
    late_run, late = board.texel()
    assert (late_run["id"], late_run["state_name"]) == (run["id"], "Late")
    new = late[len(reminded) :]
    assert {line["message"] for line in new if line["level"] == 30} == {
        "Te laat sinds 8 oktober 2027.",
        "8 oktober 2027: herinnering (1 dag na) verzonden aan de griffie van Texel (proef).",
    }
    assert "8 oktober 2027: de adviseur weet dat het te laat is." in texts(new)

    board.throw_away()
    assert board.sync(DAY_AFTER).failed == ()
    rebuilt, again = board.texel()
    assert rebuilt["id"] != run["id"]
    assert texts(again) == texts(late)
