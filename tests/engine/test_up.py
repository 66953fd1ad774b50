# SPDX-License-Identifier: EUPL-1.2
"""`gehoord up` as somebody starts, stops and kills it: a process with its own children."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from gehoord.app.port import free_port

GEHOORD = Path(sys.executable).parent / "gehoord"
DESK = {"GEHOORD_DESK_PORT": str(free_port())}
PASSWORD = {"GEHOORD_PREFECT_PASSWORD": "geheim"}
READY = "Gehoord draait. Open in een browser:"
STARTED = "Prefect start."
ASKED = "imv-2028-2031/uitvraag/GM0392"
"""The card of the burgemeester of Haarlem who is asked for its priorities."""


@contextmanager
def up(home: Path, **settings: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    port = free_port()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT", "GEHOORD"))}
    child = subprocess.Popen(
        [GEHOORD, "up"],
        env={**kept, "GEHOORD_HOME": str(home), "GEHOORD_PORT": str(port), **DESK, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield child, port
    finally:
        child.kill()
        child.communicate()


def wait_for(child: "subprocess.Popen[str]", line: str) -> list[str]:
    said: list[str] = []
    assert child.stdout
    for heard in child.stdout:
        said.append(heard.strip())
        if heard.strip() == line:
            return said
    raise AssertionError(f"It ended with: {said}")


def desk_of(child: "subprocess.Popen[str]") -> int:
    """Return the port of the desk, as the start says it."""
    assert child.stdout
    line = next(line for line in child.stdout if line.startswith("De balie"))
    found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
    assert found
    return int(found[1])


def becomes_true(is_so: Callable[[], bool], seconds: float = 240) -> bool:
    give_up_at = time.monotonic() + seconds
    while time.monotonic() < give_up_at and not is_so():
        time.sleep(0.3)
    return is_so()


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def answer_on_the_desk(home: Path, port: int) -> None:
    """Let the burgemeester of Haarlem tell the priorities of his municipality on his own page."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT", "GEHOORD"))}
    told = subprocess.run(
        [GEHOORD, "desk", "link", "imv-2028-2031", "burgemeester van Haarlem"],
        env={**kept, "GEHOORD_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    [path] = re.findall(r"/p/[\w-]{43}", told.stdout)
    form = f"http://127.0.0.1:{port}{path}/antwoord/lokale-prioriteiten"
    shown = re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', httpx.get(form).text)
    said = dict(shown) | {"prioriteiten": "Verkeer\nOndermijning"}
    assert httpx.post(form, data=said).status_code == 303


class Api:
    """The API of a Prefect with a password, as a program of this machine asks it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/api"
        self.who = ("gehoord", "geheim")
        asked = f"{self.address}/csrf-token?client=proef"
        token = httpx.get(asked, auth=self.who, timeout=60).json()["token"]
        self.headers = {"Prefect-Csrf-Client": "proef", "Prefect-Csrf-Token": token}

    def ask(self, path: str, body: Any, who: tuple[str, str] | None) -> httpx.Response:
        return httpx.post(
            f"{self.address}{path}", json=body, headers=self.headers, auth=who, timeout=60
        )

    def __call__(self, path: str, body: Any) -> Any:
        return self.ask(path, body, self.who).json()

    def start(self, deployment: str, **filled: Any) -> str:
        """Start a deployment, as its form does; return the id of the run."""
        wanted = {"deployments": {"name": {"any_": [deployment]}}}
        [found] = self("/deployments/filter", wanted)
        run = self(f"/deployments/{found['id']}/create_flow_run", {"parameters": filled})
        return str(run["id"])

    def state(self, **wanted: Any) -> tuple[str, str]:
        """Return the type and the name of the state of the only run that is wanted."""
        [run] = self("/flow_runs/filter", {"flow_runs": wanted})
        return run["state"]["type"], run["state"]["name"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_while_it_starts(tmp_path: Path, sign: signal.Signals) -> None:
    with up(tmp_path) as (child, port):
        wait_for(child, STARTED)
        child.send_signal(sign)
        said, _ = child.communicate(timeout=90)
        assert child.returncode == 0
        assert said.splitlines()[-1].startswith("Alles is gestopt.")
        assert is_free(port)


def test_one_start_with_a_password_and_nothing_left_when_it_is_killed(tmp_path: Path) -> None:
    with up(tmp_path, **PASSWORD) as (child, port):
        said = wait_for(child, READY)
        assert "Het bord van imv-2028-2031 wordt bijgewerkt." in said
        assert any(line.startswith("Bord: 1") for line in said)
        desk = desk_of(child)
        assert becomes_true(lambda: not is_free(desk))
        assert httpx.get(f"http://127.0.0.1:{desk}/gezond").json()["dossiers"] == 1

        bare = httpx.post(f"http://127.0.0.1:{port}/api/flow_runs/count", json={})
        assert bare.status_code in (401, 403)
        api = Api(port)
        assert api.ask("/flow_runs/count", {}, None).status_code == 401
        assert api("/flow_runs/count", {}) > 100

        run = api.start("1-start", dossier="imv-2028-2031")
        answer_on_the_desk(tmp_path, desk)
        card, done = {"any_": [ASKED]}, ("COMPLETED", "Completed")
        assert becomes_true(lambda: api.state(idempotency_key=card) == done)
        assert becomes_true(lambda: api.state(id={"any_": [run]})[0] == "COMPLETED")
        assert api.state(id={"any_": [run]})[1].startswith("Wacht op ")  # as the stage ends

        with up(tmp_path) as (second, _):
            said_by_second, _ = second.communicate(timeout=90)
            assert second.returncode == 2
            assert said_by_second.startswith(f"Gehoord draait al voor de map {tmp_path}.")

        child.kill()
        assert becomes_true(lambda: is_free(port) and is_free(desk))
