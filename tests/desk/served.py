# SPDX-License-Identifier: EUPL-1.2
"""`gehoord desk` itself, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.story_in_register import StoryInRegister

GEHOORD = Path(sys.executable).parent / "gehoord"


@dataclass
class Served:
    """A desk that runs."""

    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def megabytes(self) -> float:
        """What it holds in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 1e6


@contextmanager
def desk_served(story: StoryInRegister, home: Path, log: Path) -> Iterator[Served]:
    """Run `gehoord desk` on the register of a story."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT", "GEHOORD"))}
    url = story.register.engine.url.render_as_string(hide_password=False)
    given = {"GEHOORD_HOME": str(home), "GEHOORD_DATABASE_URL": url}
    with log.open("wb") as output:
        child = subprocess.Popen(
            [GEHOORD, "desk", "--port", str(port)],
            env={**kept, **given},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    served = Served(port, child)
    try:
        give_up_at = time.monotonic() + 60
        while time.monotonic() < give_up_at and child.poll() is None:
            try:
                httpx.get(f"{served.address}/gezond")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield served
        child.send_signal(signal.SIGINT)
        assert child.wait(20) == 0
    finally:
        child.kill()
        child.wait()
