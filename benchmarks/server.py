# SPDX-License-Identifier: EUPL-1.2
"""A Prefect server of our own: an empty SQLite database, a free port of this machine."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.loopback import free_port

STARTUP_SECONDS: Final = 120
PROCESSES: Final = Path("/proc")
QUIET: Final = {
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "ERROR",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: ``group`` is the number of its group of processes, ``log`` what it says."""

    group: int
    environment: dict[str, str]
    log: Path


@contextmanager
def prefect_server(home: Path, database: str = "") -> Iterator[Server]:
    """Start a server, and stop it at the end.

    Args:
        home: an empty folder.
        database: the address of its database; SQLite below ``home`` when there is none.

    Raises:
        ChildProcessError: it did not start.
    """
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "GEHOORD_"))}
    environment = {**kept, **QUIET, "PREFECT_HOME": str(home), "PREFECT_API_URL": api}
    if database:
        environment["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = database
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1"]
    said = home / "server.log"
    with said.open("wb") as log:
        child = subprocess.Popen(  # noqa: S603
            [*command, "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=home,
            start_new_session=True,
        )
    try:
        _wait_until_healthy(api, child)
        yield Server(child.pid, environment, said)
    finally:
        child.terminate()
        child.wait(timeout=30)


def _wait_until_healthy(api: str, child: "subprocess.Popen[bytes]") -> None:
    give_up_at = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < give_up_at and child.poll() is None:
        try:
            with urllib.request.urlopen(f"{api}/health", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.3)
    raise ChildProcessError("the Prefect server did not start")


def seconds_of(group: int) -> float:
    """Return the processor time of a group of processes; nought where /proc does not tell it."""
    ticks = 0
    for file in PROCESSES.glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:  # it ended while we looked
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
