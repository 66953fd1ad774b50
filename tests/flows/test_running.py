# SPDX-License-Identifier: EUPL-1.2
"""A flow runs for the day it is told, and in earnest never for one that is still to come."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any

import pytest
from prefect.client.schemas.objects import State

from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import clock, hearing, running, watch
from gehoord.tasks.settings import Settings
from gehoord.templates.story.forms import Offered
from tests.story import ASKED, ONE_DAY
from tests.story_in_register import StoryInRegister, ToldInRegister

Run = Callable[[date], Coroutine[Any, Any, State[None]]]

RUNS = [
    pytest.param(lambda day: watch.watch.fn(day), id="wacht"),
    pytest.param(lambda day: hearing.hear_councils.fn("klein", day), id="horen"),
]


@pytest.fixture
def story(told: ToldInRegister, monkeypatch: pytest.MonkeyPatch) -> StoryInRegister:
    """A dossier in which the ontwerp may leave, on the day before it does."""
    story = told("agreed")

    async def nothing(*_: object) -> Aftermath:
        return Aftermath()

    monkeypatch.setattr(clock, "today", lambda: ASKED - ONE_DAY)
    for module in (running, watch):
        monkeypatch.setattr(module, "open_register", lambda: story.register)
        monkeypatch.setattr(module, "follow_up", nothing)
    return story


@pytest.mark.parametrize("run", RUNS)
def test_in_earnest_no_flow_runs_for_a_day_to_come(
    story: StoryInRegister, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "settings", lambda: Settings(mail_mode="live"))
    before = story.everything()
    ended = asyncio.run(run(ASKED))
    assert (ended.is_failed(), ended.name) == (True, "Geweigerd")
    assert "17 juni 2027 ligt in de toekomst." in str(ended.message)
    assert story.everything() == before
    assert asyncio.run(run(ASKED - ONE_DAY)).name != "Geweigerd"


@pytest.mark.parametrize("run", RUNS)
def test_a_flow_tries_out_a_day_to_come_while_no_mail_really_leaves(
    story: StoryInRegister, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "settings", lambda: Settings(mail_mode="proef"))
    before = story.everything()
    assert asyncio.run(run(ASKED)).is_completed()
    assert story.everything() != before


def test_a_stage_says_where_to_go_on_once_the_register_was_read(
    story: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, list[str]]] = []

    async def point_ahead(dossier: str, forms: list[Offered]) -> None:
        told.append((dossier, [each.form for each in forms]))

    monkeypatch.setattr(running, "point_ahead", point_ahead)
    asyncio.run(hearing.hear_councils.fn("klein", ASKED - ONE_DAY))
    assert told == [("klein", ["melden-gehoord"])]
