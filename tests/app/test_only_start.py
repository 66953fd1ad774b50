# SPDX-License-Identifier: EUPL-1.2
"""Gehoord starts once for a home and for a register; what was killed stands in nobody's way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.app.only_start import the_only_start
from gehoord.domain.errors import GehoordError

HELD = """
import sys, time
from pathlib import Path
import sqlalchemy as sa
from gehoord.app.only_start import the_only_start
with the_only_start(Path(sys.argv[1]), sa.create_engine(sys.argv[2])):
    print("gestart", flush=True)
    time.sleep(60)
"""


def sqlite(file: Path) -> sa.Engine:
    return sa.create_engine(f"sqlite:///{file}")


def test_a_second_start_in_the_same_home_is_refused(tmp_path: Path) -> None:
    own = sqlite(tmp_path / "gehoord.db")
    with (
        the_only_start(tmp_path, own),
        pytest.raises(GehoordError, match=f"draait al voor de map {tmp_path}"),
    ):
        the_only_start(tmp_path, own).__enter__()
    with the_only_start(tmp_path, own):
        pass


def test_another_home_with_the_same_register_is_refused(tmp_path: Path) -> None:
    shared = sqlite(tmp_path / "gedeeld.db")
    with the_only_start(tmp_path / "een", shared):
        with pytest.raises(GehoordError, match=r"draait al voor het register .*gedeeld\.db"):
            the_only_start(tmp_path / "twee", shared).__enter__()
        with the_only_start(tmp_path / "twee", sqlite(tmp_path / "ander.db")):
            pass


@pytest.mark.postgres
def test_so_is_another_home_with_the_same_postgres(tmp_path: Path, postgres_server: str) -> None:
    url = f"{postgres_server.replace('postgresql:', 'postgresql+psycopg:')}/postgres"
    first, second = sa.create_engine(url), sa.create_engine(url)
    with (
        the_only_start(tmp_path / "een", first),
        pytest.raises(GehoordError, match="draait al voor de database postgres"),
    ):
        the_only_start(tmp_path / "twee", second).__enter__()
    with the_only_start(tmp_path / "twee", second):
        pass
    first.dispose()
    second.dispose()


def test_what_was_killed_lets_go(tmp_path: Path) -> None:
    own = sqlite(tmp_path / "gehoord.db")
    held = subprocess.Popen(
        [sys.executable, "-c", HELD, str(tmp_path), str(own.url)], stdout=subprocess.PIPE
    )
    assert held.stdout
    assert held.stdout.readline() == b"gestart\n"
    with pytest.raises(GehoordError, match="draait al"):
        the_only_start(tmp_path, own).__enter__()
    os.kill(held.pid, signal.SIGKILL)
    held.communicate()
    with the_only_start(tmp_path, own):
        pass
