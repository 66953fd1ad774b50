# SPDX-License-Identifier: EUPL-1.2
"""The desk beside Prefect: on another port when its own is taken, unless a proxy looks there."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gehoord.app import up
from gehoord.app.desk_beside import refuse_taken_desk, start_desk
from gehoord.app.port import free_port
from gehoord.app.serving import Prefect
from gehoord.domain.errors import GehoordError
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings, settings
from tests.sentence import assert_sentence

PUBLIC = "https://balie.example"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_a_taken_port_that_the_proxy_needs_stops_up_before_prefect_starts(
    taken: int, register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: Any) -> None:
        raise AssertionError("Prefect started.")

    monkeypatch.setenv("GEHOORD_DESK_URL", PUBLIC)
    monkeypatch.setenv("GEHOORD_DESK_PORT", str(taken))
    monkeypatch.setattr(up, "running_prefect", started)
    settings.cache_clear()
    try:
        with pytest.raises(GehoordError) as refused:
            up._run(register, tmp_path, free_port())
    finally:
        settings.cache_clear()
    assert_sentence(str(refused.value), f"Poort {taken}", "GEHOORD_DESK_PORT")


def test_a_desk_that_a_proxy_finds_shares_no_port_with_prefect() -> None:
    port = free_port()
    with pytest.raises(GehoordError):
        refuse_taken_desk(Settings(desk_url=PUBLIC, desk_port=port, port=port))
    refuse_taken_desk(Settings(desk_url=PUBLIC, desk_port=port))


def test_without_a_public_address_a_free_port_is_taken(
    taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs: list[tuple[str, ...]] = []
    prefect = Prefect(4200, tmp_path)
    monkeypatch.setattr(Prefect, "start", lambda _self, *given: programs.append(given))
    place = Settings(desk_url="", desk_port=taken)
    refuse_taken_desk(place)
    address = start_desk(prefect, place)
    [(_, program, port)] = programs
    assert program == "desk"
    assert address == f"http://127.0.0.1:{port}"
    assert port != str(taken)
