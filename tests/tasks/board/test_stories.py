# SPDX-License-Identifier: EUPL-1.2
"""What stands under a card is written once, whatever happens on the way."""

import asyncio
import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
import pytest
from prefect.client.orchestration import PrefectClient

from gehoord.tasks.board.card_lines import Lines
from gehoord.tasks.board.stories import tell_stories
from gehoord.templates.story.story_line import StoryLine, StoryPart

OPENED = datetime(2027, 1, 4, 6, tzinfo=UTC)
NOW = datetime(2027, 9, 23, 5, tzinfo=UTC)
FORM = "Gehoord? Meld het: http://127.0.0.1:4200/deployments/deployment/%s/run"


class Prefect:
    """Keeps lines as Prefect does; refuses to write as often as it is told, and one line always."""

    def __init__(self, refusals: int = 0, refused: str = "") -> None:
        self.lines: list[dict[str, Any]] = []
        self.asked: Counter[str] = Counter()
        self.refusals = refusals
        self.refused = refused

    async def request(self, method: str, path: str, json: Any) -> httpx.Response:
        self.asked[path] += 1
        await asyncio.sleep(0)  # as long as this takes, others go on
        asked = httpx.Request(method, f"http://127.0.0.1{path}")
        if path == "/logs/filter":
            return httpx.Response(200, content=self._page(json), request=asked)
        if self.refusals or any(line["message"] == self.refused for line in json):
            self.refusals = max(0, self.refusals - 1)
            response = httpx.Response(500, request=asked)
            raise httpx.HTTPStatusError("database is locked", request=asked, response=response)
        self.lines += json
        return httpx.Response(201, request=asked)

    def _page(self, body: Any) -> bytes:
        runs, start = set(body["logs"]["flow_run_id"]["any_"]), body["offset"]
        found = [line for line in self.lines if line["flow_run_id"] in runs]
        found.sort(key=lambda line: line["timestamp"])
        return json.dumps(found[start : start + body["limit"]]).encode()

    def under(self, run: UUID) -> list[str]:
        lines = sorted(self.lines, key=lambda line: line["timestamp"])
        return [line["message"] for line in lines if line["flow_run_id"] == str(run)]


def story(*events: str, form: str = "7f", head: str = "Wat: raad horen.") -> list[StoryLine]:
    parts = [(head, StoryPart.HEAD), (FORM % form, StoryPart.FORM)]
    lines = [*parts, *((event, StoryPart.EVENT) for event in events)]
    return [
        StoryLine(OPENED + timedelta(days=place), text, part=part)
        for place, (text, part) in enumerate(lines)
    ]


