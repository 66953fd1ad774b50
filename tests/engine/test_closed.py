# SPDX-License-Identifier: EUPL-1.2
"""Prefect's server answers nobody but this machine's own pages and programs."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest

from gehoord.app.serving import Prefect
from tests.engine.pages import Person, browser

pytestmark = [pytest.mark.engine, pytest.mark.browser]

FOREIGN = {"Origin": "http://elders.example"}
ONLY = {"deployments": {"name": {"any_": ["dagelijks"]}}}


@pytest.fixture(scope="module")
def starting(prefect: Prefect) -> Iterator[str]:
    """The path that starts the daily look."""
    with program(prefect) as programs:
        found = programs.post("/deployments/filter", json=ONLY)
    [deployment] = found.json()
    yield f"/deployments/{deployment['id']}/create_flow_run"
    wait_until_all_ended(prefect)


def wait_until_all_ended(prefect: Prefect) -> None:
    """Wait for the looks that were started here: they look at the dossiers of later tests too."""
    going = {"flow_runs": {"state": {"type": {"not_any_": ["COMPLETED", "FAILED", "CRASHED"]}}}}
    give_up_at = time.monotonic() + 180
    with program(prefect) as programs:
        while programs.post("/flow_runs/count", json=ONLY | going).json():
            assert time.monotonic() < give_up_at, "a daily look does not come to its end"
            time.sleep(1)


@contextmanager
def program(prefect: Prefect) -> Iterator[httpx.Client]:
    """A program of this machine, with a token as Prefect wants it."""
    with httpx.Client(base_url=prefect.api, timeout=60) as client:
        token = client.get("/csrf-token?client=proef").json()["token"]
        client.headers.update({"Prefect-Csrf-Client": "proef", "Prefect-Csrf-Token": token})
        yield client


def runs(prefect: Prefect) -> int:
    """How many runs there are of the daily look, which no clock starts here."""
    with program(prefect) as programs:
        return int(programs.post("/flow_runs/count", json=ONLY).json())


def test_a_foreign_origin_starts_nothing_and_gets_no_token(prefect: Prefect, starting: str) -> None:
    before = runs(prefect)
    with program(prefect) as programs:
        assert programs.post(starting, json={}, headers=FOREIGN).status_code == 403
        assert programs.get("/csrf-token?client=elders", headers=FOREIGN).status_code == 403
        assert programs.get("/health", headers={"Host": "elders.example"}).status_code == 400
    assert httpx.post(f"{prefect.api}{starting}", json={}).status_code == 403  # no token
    assert runs(prefect) == before


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A page on another port of this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>elders</title>")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


ATTACK = """async ([address, body]) => {
    const ways = [
        () => fetch(address, {method: 'POST', mode: 'no-cors', body: new Blob([body])}),
        () => fetch(address, {method: 'POST', mode: 'no-cors', body}),
        () => fetch(address, {
            method: 'POST', headers: {'Content-Type': 'application/json'}, body}),
    ];
    for (const way of ways) await way().catch(() => null);
    return await new Promise(heard => {
        const socket = new WebSocket(address.replace('http', 'ws').replace(/deployments.*/,
            'events/in'), 'prefect');
        socket.onopen = () => heard('open');
        socket.onerror = () => heard('refused');
    });
}"""


def test_a_foreign_page_in_a_browser_starts_nothing(
    prefect: Prefect, starting: str, elsewhere: str
) -> None:
    before = runs(prefect)
    with browser() as running:
        page = running.new_page()
        page.goto(elsewhere)
        body = json.dumps({"name": "van elders"})
        assert page.evaluate(ATTACK, [f"{prefect.api}{starting}", body]) == "refused"
    assert runs(prefect) == before


def test_the_form_of_prefect_itself_still_starts_a_run(prefect: Prefect, starting: str) -> None:
    before, deployment = runs(prefect), starting.split("/")[2]
    with browser() as running:
        person = Person(running.new_page())
        person.goes_to(f"{prefect.page}/deployments/deployment/{deployment}/run")
        person.submits()
    assert runs(prefect) == before + 1


def test_a_form_is_sent_in_once_more_where_prefect_was_too_busy(
    prefect: Prefect, starting: str
) -> None:
    before, deployment = runs(prefect), starting.split("/")[2]
    refused: list[str] = []

    def answers(route: Any) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.url)
        route.fulfill(status=503, json={"exception_message": "Service Unavailable"})

    with browser() as running:
        person = Person(running.new_page())
        person.page.route("**/create_flow_run", answers)
        person.goes_to(f"{prefect.page}/deployments/deployment/{deployment}/run")
        person.submits()
    assert runs(prefect) == before + 1
