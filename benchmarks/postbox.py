# SPDX-License-Identifier: EUPL-1.2
"""A mail server on this machine that forgets what it gets: `python -m benchmarks.postbox`.

It runs in a process of its own, so that its time is not counted as the sender's, and stops when
whoever started it closes its input.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from benchmarks.loopback import free_port


@contextmanager
def postbox() -> Iterator[int]:
    """Run the server in a child and give its port."""
    port = free_port()
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", __name__, str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        if child.stdout is None or not child.stdout.readline():
            raise ChildProcessError("the mail server did not start")
        yield port
    finally:
        child.communicate(timeout=30)


def main(port: int) -> None:
    """Serve until the input is closed."""
    controller = Controller(Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()
    controller.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]))
