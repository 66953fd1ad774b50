# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken is one page in its place, written when it may be other than what is shown."""

import asyncio
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from gehoord.domain.acts.report import Corrected, StepDone
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.tasks import artifacts
from gehoord.tasks.artifacts import forget_standing, publish_standing, standing_behind
from gehoord.tasks.board import pages
from gehoord.templates.standing.page import page

DAY = date(2026, 12, 7)
ON_TIME = DAY + timedelta(days=1)
FIRST_LATE = date(2027, 1, 1)
Small = tuple[Proposal, Eenheid, str]


class Shown:
    """A Prefect that takes everything: what it has under each key, and how often it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any]] = {}
        self.written = 0

    async def ask(self, _client: Any, method: str, path: str, body: Any) -> Any:
        if path.endswith("/filter"):
            known = [{"key": key, "latest_id": f"id-{key}"} for key in self.pages]
            return known if path.startswith("/artifacts") else []
        self.written += 1
        if method == "POST":
            self.pages[body["key"]] = {}
            return {"id": f"id-{body['key']}"}
        self.pages[path.removeprefix("/artifacts/id-")] |= body
        return None


@pytest.fixture
def prefect(monkeypatch: pytest.MonkeyPatch) -> Shown:
    there = Shown()
    client = SimpleNamespace(api_url="http://prefect.invalid/api")
    monkeypatch.setattr(artifacts, "get_client", lambda: nullcontext(client))
    for module in (artifacts, pages):
        monkeypatch.setattr(module, "ask", there.ask)
    return there


@pytest.fixture
def shown(register: Register, small: Small, tmp_path: Path, prefect: Shown) -> Path:
    """A home whose Stand van zaken of DAY is shown."""
    open_dossier(register, "klein", *small, DAY)
    assert show(register, tmp_path, DAY)
    assert list(prefect.pages) == ["klein-stand-van-zaken"]
    return tmp_path


def show(register: Register, home: Path, on: date) -> bool:
    behind = standing_behind(register, "klein", home, on)
    if behind:
        asyncio.run(publish_standing(behind, home, home / "outbox"))
    return behind is not None


def test_what_is_shown_is_not_shown_again(register: Register, shown: Path) -> None:
    assert not show(register, shown, DAY)
    assert not show(register, shown, ON_TIME)


def test_what_falls_late_is_shown_the_day_after_and_then_once_a_day(
    register: Register, shown: Path, prefect: Shown
) -> None:
    assert show(register, shown, FIRST_LATE)
    assert "**1 dag te laat**" in prefect.pages["klein-stand-van-zaken"]["data"]
    assert not show(register, shown, FIRST_LATE)
    assert show(register, shown, FIRST_LATE + timedelta(days=1))
    assert "**2 dagen te laat**" in prefect.pages["klein-stand-van-zaken"]["data"]


def test_it_is_made_once_and_changed_in_its_place(
    register: Register, shown: Path, prefect: Shown
) -> None:
    before = prefect.written
    record(register, "klein", StepDone(on=DAY, step="raadpleging-70"), DAY)
    assert show(register, shown, DAY)
    assert prefect.written == before + 1
    page = prefect.pages["klein-stand-van-zaken"]
    assert "/artifacts/artifact/id-klein-stand-van-zaken" in page["description"]


def test_after_an_entry_it_is_shown_even_in_the_same_words(register: Register, shown: Path) -> None:
    """Another machine may have shown what was between."""
    record(register, "klein", StepDone(on=DAY, step="raadpleging-70"), DAY)
    undone = Corrected(on=DAY, step="raadpleging-70", reason="dat was een ander advies")
    record(register, "klein", undone, DAY)
    assert show(register, shown, DAY)
    assert not show(register, shown, DAY)


def test_beside_another_board_it_is_shown_anew(register: Register, shown: Path) -> None:
    forget_standing("klein", shown)
    assert show(register, shown, DAY)


def test_another_version_of_gehoord_shows_what_it_makes_of_it(
    register: Register, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(artifacts, "MADE_BY", "Gehoord 9")
    assert not show(register, shown, DAY)
    monkeypatch.setattr(artifacts, "MADE_BY", "Gehoord 10")
    made = page
    monkeypatch.setattr(
        artifacts,
        "page",
        lambda *given: replace(made(*given), body="andere woorden"),
    )
    assert show(register, shown, DAY)