def tell(prefect: Prefect, stories: Lines, file: Path, rounds: int = 2) -> dict[UUID, str]:
    client = cast(PrefectClient, prefect)
    return asyncio.run(tell_stories(client, stories, file, NOW, [0.0] * (rounds - 1)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bord" / "klein.verhalen.json"


def test_a_story_that_stands_there_costs_no_request(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    assert tell(prefect, {run: story("gevraagd")}, file) == {}
    assert prefect.under(run) == [line.text for line in story("gevraagd")]
    prefect.asked.clear()
    assert tell(prefect, {run: story("gevraagd")}, file) == {}
    assert not prefect.asked


def test_only_what_is_new_is_added(file: Path) -> None:
    prefect, run, other = Prefect(), uuid4(), uuid4()
    tell(prefect, {run: story("gevraagd"), other: story("gevraagd")}, file)
    prefect.asked.clear()
    tell(prefect, {run: story("gevraagd", "herinnerd"), other: story("gevraagd")}, file)
    assert prefect.under(run)[-2:] == ["gevraagd", "herinnerd"]
    assert len(prefect.lines) == 7
    assert prefect.asked == {"/logs/filter": 1, "/logs/": 1}


def test_who_stops_between_writing_and_keeping_repeats_nothing(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    tell(prefect, {run: story("gevraagd")}, file)
    for lost in (b"", b"{}", b'{"runs":{"x":1}}'):
        file.write_bytes(lost)
        assert tell(prefect, {run: story("gevraagd")}, file) == {}
    assert len(prefect.lines) == 3


def test_the_same_that_happens_twice_is_told_twice(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    tell(prefect, {run: story("verplaatst")}, file)
    tell(prefect, {run: story("verplaatst", "verplaatst")}, file)
    assert prefect.under(run)[-2:] == ["verplaatst", "verplaatst"]


def test_a_form_that_stands_elsewhere_is_pointed_to_again_as_the_newest_line(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    tell(prefect, {run: story("gevraagd")}, file)
    tell(prefect, {run: story("gevraagd", form="8a")}, file)
    assert prefect.under(run)[-2:] == ["gevraagd", FORM % "8a"]


def test_a_card_keeps_its_beginning_when_the_plan_around_it_changes(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    tell(prefect, {run: story("gevraagd")}, file)
    tell(prefect, {run: story("gevraagd", "herinnerd", head="Wat: iets anders.")}, file)
    assert "Wat: iets anders." not in prefect.under(run)


def test_what_prefect_refuses_for_a_moment_is_written_once(file: Path) -> None:
    prefect, run = Prefect(refusals=1), uuid4()
    assert tell(prefect, {run: story("gevraagd")}, file) == {}
    assert len(prefect.lines) == 3


def test_what_prefect_goes_on_refusing_is_told_and_the_next_look_mends_it(file: Path) -> None:
    prefect, run, other = Prefect(), uuid4(), uuid4()
    tell(prefect, {other: story("gevraagd")}, file)
    prefect.refusals = 2
    stories = {run: story("gevraagd"), other: story("gevraagd")}
    reasons = tell(prefect, stories, file)
    assert list(reasons) == [run]
    assert "database is locked" in reasons[run]
    assert tell(prefect, stories, file) == {}
    assert len(prefect.under(run)) == len(prefect.under(other)) == 3


def test_a_line_that_prefect_refuses_keeps_only_its_own_card_from_its_story(file: Path) -> None:
    prefect, run, *others = Prefect(refused="te veel"), uuid4(), uuid4(), uuid4()
    stories = {run: story("te veel")} | dict.fromkeys(others, story("gevraagd"))
    assert list(tell(prefect, stories, file)) == [run]
    assert prefect.under(run) == []
    assert [len(prefect.under(other)) for other in others] == [3, 3]
    assert prefect.asked["/logs/"] == 4


def test_of_two_at_once_the_second_waits_and_finds_everything_told(file: Path) -> None:
    prefect, run = Prefect(), uuid4()
    client, stories = cast(PrefectClient, prefect), {run: story("gevraagd")}

    async def both() -> list[dict[UUID, str]]:
        first, second = (tell_stories(client, stories, file, NOW, ()) for _ in range(2))
        return list(await asyncio.gather(first, second))

    assert asyncio.run(both()) == [{}, {}]
    assert prefect.under(run) == [line.text for line in stories[run]]


def test_a_story_is_never_parted_over_two_requests(file: Path) -> None:
    prefect = Prefect()
    stories = {uuid4(): story(*map(str, range(698))) for _ in range(6)}  # 4,200 lines
    assert tell(prefect, stories, file) == {}
    assert prefect.asked["/logs/"] == 3
    assert len(prefect.lines) == 4200
    file.unlink()
    prefect.asked.clear()
    assert tell(prefect, stories, file) == {}
    assert prefect.asked == {"/logs/filter": 22}


def test_a_run_that_is_gone_is_forgotten(file: Path) -> None:
    prefect, run, gone = Prefect(), uuid4(), uuid4()
    tell(prefect, {run: story(), gone: story()}, file)
    tell(prefect, {run: story()}, file)
    assert list(json.loads(file.read_bytes())["runs"]) == [str(run)]
