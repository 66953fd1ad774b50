# SPDX-License-Identifier: EUPL-1.2
"""A port that is taken: the refusal says whose program listens there, and what to do."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from gehoord.app.port import free_port, refuse_taken_port
from gehoord.domain.errors import GehoordError
from tests.sentence import assert_sentence

HEALTH, OWNER = "/api/health", "/api/variables/name/gehoord_register"


@contextmanager
def listening(answers: dict[str, object]) -> Iterator[int]:
    """A program that answers these paths, and no other."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in answers else 404)
            self.end_headers()
            self.wfile.write(json.dumps(answers.get(self.path)).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    teller = threading.Thread(target=server.serve_forever, daemon=True)
    teller.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        teller.join()


@pytest.mark.parametrize(
    ("answers", "who"),
    [
        ({HEALTH: True, OWNER: {"value": {"home": "/srv/gehoord"}}}, "Gehoord, voor de map /srv"),
        ({HEALTH: True}, "een Prefect"),
        ({HEALTH: True, OWNER: {"value": "iets"}}, "een Prefect"),
        ({}, "een ander programma"),
        ({HEALTH: {"status": "up"}}, "een ander programma"),
    ],
)
def test_a_taken_port_says_who_listens_there(answers: dict[str, object], who: str) -> None:
    with listening(answers) as port, pytest.raises(GehoordError) as refused:
        refuse_taken_port(port)
    assert_sentence(str(refused.value), f"Poort {port} is bezet", who, f"GEHOORD_PORT={port + 1}")


def test_a_free_port_is_not_refused() -> None:
    refuse_taken_port(free_port())
