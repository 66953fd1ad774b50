# SPDX-License-Identifier: EUPL-1.2
"""The desk on a real server: it takes in what is sent, and prints no key, whatever happens."""

import re
import socket
import time
from pathlib import Path

import httpx

from gehoord.domain.dossier.access import feed_token
from gehoord.flows.access import give_link
from tests.desk.served import desk_served
from tests.story import OPENED
from tests.story_in_register import ToldInRegister


def test_no_key_stands_in_what_the_server_prints(told: ToldInRegister, tmp_path: Path) -> None:
    story, home, log = told("opened"), tmp_path / "home", tmp_path / "desk.log"
    token = give_link(story.register, "klein", "Haarlem", home, OPENED).token
    feed = f"/k/{feed_token(token)}.ics"
    with desk_served(story, home, log) as desk:
        address = desk.address
        page = httpx.get(f"{address}/p/{token}")
        assert page.status_code == 200
        assert f"{address}{feed}" in page.text
        assert "server" not in page.headers
        assert "strict-transport-security" not in page.headers
        assert httpx.head(f"{address}{feed}").content == b""
        assert httpx.get(f"{address}{feed}").headers["etag"]
        assert httpx.post(f"{address}/p/{token}", content=b"x" * 1000).status_code == 405
        assert httpx.get(f"{address}/p/{token}x").status_code == 404
        _sends_in(address, token, home)
        assert story.state.municipality("Haarlem").griffie_address == "griffie@haarlem.example"
        _send_rubbish(desk.port, token)
        with story.register.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE access RENAME TO elders")
        assert httpx.get(f"{address}/p/{token}").status_code == 503
    printed = log.read_text()
    assert "De balie draait op" in printed
    assert printed.endswith("De balie is gestopt.\n")
    assert "OperationalError" in printed
    assert token not in printed
    assert feed_token(token) not in printed
    assert "Traceback" not in printed


def _sends_in(address: str, token: str, home: Path) -> None:
    """What is sent in is kept once, and its receipt leaves by itself."""
    form = f"{address}/p/{token}/antwoord/adres"
    shown = re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', httpx.get(form).text)
    said = dict(shown) | {"adres": "griffie@haarlem.example"}
    large = httpx.post(form, data=said, files={"bestand": b"x" * 20_000_000})
    assert large.status_code == 413
    answers = [httpx.post(form, data=said) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    [receipt] = {answer.headers["location"] for answer in answers}
    assert "griffie@haarlem.example" in httpx.get(f"{address}{receipt}").text
    assert set(httpx.put(form).headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    give_up_at = time.monotonic() + 60
    while time.monotonic() < give_up_at and not list(home.rglob("*.eml")):
        time.sleep(0.1)
    assert [file for file in home.rglob("*.eml") if "ingestuurd.json" in file.read_text()]


def _send_rubbish(port: int, token: str) -> None:
    """Send a head that is no request, and one that is too long: both are refused at once."""
    heads = [b"GET /p/" + token.encode(), b"GET /" + b"a" * 70_000]
    for head in heads:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
            line.sendall(head + b" rubbish\r\n\r\n")
            assert line.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 4"))
