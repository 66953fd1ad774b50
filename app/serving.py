# SPDX-License-Identifier: EUPL-1.2
"""Prefect's own programs as children of this one: its server, and a worker for the pool `motor`."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from gehoord.app.interrupting import undisturbed
from gehoord.app.own_pages import own_origins
from gehoord.app.own_style import own_pages_folder
from gehoord.app.port import refuse_taken_port
from gehoord.app.prefect_program import PATIENCE_SECONDS
from gehoord.app.speaking import password, speaking_with
from gehoord.app.telling import telling
from gehoord.domain.errors import GehoordError

STARTUP_SECONDS: Final = 300
TRIES: Final = 4
"""How often the deployments are made: a busy machine answers 503, or not in time."""
QUIET: Final = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
    "PREFECT_WORKER_QUERY_SECONDS": "2",
    "PREFECT_LOGGING_LEVEL": "INFO",  # what a run says of itself is read on its page
}
NET: Final = {
    "PREFECT_SERVER_SERVICES_LATE_RUNS_AFTER_SECONDS": str(3 * 24 * 3600),
}
"""Every look marks what is late, in bulk; Prefect marks one by one what none has marked in three
days. On SQLite 32 cards of one day cost it 50 seconds and 755 lines of errors, 342 cost 205."""
CLOSED: Final = {
    "PREFECT_SERVER_CSRF_PROTECTION_ENABLED": "true",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the other UI calls an address outside
}


@dataclass
class Prefect:
    """A running server with its worker. ``page`` is what people open in a browser."""

    port: int
    home: Path
    children: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The address of the UI."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def api(self) -> str:
        """The address of the API."""
        return f"{self.page}/api"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of its children; its database and logs lie below ``home``."""
        return {
            **os.environ,
            **QUIET,
            **NET,
            **CLOSED,
            **password(for_server=True),
            **own_pages_folder(self.home),
            "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": ",".join(sorted(own_origins(self.port))),
            "PREFECT_HOME": str(self.home / "prefect"),
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_UI_API_URL": self.api,
            "GEHOORD_HOME": str(self.home),
        }

    def start(self, log: str, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start one of Prefect's programs; what it prints goes to a file below ``home``."""
        with (self.home / log).open("ab") as output:
            child = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", "gehoord.app.prefect_program", *arguments],
                stdin=subprocess.PIPE,  # the child ends when nobody holds the other end
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self.environment,
                start_new_session=True,  # Ctrl-C reaches this program alone, which stops them
            )
        self.children.append(child)
        return child

    def check_alive(self) -> None:
        """Raise GehoordError when a child has stopped by itself."""
        for child in self.children:
            if child.poll() is not None:
                raise GehoordError(
                    f"Een onderdeel is gestopt (code {child.returncode}). Kijk in "
                    f"{self.home}/server.log, worker.log en desk.log, en start opnieuw."
                )

    def stop(self) -> None:
        """Stop the children, the last started first, and wait until they are gone."""
        for child in reversed(self.children):
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)
            try:
                child.wait(timeout=PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            if child.stdin:
                child.stdin.close()


@contextmanager
def running_prefect(home: Path, port: int) -> Iterator[Prefect]:
    """Run a server and a worker with all deployments, and stop them at the end.

    Raises:
        GehoordError: the port is taken, or Prefect does not start.
    """
    refuse_taken_port(port)
    (home / "prefect").mkdir(parents=True, exist_ok=True)
    prefect = Prefect(port, home)
    try:
        with telling("Prefect start"):
            prefect.start("server.log", "server", str(port))
            _wait_until_healthy(prefect)
        _address_file(home).write_text(prefect.api)
        with telling("De fasen en formulieren komen in Prefect"):
            _make_pools(prefect)
            _deploy(prefect)
        prefect.start("worker.log", "worker", "start", "--pool", "motor", "--name", "motor")
        yield prefect
    finally:
        with undisturbed(), telling("Prefect stopt"):
            _address_file(home).unlink(missing_ok=True)
            prefect.stop()


def known_address(home: Path) -> str | None:
    """Return the address of the server that runs for this home, as its start left it."""
    file = _address_file(home)
    return file.read_text() if file.exists() else None


def _address_file(home: Path) -> Path:
    return home / "prefect" / "adres"


def _wait_until_healthy(prefect: Prefect) -> None:
    give_up_at = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < give_up_at:
        prefect.check_alive()
        try:
            with urllib.request.urlopen(f"{prefect.api}/health", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.3)
    raise GehoordError(f"Prefect start niet. Kijk in {prefect.home / 'server.log'}.")


def _make_pools(prefect: Prefect) -> None:
    """Make the pools, unless they are there.

    Raises:
        GehoordError: Prefect took none of the tries.
    """
    import asyncio

    os.environ |= {k: v for k, v in prefect.environment.items() if k.startswith(("PREFECT", "DO_"))}
    from gehoord.tasks.board.asking import PrefectAnswerError
    from gehoord.tasks.board.pools import ensure_pools

    for tries_left in reversed(range(TRIES)):
        try:
            with speaking_with(prefect.api):
                asyncio.run(ensure_pools())
            return
        except PrefectAnswerError as error:
            if not tries_left:
                raise GehoordError(f"Prefect neemt de pools niet aan ({error}).") from error
            prefect.check_alive()


def _deploy(prefect: Prefect) -> None:
    """Apply `prefect.yaml`; what is there already is brought in line.

    Raises:
        GehoordError: Prefect took none of the tries.
    """
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file"]
    for _ in range(TRIES):
        done = subprocess.run(  # noqa: S603
            [*command, str(Path(__file__).resolve().parent.parent / "prefect.yaml")],
            env=prefect.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if not done.returncode:
            return
        (prefect.home / "deploy.log").write_text(done.stdout + done.stderr)
        prefect.check_alive()
    raise GehoordError(f"De deployments zijn niet aangemaakt. Kijk in {prefect.home}/deploy.log.")
