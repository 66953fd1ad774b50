# SPDX-License-Identifier: EUPL-1.2
"""The board shows what the register knows, whatever Prefect loses on the way."""

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import httpx
import pytest
from prefect.client.orchestration import PrefectClient, get_client
from prefect.flows import load_flow_from_entrypoint
from prefect.settings import PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from benchmarks.faults import LOCKED, FaultyLine
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import ActionState
from gehoord.tasks.board.people import PEOPLE_ENTRYPOINT, ensure_people_deployment
from gehoord.tasks.board.prefect_api import PEOPLE_FLOW
from gehoord.tasks.board.sync import (
    PAUSES,
    BoardReport,
    BoardUnreachableError,
    Card,
    sync_board,
)
from gehoord.templates.filters import PEOPLE_POOL, SAVED, dossier_tag
from tests.tasks.board.cards import AFTER, BEFORE, LAST_DAY, card, cards

PAST = date(2025, 10, 15)  # by the clock of Prefect too
AT_ONCE = (0.0, 0.0, 0.0, 0.0)
DECK = 120
"""More cards than one request makes or moves; `python -m benchmarks board` takes 342."""

T = TypeVar("T")


class Line(httpx.AsyncBaseTransport):
    """The line to the real server; counts what is asked."""

    def __init__(self) -> None:
        self.real = httpx.AsyncHTTPTransport()
        self.asked: Counter[str] = Counter()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/api")
        self.asked[f"{request.method} {path}"] += 1
        return await self.answer(path, request)

    async def answer(self, path: str, request: httpx.Request) -> httpx.Response:
        return await self.real.handle_async_request(request)

    async def aclose(self) -> None:
        await self.real.aclose()


class BrokenLine(Line):
    """Answers 503 to the first so many requests of the given kind."""

    def __init__(self, kind: str, times: int) -> None:
        super().__init__()
        self.kind, self.times = kind, times

    async def answer(self, path: str, request: httpx.Request) -> httpx.Response:
        if path.endswith(self.kind) and self.times:
            self.times -= 1
            return httpx.Response(503, headers={"Retry-After": "0"}, request=request)
        return await super().answer(path, request)


def over(
    line: httpx.AsyncBaseTransport, work: Callable[[PrefectClient], Coroutine[Any, Any, T]]
) -> T:
    async def with_client() -> T:
        async with get_client(httpx_settings={"transport": line}) as client:
            return await work(client)

    return asyncio.run(with_client())


def sync(
    deck: Sequence[Card],
    dossier: str,
    on: date,
    line: httpx.AsyncBaseTransport | None = None,
    pauses: tuple[float, ...] = PAUSES,
) -> BoardReport:
    """Sync over a line; how often a busy real server had to be asked again is not told."""
    report = over(
        line or Line(), lambda client: sync_board(deck, dossier, on, client=client, pauses=pauses)
    )
    return report if line else replace(report, retried=0)


def board(dossier: str, **narrowed: Any) -> list[dict[str, Any]]:
    """What Prefect shows of a dossier, asked without the code under test."""

    async def read(client: PrefectClient) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for offset in range(0, 1000, 200):
            wanted = {"tags": {"all_": [dossier_tag(dossier)]}, **narrowed}
            answer = await client.request(
                "POST", "/flow_runs/filter", json={"flow_runs": wanted, "offset": offset}
            )
            found += answer.json()
        return found

    return over(Line(), read)


def names(dossier: str) -> Counter[str]:
    return Counter(run["state_name"] for run in board(dossier))


def planned_on(run: dict[str, Any]) -> date:
    return datetime.fromisoformat(run["expected_start_time"]).astimezone(AMSTERDAM).date()


