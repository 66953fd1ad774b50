# SPDX-License-Identifier: EUPL-1.2
"""`gehoord board sync`: one dossier by its name, every one without."""

from datetime import date
from typing import Any

import pytest

from gehoord.app import board
from tests.app.conftest import Gehoord


@pytest.fixture
def followed(opened: Gehoord, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The dossiers that come on the board, of two; that of `klein` fails."""
    assert opened("open", "klein.toml", "--naam", "ander").code == 0
    names: list[str] = []

    def keep(_where: Any, name: str, _on: date, *, take: bool = False) -> bool:
        names.append(name)
        return take or name != "klein"

    monkeypatch.setattr(board, "prefect_api", lambda: "http://prefect.invalid/api")
    monkeypatch.setattr(board, "keep_board", keep)
    return names


def test_without_a_name_every_dossier_comes_on_the_board(
    opened: Gehoord, followed: list[str]
) -> None:
    ran = opened("board", "sync", "--take-over")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(followed) == ["ander", "klein"]


def test_what_fails_keeps_no_other_dossier_from_the_board(
    opened: Gehoord, followed: list[str]
) -> None:
    assert opened("board", "sync").code == 2
    assert sorted(followed) == ["ander", "klein"]


def test_with_a_name_that_one_alone_does(opened: Gehoord, followed: list[str]) -> None:
    assert opened("board", "sync", "ander").code == 0
    assert followed == ["ander"]
