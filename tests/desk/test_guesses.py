# SPDX-License-Identifier: EUPL-1.2
"""Who tries links by the thousand is not looked up any more, and learns nothing of it."""

from dataclasses import dataclass, replace

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from gehoord.desk import guesses
from gehoord.desk.answers import not_found
from gehoord.desk.application import desk
from gehoord.desk.guesses import Guesses
from tests.desk.conftest import Open
from tests.story import ASKED

MOST = 5


@dataclass
class House:
    """A desk with one page, and a clock; ``asked`` counts what reached it."""

    asked: int = 0
    now: float = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        right = PlainTextResponse("pagina") if scope["path"] == "/p/goed" else not_found()
        await right(scope, receive, send)

    def client(self) -> TestClient:
        return TestClient(Guesses(self, "X-Afzender", lambda: self.now))


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(guesses, "MOST", MOST)
    return House()


def ask(
    client: TestClient, path: str, *senders: str
) -> tuple[int, bytes, tuple[tuple[str, str], ...]]:
    answer = client.get(path, headers=[("X-Afzender", sender) for sender in senders])
    return answer.status_code, answer.content, tuple(sorted(answer.headers.items()))


def test_after_too_many_wrong_links_nothing_is_looked_up_and_the_bytes_are_the_same(
    house: House,
) -> None:
    client = house.client()
    answers = [ask(client, "/p/fout", "192.0.2.1") for _ in range(MOST + 3)]
    answers.append(ask(client, "/p/goed", "192.0.2.1"))
    assert answers == answers[:1] * len(answers)
    assert house.asked == MOST


def test_another_sender_notices_nothing(house: House) -> None:
    client = house.client()
    for _ in range(MOST + 1):
        ask(client, "/p/fout", "192.0.2.1")
    assert ask(client, "/p/goed", "192.0.2.2")[0] == 200
    assert ask(client, "/p/goed", "192.0.2.1, 192.0.2.2")[0] == 200
    assert ask(client, "/p/goed", "192.0.2.1", "192.0.2.2")[0] == 200
    assert ask(client, "/p/goed", "192.0.2.2, 192.0.2.1")[0] == 404


def test_after_a_while_a_sender_is_served_again(house: House) -> None:
    client = house.client()
    for _ in range(MOST):
        ask(client, "/p/fout", "192.0.2.1")
    house.now = guesses.STRETCH - 1
    assert ask(client, "/p/goed", "192.0.2.1")[0] == 404
    house.now = guesses.STRETCH
    assert ask(client, "/p/goed", "192.0.2.1")[0] == 200


def test_one_house_with_many_addresses_is_one_sender(house: House) -> None:
    client = house.client()
    for number in range(MOST):
        ask(client, "/p/fout", f"2001:db8:1:2::{number}")
    assert ask(client, "/p/goed", "2001:db8:1:2:ffff::1")[0] == 404
    assert ask(client, "/p/goed", "2001:db8:1:3::1")[0] == 200


def test_without_the_word_of_a_proxy_nobody_is_shut_out(house: House) -> None:
    client = house.client()
    for _ in range(MOST + 3):
        ask(client, "/p/fout")
    assert ask(client, "/p/goed")[0] == 200


def test_what_a_browser_asks_by_itself_is_no_guess(house: House) -> None:
    client = house.client()
    for _ in range(MOST + 3):
        ask(client, "/favicon.ico", "192.0.2.1")
    assert ask(client, "/p/goed", "192.0.2.1")[0] == 200
    for _ in range(MOST + 3):
        ask(client, "/p/fout", "192.0.2.1")
    before = house.asked
    ask(client, "/stijl.css", "192.0.2.1")
    assert house.asked == before + 1


def test_what_is_right_does_not_count(house: House) -> None:
    client = house.client()
    answers = {ask(client, "/p/goed", "192.0.2.1")[0] for _ in range(MOST + 3)}
    assert answers == {200}


def test_only_so_many_senders_are_remembered(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST_SENDERS", 3)
    counted = Guesses(house, "X-Afzender", lambda: 0.0)
    client = TestClient(counted)
    for number in range(20):
        ask(client, "/p/fout", f"192.0.2.{number}")
    assert len(counted._wrong) == 3


def test_a_desk_that_knows_the_header_counts(balie: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST", MOST)
    found = balie("asked", ASKED)
    counting = replace(found.place, sender_header="X-Afzender")
    client, page = TestClient(desk(counting)), found.page("Texel")
    wrong = {ask(client, f"/k/{number}.ics", "192.0.2.1") for number in range(MOST)}
    assert ask(client, page, "192.0.2.1") in wrong
    assert len(wrong) == 1
    assert ask(client, page, "192.0.2.2")[0] == 200
