# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL of our own: an empty cluster, a free port of this machine."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from benchmarks.loopback import free_port

USER: Final = "gehoord"
PROGRAMS: Final = Path("/usr/lib/postgresql")
"""Where Debian puts them, by version."""
_SWITCH: Final = {True: "on", False: "off"}


@contextmanager
def postgres_server(*, safe: bool = True) -> Iterator[str]:
    """Start a server, and stop it at the end; gives its address, without a database.

    Args:
        safe: whether what is written survives a crash of the machine; tests do without.

    Raises:
        FileNotFoundError: this machine has no PostgreSQL.
    """
    found = sorted(PROGRAMS.glob("*/bin/initdb"))
    if not found:
        raise FileNotFoundError(f"PostgreSQL does not stand in {PROGRAMS}")
    programs, port = found[-1].parent, free_port()
    home = Path(tempfile.mkdtemp(prefix="gehoord-postgres-"))
    as_owner = _as_owner_of(home)
    quiet: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    data = str(home / "data")
    made = [str(programs / "initdb"), "-D", data, "-A", "trust", "-U", USER, "-E", "UTF8"]
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync={_SWITCH[safe]}"
    control = [*as_owner, str(programs / "pg_ctl"), "-D", data, "-w"]
    subprocess.run([*as_owner, *made], **quiet)  # noqa: S603
    subprocess.run([*control, "-l", str(home / "log"), "-o", options, "start"], **quiet)  # noqa: S603
    try:
        yield f"{USER}@127.0.0.1:{port}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)  # noqa: S603
        shutil.rmtree(home, ignore_errors=True)


def _as_owner_of(home: Path) -> list[str]:
    """Return the words before a command that may not be given by root, and give root's folder."""
    if os.geteuid() != 0:
        return []
    shutil.chown(home, "postgres")
    return ["runuser", "-u", "postgres", "--"]
