"""A real mail server on a free port of the loopback."""

import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller

from tests.tasks.postbus import Postbus


@pytest.fixture
def postbus() -> Iterator[tuple[Postbus, int]]:
    handler = Postbus()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()
