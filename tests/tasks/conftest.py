# SPDX-License-Identifier: EUPL-1.2
"""A real mail server on a free port of the loopback, and the register of a whole procedure."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import Small
from tests.tasks.postbus import Postbus, serving
from tests.tasks.told_archive import tell_all


@pytest.fixture
def postbus() -> Iterator[tuple[Postbus, int]]:
    handler = Postbus()
    with serving(handler) as port:
        yield handler, port


@pytest.fixture(scope="session")
def told_database(tmp_path_factory: pytest.TempPathFactory, small_once: Small) -> Path:
    """Return the file of a register in which a whole procedure was played."""
    return tell_all(tmp_path_factory.mktemp("told"), small_once)
