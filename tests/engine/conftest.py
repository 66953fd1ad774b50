# SPDX-License-Identifier: EUPL-1.2
"""One real Prefect server for the whole session: SQLite in a temporary folder, a free port.

The server holds the reading end of a pipe and stops when the writing end goes: at the end of the
session, and also when the session is killed.
"""

import asyncio
import gc
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.engine.mornings import let_mornings_come

STARTUP_SECONDS = 180

# Prefect reads part of its settings while it is imported, so these stand before any import of it.
os.environ |= {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}

SERVER = """
import os, runpy, sys, threading

def stop_with_the_session():
    sys.stdin.read()
    os._exit(0)

threading.Thread(target=stop_with_the_session, daemon=True).start()
sys.argv = ["prefect", "server", "start", "--host", "127.0.0.1", "--port", sys.argv[1]]
runpy.run_module("prefect", run_name="__main__")
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    give_up_at = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < give_up_at and server.poll() is None:
        try:
            if httpx.get(f"{url}/health", timeout=5).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.3)
    pytest.fail(f"The Prefect server did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API address; ``PREFECT_API_URL`` and ``PREFECT_HOME`` point to it, children included."""
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    url = f"http://127.0.0.1:{port}/api"
    given = {"PREFECT_HOME": str(home), "PREFECT_API_URL": url}
    log = home / "server.log"
    with pytest.MonkeyPatch.context() as patch, log.open("wb") as output:
        for name, value in given.items():
            patch.setenv(name, value)
        patch.delenv("PREFECT_SERVER_DATABASE_CONNECTION_URL", raising=False)
        patch.delenv("PREFECT_API_DATABASE_CONNECTION_URL", raising=False)
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(port)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PREFECT_SERVER_UI_API_URL": url},
            cwd=home,
        )
        try:
            wait_until_healthy(url, server, log)
            from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

            # Another test may have imported Prefect already: its settings are then in memory.
            with temporary_settings({PREFECT_API_URL: url, PREFECT_HOME: home}):
                yield url
        finally:
            if server.stdin:
                server.stdin.close()
            server.wait(timeout=30)


# Prefect leaves the connection of one client open in every flow run it executes
# (`prefect.results`, the server's default storage); the socket warns when it is collected.
LEFT_OPEN = "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("engine"):
            item.add_marker(pytest.mark.filterwarnings(LEFT_OPEN))


@pytest.fixture(autouse=True)
def _ended_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """End what an engine test leaves behind: for the tests after it nothing of it goes on.

    What is open is collected while its warning is still expected. The line on which Prefect tells
    of events draws from `random` as long as it stands, which hypothesis takes for the test's own.
    """
    yield
    if request.node.get_closest_marker("engine"):
        if told := sys.modules.get("prefect.events.worker"):
            with ThreadPoolExecutor(1) as pool:  # playwright may keep an event loop in this thread
                pool.submit(told.EventsWorker.drain_all, timeout=10, at_exit=False).result()
        gc.collect()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gehoord")


@pytest.fixture(scope="session")
def prefect(home: Path, kept: Any) -> Iterator[Any]:
    """Everything `gehoord up` starts, on a free port; only the clock starts no watch."""
    from gehoord.app.board import renew_forms
    from gehoord.app.port import free_port as any_port
    from gehoord.app.serving import running_prefect

    with pytest.MonkeyPatch.context() as patch:
        for name in ("PREFECT_API_URL", "PREFECT_HOME", "GEHOORD_DATABASE_URL"):
            patch.delenv(name, raising=False)
        patch.delenv("PREFECT_LOGGING_TO_API_ENABLED")  # people read what a run says of itself
        with running_prefect(home, any_port()) as running:
            asyncio.run(let_mornings_come(running.api, come=False))
            renew_forms(kept, running.api)
            yield running


@pytest.fixture(scope="session")
def kept(home: Path) -> Iterator[Any]:
    from gehoord.store.database import connect
    from gehoord.store.register import Register

    register = Register(connect(f"sqlite:///{home / 'gehoord.db'}"), lambda: datetime.now(UTC))
    yield register
    register.engine.dispose()
