# SPDX-License-Identifier: EUPL-1.2
"""A child of `gehoord up` ends in order, by itself and with its parent."""

import subprocess
import sys

CHILD = """
import threading, time
from gehoord.app.prefect_program import _end_with_the_parent
threading.Thread(target=_end_with_the_parent, daemon=True).start()
time.sleep({seconds})
"""


def child(seconds: float) -> "subprocess.Popen[bytes]":
    """Start a program that watches its parent and ends by itself after some seconds."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD.format(seconds=seconds)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_child_that_ends_while_its_parent_lives_is_no_fatal_error() -> None:
    running = child(0.5)
    with running:
        assert running.wait(30) == 0
        assert running.stderr
        assert running.stderr.read() == b""


def test_a_child_ends_when_nobody_holds_the_other_end() -> None:
    running = child(60)
    with running:
        assert running.stdin
        running.stdin.write(b"iets")
        running.stdin.close()
        assert running.wait(30) == -15
