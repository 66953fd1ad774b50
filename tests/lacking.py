# SPDX-License-Identifier: EUPL-1.2
"""What a machine lacks: the test is left out and says so; in CI, which has it all, it fails."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

TESTS = Path(__file__).parent


def leave_out(what: str, how: str, judged: str) -> NoReturn:
    """Leave a test out, or fail in CI.

    Args:
        what: is not here.
        how: to have it.
        judged: what was judged all the same without it.
    """
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing in CI: {how}")
    # `make test` promises to need Python and make alone, which cannot bring a browser, a database
    # server or Node.js: there the rest is judged, and what was not is said. CI brings them all, so
    # that nothing is ever left out where it counts.
    pytest.skip(f"left out for want of {what}; {judged}; to have it: {how}")


def node_package(name: str, judged: str) -> Path:
    """Return the folder of a package of Node.js; ``judged`` is what was judged without it."""
    folder = TESTS / "node_modules" / name
    if shutil.which("node") is None or not folder.is_dir():
        leave_out(name, "install Node.js and npm, run npm ci in tests", judged)
    return folder