@pytest.mark.engine
@pytest.mark.usefixtures("prefect_server")
class TestBoard:
    def test_every_action_is_a_run_named_tagged_and_planned_at_the_end_of_its_day(self) -> None:
        assert sync(cards(32, "nieuw"), "nieuw", BEFORE) == BoardReport(created=32)
        runs = {run["idempotency_key"]: run for run in board("nieuw")}
        assert len(runs) == 32
        haarlem = runs["nieuw-7"]
        assert haarlem["name"] == "Gemeente 7: raad horen, uiterlijk 15 oktober 2027"
        assert haarlem["work_pool_name"] == PEOPLE_POOL
        assert {"gehoord", "dossier:nieuw", "gemeente:7"} <= set(haarlem["tags"])
        assert haarlem["state_type"] == haarlem["state_name"].upper() == "SCHEDULED"
        assert haarlem["expected_start_time"] == "2027-10-15T21:59:07Z"

    def test_a_second_sync_writes_nothing_and_reads_once_per_200_runs(self) -> None:
        deck = cards(230, "stil")
        assert sync(deck, "stil", BEFORE).created == 230
        line = Line()
        assert sync(deck, "stil", BEFORE, line) == BoardReport(unchanged=230)
        assert line.asked["POST /flow_runs/filter"] == 2
        assert not [asked for asked in line.asked if "filter" not in asked and "GET" not in asked]

    def test_an_action_whose_day_passed_is_late_since_that_day(self) -> None:
        deck = cards(32, "te-laat", due_on=PAST)
        assert sync(deck, "te-laat", PAST).created == 32  # its last day is still in time
        report = sync(deck, "te-laat", PAST + timedelta(days=1))
        late = board("te-laat", state={"name": {"any_": ["Late"]}})
        # Prefect's own service may have been first with some of them: late they are.
        assert len(late) == 32
        assert report.marked_late + report.unchanged == 32
        assert {run["state_type"] for run in late} == {"SCHEDULED"}
        for run in late:
            since = datetime.fromisoformat(run["expected_start_time"])
            assert planned_on(run) == PAST
            assert run["estimated_start_time_delta"] == pytest.approx(
                (datetime.now(UTC) - since).total_seconds(), abs=600
            )

    def test_all_cards_of_one_day_become_late_in_one_request_per_fifty(self) -> None:
        deck = cards(60, "samen")
        sync(deck, "samen", LAST_DAY)
        line = Line()
        assert sync(deck, "samen", AFTER, line) == BoardReport(marked_late=60)
        assert line.asked["POST /flow_runs/bulk_set_state"] == 2
        assert names("samen") == {"Late": 60}

    def test_what_is_done_is_completed_and_what_lapses_is_cancelled(self) -> None:
        sync(cards(3, "klaar"), "klaar", AFTER)
        assert names("klaar") == {"Late": 3}
        deck = [
            card(0, "klaar", state=ActionState.DONE),
            card(1, "klaar", state=ActionState.LAPSED),
        ]  # and the third left the register
        assert sync(deck, "klaar", AFTER) == BoardReport(completed=1, cancelled=2)
        assert names("klaar") == {"Completed": 1, "Cancelled": 2}
        assert sync(deck, "klaar", AFTER) == BoardReport(unchanged=2)

    def test_an_action_without_a_day_waits_and_gets_a_run_on_its_day_when_it_has_one(self) -> None:
        undated = [replace(one, days=None) for one in cards(3, "zonder-dag")]
        assert sync(undated, "zonder-dag", BEFORE) == BoardReport(created=3)
        assert {run["state_type"] for run in board("zonder-dag")} == {"PENDING"}
        assert names("zonder-dag") == {"Zonder dag": 3}
        assert sync(undated, "zonder-dag", AFTER) == BoardReport(unchanged=3)
        deck = cards(3, "zonder-dag")
        assert sync(deck, "zonder-dag", BEFORE) == BoardReport(rescheduled=3)
        assert names("zonder-dag") == {"Scheduled": 3}
        assert {planned_on(run) for run in board("zonder-dag")} == {LAST_DAY}

    def test_a_moved_action_has_its_new_day_and_name_and_is_no_longer_late(self) -> None:
        sync(cards(3, "verzet"), "verzet", AFTER)
        moved = card(0, "verzet", due_on=date(2027, 10, 22))
        deck = [moved, *cards(3, "verzet")[1:]]
        assert sync(deck, "verzet", AFTER) == BoardReport(rescheduled=1, unchanged=2)
        runs = board("verzet")
        assert len(runs) == 3
        (shown,) = (run for run in runs if run["idempotency_key"] == moved.key)
        assert shown["name"].endswith("uiterlijk 22 oktober 2027")
        assert shown["state_name"] == "Scheduled"
        assert planned_on(shown) == date(2027, 10, 22)
        assert sync(deck, "verzet", AFTER) == BoardReport(unchanged=3)

    def test_a_new_name_or_tag_keeps_the_run(self) -> None:
        sync(cards(2, "naam"), "naam", BEFORE)
        before = {run["id"] for run in board("naam")}
        deck = [
            card(0, "naam", name="Dijk en Waard: raad horen", tags=("gemeente:dijk-en-waard",)),
            card(1, "naam", tags=("gemeente:1", "stap:horen")),
        ]
        assert sync(deck, "naam", BEFORE) == BoardReport(renamed=2)
        runs = board("naam")
        assert {run["id"] for run in runs} == before
        assert "Dijk en Waard: raad horen" in {run["name"] for run in runs}
        assert {"gemeente:1", "stap:horen"} in [
            set(run["tags"]) - {"gehoord", "dossier:naam"} for run in runs
        ]
        assert sync(deck, "naam", BEFORE) == BoardReport(unchanged=2)

    @pytest.mark.parametrize("interference", ["CANCELLED", "COMPLETED", "FAILED", "RUNNING"])
    def test_what_somebody_does_to_a_run_by_hand_is_put_right(self, interference: str) -> None:
        dossier = f"hand-{interference.lower()}"
        sync(cards(1, dossier), dossier, BEFORE)
        (run,) = board(dossier)

        async def interfere(client: PrefectClient) -> None:
            await client.request(
                "POST",
                "/flow_runs/{id}/set_state",
                path_params={"id": run["id"]},
                json={"state": {"type": interference}, "force": True},
            )

        over(Line(), interfere)
        assert names(dossier) != {"Scheduled": 1}
        assert sync(cards(1, dossier), dossier, BEFORE) == BoardReport(rescheduled=1)
        assert names(dossier) == {"Scheduled": 1}

    def test_the_board_is_rebuilt_after_it_was_thrown_away(self) -> None:
        deck = [*cards(4, "weg")[1:], card(0, "weg", state=ActionState.DONE)]
        sync(deck, "weg", AFTER)
        shown = names("weg")
        assert shown == {"Late": 3, "Completed": 1}

        async def throw_away(client: PrefectClient) -> None:
            runs = {"tags": {"all_": [dossier_tag("weg")]}}
            path: Any = "/flow_runs/bulk_delete"
            await client.request("POST", path, json={"flow_runs": runs})
            await client.delete_deployment(await ensure_people_deployment())
            await client.delete_work_pool(PEOPLE_POOL)

        over(Line(), throw_away)
        assert board("weg") == []
        assert sync(deck, "weg", AFTER) == BoardReport(created=4)
        assert names("weg") == shown
        assert {run["work_pool_name"] for run in board("weg")} == {PEOPLE_POOL}

    def test_the_pool_and_its_deployment_are_made_once_and_are_not_red(self) -> None:
        deployment = asyncio.run(ensure_people_deployment())
        assert asyncio.run(ensure_people_deployment()) == deployment

        async def shown(client: PrefectClient) -> list[dict[str, Any]]:
            pool = f"/work_pools/{PEOPLE_POOL}"
            paths: Any = (pool, f"{pool}/queues/default", f"/deployments/{deployment}")
            return [(await client.request("GET", path)).json() for path in paths]

        pool, queue, found = over(Line(), shown)
        assert [one["status"] for one in (pool, queue, found)] == ["READY"] * 3
        assert "Geen machine werkt hieraan" in pool["description"]
        assert queue["last_polled"].startswith("2099")

        async def saved(client: PrefectClient) -> Any:
            return (await client.request("POST", "/saved_searches/filter", json={})).json()

        searches = {one["name"]: one["filters"] for one in over(Line(), saved)}
        assert list(searches) == sorted(SAVED)
        asked = {each["property"]: each["value"] for each in searches["Te laat"]}
        assert (asked["state"], asked["workPool"]) == (["Late"], [PEOPLE_POOL])

    def test_a_deck_stands_within_four_rounds_though_a_third_of_each_bulk_is_lost(self) -> None:
        deck, line = cards(DECK, "land"), FaultyLine(share=0.33)
        report = sync(deck, "land", LAST_DAY, line)
        assert line.lost > DECK // 4
        assert (report.created, report.failed) == (DECK, ())
        assert report.retried >= line.lost
        assert Counter(run["idempotency_key"] for run in board("land")) == Counter(
            card.key for card in deck
        )
        line = FaultyLine(share=0.33)
        report = sync(deck, "land", AFTER, line)
        assert line.lost > DECK // 4
        assert (report.marked_late, report.failed) == (DECK, ())
        assert names("land") == {"Late": DECK}

    def test_what_still_fails_is_reported_and_the_next_sync_repairs_it(self) -> None:
        deck = cards(3, "mis")
        report = sync(deck, "mis", BEFORE, FaultyLine(share=1), AT_ONCE)
        assert report.created == 0
        assert {failure.key for failure in report.failed} == {card.key for card in deck}
        assert {failure.reason for failure in report.failed} == {LOCKED}
        assert sync(deck, "mis", BEFORE) == BoardReport(created=3)

    def test_a_moved_card_of_which_only_the_removal_came_through_is_not_lost(self) -> None:
        sync(cards(1, "half"), "half", BEFORE)
        deck = cards(1, "half", due_on=date(2027, 10, 22))
        report = sync(deck, "half", BEFORE, FaultyLine(share=1), AT_ONCE)
        assert board("half") == []
        assert [failure.key for failure in report.failed] == ["half-0"]
        assert sync(deck, "half", BEFORE) == BoardReport(created=1)

    def test_two_syncs_at_once_leave_one_run_for_each_card(self) -> None:
        deck = cards(40, "samenloop")

        async def both(client: PrefectClient) -> list[BoardReport]:
            one = sync_board(deck, "samenloop", BEFORE, client=client)
            two = sync_board(deck, "samenloop", BEFORE, client=client)
            return list(await asyncio.gather(one, two))

        assert [report.failed for report in over(Line(), both)] == [(), ()]
        assert Counter(run["idempotency_key"] for run in board("samenloop")) == Counter(
            card.key for card in deck
        )

    def test_a_server_that_is_busy_for_a_while_is_asked_again(self) -> None:
        with temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0}):
            line = BrokenLine("/create_flow_run/bulk", times=3)
            report = sync(cards(3, "druk"), "druk", BEFORE, line, AT_ONCE)
            assert (report.created, report.failed) == (3, ())
            assert line.times == 0
            reading = BrokenLine("/flow_runs/filter", times=3)
            assert sync(cards(3, "druk"), "druk", BEFORE, reading, AT_ONCE) == BoardReport(
                unchanged=3
            )

    def test_a_board_that_cannot_be_read_says_what_to_do(self) -> None:
        with (
            temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0}),
            pytest.raises(BoardUnreachableError, match="gehoord board sync"),
        ):
            sync(cards(1, "dicht"), "dicht", BEFORE, BrokenLine("/flow_runs/filter", 99), AT_ONCE)

    def test_a_machine_that_takes_up_a_persons_action_is_refused_and_the_action_stays_open(
        self,
    ) -> None:
        deck = cards(1, "machine", due_on=PAST)  # a run of a day to come would wait for it
        sync(deck, "machine", AFTER)
        (run,) = board("machine")
        # What a worker runs for it, in a process of its own.
        subprocess.run(
            [sys.executable, "-m", "prefect.engine", run["id"]],
            check=True,
            capture_output=True,
            timeout=60,
        )
        (refused,) = board("machine")
        assert refused["state_type"] == "FAILED"
        assert refused["state_name"] == "Geweigerd: werk van een mens"
        assert "de machine voert haar niet uit" in refused["state"]["message"]
        assert sync(deck, "machine", AFTER) == BoardReport(marked_late=1)


def test_the_flow_behind_the_board_asks_nothing() -> None:
    flow: Any = load_flow_from_entrypoint(PEOPLE_ENTRYPOINT)
    assert flow.name == PEOPLE_FLOW
    assert not flow.parameters.properties


def test_two_cards_with_one_key_are_refused_before_anything_is_asked() -> None:
    with pytest.raises(ValueError, match="dezelfde sleutel"):
        asyncio.run(sync_board([card(), card()], "dubbel", BEFORE))
