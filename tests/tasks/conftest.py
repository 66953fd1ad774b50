"""A real mail server on a free port of the loopback."""

from collections.abc import Iterator

import pytest

from tests.tasks.postbus import Postbus, serving


@pytest.fixture
def postbus() -> Iterator[tuple[Postbus, int]]:
    handler = Postbus()
    with serving(handler) as port:
        yield handler, port
