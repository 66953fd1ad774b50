# SPDX-License-Identifier: EUPL-1.2
"""A desk of our own, and a server of plain files: real servers, each on a free port.

`python -m benchmarks.desk_server files FOLDER PORT` serves the files of a folder, `… desk DAY PORT`
the desk as on that day.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.staticfiles import StaticFiles

from benchmarks.loopback import free_port
from benchmarks.server import seconds_of
from gehoord.app.after_answers import AfterAnswers
from gehoord.app.own_command import OwnCommand
from gehoord.desk.serving import server_of
from gehoord.flows import clock
from gehoord.tasks.settings import settings

HOST: Final = "127.0.0.1"
STARTUP_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Served:
    """A server: its port, and the number of its group of processes."""

    port: int
    group: int

    @property
    def seconds(self) -> float:
        """The processor time that it took so far."""
        return seconds_of(self.group)


@contextmanager
def desk_server(database: str, home: Path, on: date) -> Iterator[Served]:
    """Run a desk on a register as on a day, and stop it at the end."""
    port = free_port()
    place = {"GEHOORD_HOME": str(home), "GEHOORD_DATABASE_URL": database}
    with _running(["desk", on.isoformat(), str(port)], port, place) as served:
        yield served


@contextmanager
def file_server(folder: Path) -> Iterator[Served]:
    """Serve the files of a folder by Starlette and uvicorn, which serve the desk too."""
    port = free_port()
    with _running(["files", str(folder), str(port)], port, {}) as served:
        yield served


@contextmanager
def _running(words: list[str], port: int, place: dict[str, str]) -> Iterator[Served]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "GEHOORD_"))}
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", __name__, *words],
        env={**kept, **place},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_until_heard(port, child)
        yield Served(port, child.pid)
    finally:
        child.terminate()
        child.wait(timeout=30)


def _wait_until_heard(port: int, child: "subprocess.Popen[bytes]") -> None:
    give_up_at = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < give_up_at and child.poll() is None:
        try:
            get(HTTPConnection(HOST, port, timeout=5), "/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise ChildProcessError("the server did not start")


def get(line: HTTPConnection, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """Ask for a path on a line that stays open; return the answer with its body."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request("GET", path, headers=named)
    answer = line.getresponse()
    return answer, answer.read()


def _serve_files(folder: str, port: int) -> None:
    plain = Starlette()
    plain.mount("/", StaticFiles(directory=folder))
    uvicorn.run(plain, port=port, access_log=False, log_level="error", http="h11")


def _serve_desk(day: str, port: int) -> None:
    on = date.fromisoformat(day)
    clock.today = lambda: on
    clock.now = lambda: datetime.combine(on, datetime.now(UTC).time(), UTC)
    server_of(settings(), HOST, port, AfterAnswers(settings()), OwnCommand(settings())).run()


if __name__ == "__main__":
    {"files": _serve_files, "desk": _serve_desk}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
