# SPDX-License-Identifier: EUPL-1.2
"""What `gehoord up` keeps trying, and how it ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from gehoord.app import up as started
from gehoord.store.register import Register
from gehoord.templates.links import Links


@pytest.fixture
def never_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(started, "LOOK_AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


@pytest.mark.usefixtures("never_waits")
def test_a_board_that_could_not_be_written_is_tried_again_until_it_is(
    monkeypatch: pytest.MonkeyPatch, register: Register
) -> None:
    answers = {"eerst": iter([False, False, True]), "tweede": iter([True])}
    tried: list[str] = []

    def keep(_where: Register, name: str, _on: date) -> bool:
        tried.append(name)
        return next(answers[name])

    def is_alive() -> None:
        if len(tried) == 4:
            raise KeyboardInterrupt

    @contextmanager
    def running(*_: Any) -> Iterator[Any]:
        yield SimpleNamespace(page="", api="", check_alive=is_alive)

    monkeypatch.setattr(started, "running_prefect", running)
    monkeypatch.setattr(started, "refuse_taken_port", lambda _port: None)
    monkeypatch.setattr(started, "keep_board", keep)
    monkeypatch.setattr(started, "own_board", lambda *_: None)
    monkeypatch.setattr(started, "renew_forms", lambda *_: None)
    monkeypatch.setattr(started, "start_desk", lambda *_: "")
    monkeypatch.setattr(started, "_dossiers", lambda _where: list(answers))
    monkeypatch.setattr(started, "links_at", lambda *_: Links(""))
    with pytest.raises(KeyboardInterrupt):
        started._run(register, Path("niets"), 1)
    assert tried == ["eerst", "tweede", "eerst", "eerst"]
