# SPDX-License-Identifier: EUPL-1.2
"""A board belongs to one register; whoever meets the board of another leaves it alone."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from gehoord.app.board import own_board
from gehoord.app.cli import main
from gehoord.flows import clock, hearing, running
from gehoord.store.opening import open_register
from gehoord.store.since import last_place
from gehoord.tasks.board.belonging import OWNER
from gehoord.tasks.settings import settings
from tests.conftest import HERE, read_day
from tests.sentence import assert_sentence

pytestmark = pytest.mark.engine

MONDAY = read_day("Mon 2027-01-04")
OTHERS = "ander register"


class Desk:
    """The command line of one register, beside a Prefect that others use too."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self.capsys = home, capsys
        home.mkdir()
        shutil.copy(HERE / "klein.toml", home / "klein.toml")
        shutil.copy(HERE / "klein-eenheid.toml", home / "eenheid.toml")

    def opens(self, name: str) -> tuple[int, str]:
        return self("open", str(self.home / "klein.toml"), "--naam", name)

    @contextmanager
    def here(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GEHOORD_HOME", str(self.home))
            patch.delenv("GEHOORD_DATABASE_URL", raising=False)
            patch.setattr(clock, "today", lambda: MONDAY)
            settings.cache_clear()
            yield
        settings.cache_clear()

    def __call__(self, *arguments: str) -> tuple[int, str]:
        self.capsys.readouterr()
        with self.here(), pytest.raises(SystemExit) as left:
            main(list(arguments))
        said = self.capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err


def ask(method: str, path: str, body: Any = None) -> Any:
    """Ask Prefect without the code under test."""
    from prefect.client.orchestration import get_client

    async def answer() -> Any:
        async with get_client() as client:
            return (await client.request(method, path, json=body)).json()  # type: ignore[arg-type]

    return asyncio.run(answer())


def cards(dossier: str) -> dict[str, tuple[str, str, str]]:
    """Everything the board shows of a dossier: name, state and moment of each card."""
    wanted = {"flow_runs": {"tags": {"all_": [f"dossier:{dossier}"]}}, "limit": 200}
    return {
        run["id"]: (run["name"], run["state_name"], run["expected_start_time"])
        for run in ask("POST", "/flow_runs/filter", wanted)
    }


def artifacts() -> dict[str, tuple[str, str]]:
    """The key and the words of every Stand van zaken, by its id."""
    found = ask("POST", "/artifacts/filter", {})
    return {one["id"]: (one["key"], one["data"]) for one in found}


def forget_whose_board() -> None:
    """Let Prefect forget to which register its board belongs, as if it were new."""
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    async def forget() -> None:
        async with get_client() as client:
            with suppress(ObjectNotFound):
                await client.delete_variable_by_name(OWNER)

    asyncio.run(forget())


@pytest.fixture
def ours(
    prefect_server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[tuple[Desk, str]]:
    """A register with its dossier on its board; Prefect is new to it, and forgets it afterwards."""
    forget_whose_board()
    desk, name = Desk(tmp_path / "echt", capsys), tmp_path.name.lower().replace("_", "-")
    code, said = desk.opens(name)
    assert (code, "Bord: " in said) == (0, True), said
    assert cards(name)
    yield desk, name
    forget_whose_board()


def test_an_exercise_beside_the_real_board_leaves_it_alone(
    ours: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, name = ours
    exercise = Desk(tmp_path / "oefenen", capsys)
    before, shown = cards(name), artifacts()
    move = ("move", name, "vaststelling", "2027-11-11", "--reason", "de zaal is bezet")
    for line in (
        ("open", str(exercise.home / "klein.toml"), "--naam", name),
        ("record", "themas", name, "Jeugd"),
        move,
        ("watch",),
        ("start", name, "start"),
    ):
        code, said = exercise(*line)
        assert (code, said.count(OTHERS)) == (0, 1), said
        assert str(real.home) in said
        assert_sentence(next(line for line in said.splitlines() if OTHERS in line))
        assert cards(name) == before
    code, said = exercise("board", "sync", name)
    assert (code, OTHERS in said) == (2, True)
    assert (cards(name), artifacts()) == (before, shown)
    code, said = real(*move)
    assert (code, OTHERS in said) == (0, False)
    assert cards(name) != before
    assert artifacts().keys() == shown.keys()
    assert artifacts() != shown
    assert f"{name}-stand-van-zaken" in {key for key, _ in artifacts().values()}


def test_another_database_in_the_same_home_has_no_part_in_its_board(
    ours: tuple[Desk, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, name = ours
    before = cards(name)
    with real.here():
        monkeypatch.setenv("GEHOORD_DATABASE_URL", f"sqlite:///{tmp_path / 'ander.db'}")
        settings.cache_clear()
        with pytest.raises(SystemExit) as left:
            main(["open", str(real.home / "klein.toml"), "--naam", name])
        assert left.value.code == 0
    assert OTHERS in real.capsys.readouterr().out
    assert cards(name) == before


def test_a_person_can_say_that_the_board_is_this_register_s_from_now_on(
    ours: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, name = ours
    heir = Desk(tmp_path / "nieuw", capsys)
    heir.opens(name)
    code, said = heir("board", "sync", name, "--take-over")
    assert (code, "Bord: " in said) == (0, True)
    code, said = real("board", "sync", name)
    assert (code, OTHERS in said) == (2, True)


def test_a_run_on_the_board_of_another_register_does_nothing(
    ours: tuple[Desk, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, name = ours
    exercise = Desk(tmp_path / "oefenen", capsys)
    exercise.opens(name)
    with exercise.here():
        register = open_register(settings().database, clock.now)
        monkeypatch.setattr(running, "open_register", lambda: register)
        with register.reading() as reader:
            before = last_place(reader, name)
        ran: Any = hearing.hear_councils(name, dag=MONDAY, return_state=True)
        state: Any = asyncio.run(ran)
        with register.reading() as reader:
            assert last_place(reader, name) == before
        register.engine.dispose()
    assert (state.is_failed(), state.name) == (True, "Geweigerd")
    assert OTHERS in str(state.message)


def test_a_copy_of_the_home_leaves_the_board_of_its_original_alone(
    ours: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, name = ours
    copied = Desk(tmp_path / "kopie", capsys)
    shutil.copytree(real.home, copied.home, dirs_exist_ok=True)
    before = cards(name)
    move = ("move", name, "vaststelling", "2027-11-11", "--reason", "de zaal is bezet")
    for line, left in (move, 0), (("board", "sync", name), 2):
        code, said = copied(*line)
        assert (code, said.count(OTHERS)) == (left, 1), said
        assert f"bij het register in {real.home}" in said
        assert "board sync --take-over" in said
        assert cards(name) == before
    assert real("board", "sync", name)[0] == 0
    assert copied("board", "sync", name, "--take-over")[0] == 0
    assert cards(name) != before
    assert OTHERS in real("board", "sync", name)[1]


def test_a_home_that_was_moved_starts_with_the_board_in_it(
    ours: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, name = ours
    moved = Desk(tmp_path / "verhuisd", capsys)
    shutil.copytree(real.home, moved.home, dirs_exist_ok=True)
    with moved.here():
        own_board(open_register(settings().database, clock.now), os.environ["PREFECT_API_URL"])
    code, said = moved("board", "sync", name)
    assert (code, OTHERS in said) == (0, False), said


def test_a_copy_of_the_file_in_the_same_home_leaves_the_board_alone(
    ours: tuple[Desk, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, name = ours
    assert real("backup", "-o", str(tmp_path / "kopie.db"))[0] == 0
    before = cards(name)
    with real.here():
        monkeypatch.setenv("GEHOORD_DATABASE_URL", f"sqlite:///{tmp_path / 'kopie.db'}")
        settings.cache_clear()
        with pytest.raises(SystemExit) as left:
            main(["board", "sync", name])
        said = real.capsys.readouterr()
    assert (left.value.code, OTHERS in said.out) == (2, True), said
    assert f"kopie in {tmp_path / 'kopie.db'}" in said.out
    assert cards(name) == before


def test_an_older_copy_leaves_the_board_alone_and_its_mail_waits(
    ours: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, name = ours
    copy = tmp_path / "kopie.db"
    assert real("backup", "-o", str(copy))[0] == 0
    real("move", name, "vaststelling", "2027-11-11", "--reason", "de zaal is bezet")
    before, elsewhere = cards(name), Desk(tmp_path / "elders", capsys)
    shutil.copy(copy, elsewhere.home / "gehoord.db")
    _, said = elsewhere("start", name, "start")
    assert "oudere kopie, want bij regel 2" in said
    assert "berichten wachten" in said
    assert "Het bord is met rust gelaten" in said
    assert (cards(name), list(elsewhere.home.rglob("*.eml"))) == (before, [])
    assert real("board", "sync", name)[0] == 0
    before = cards(name)
    code, said = elsewhere("outbox", name, "--send", "--reason", "wij gaan hiermee verder")
    assert (code, "Verzonden: 5 berichten" in said, OTHERS in said) == (0, True, True), said
    assert cards(name) == before
    assert elsewhere("board", "sync", name, "--take-over")[0] == 0
    assert cards(name) != before
    code, said = real("board", "sync", name)
    assert (code, OTHERS in said) == (2, True)
    assert real("board", "sync", name, "--take-over")[0] == 0
    for file in real.home.glob("gehoord.db*"):
        file.unlink()
    shutil.copy(copy, real.home / "gehoord.db")
    code, said = real("board", "sync", name)
    assert (code, "oudere kopie" in said) == (2, True)
    code, said = real("board", "sync", name, "--take-over")
    assert (code, "Bord: " in said) == (0, True)
