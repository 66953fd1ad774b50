"""Overviews are published when they may be other than what Prefect shows, and then alone."""

import asyncio
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gehoord.domain.acts.report import Corrected, StepDone
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.tasks import artifacts
from gehoord.tasks.artifacts import forget_overviews, overviews_behind, publish_overviews

DAY = date(2027, 1, 5)
Small = tuple[Proposal, Eenheid, str]


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a Prefect that takes everything was given, by its key."""
    given: list[str] = []

    async def take(_client: Any, _method: str, path: str, artifact: dict[str, Any]) -> None:
        assert path == "/artifacts/"
        given.append(artifact["key"])

    monkeypatch.setattr(artifacts, "get_client", nullcontext)
    monkeypatch.setattr(artifacts, "ask", take)
    return given


@pytest.fixture
def shown(register: Register, small: Small, tmp_path: Path, published: list[str]) -> Path:
    """A home whose overviews of DAY are shown."""
    open_dossier(register, "klein", *small, DAY)
    assert show(register, tmp_path, DAY)
    assert sorted(published) == ["klein-bevindingen", "klein-gehoord", "klein-raden"]
    return tmp_path


def show(register: Register, home: Path, on: date) -> bool:
    behind = overviews_behind(register, "klein", home, on)
    if behind:
        asyncio.run(publish_overviews(behind, home))
    return behind is not None


def test_what_is_shown_is_not_shown_again(register: Register, shown: Path) -> None:
    assert not show(register, shown, DAY)
    assert not show(register, shown, DAY + timedelta(days=1))


def test_a_finding_that_comes_with_a_day_is_shown_on_that_day(
    register: Register, shown: Path
) -> None:
    days = [DAY + timedelta(days=number) for number in range(400)]
    assert any(show(register, shown, day) for day in days)


def test_after_an_entry_it_is_shown_even_in_the_same_words(register: Register, shown: Path) -> None:
    """Another machine may have shown what was between."""
    record(register, "klein", StepDone(on=DAY, step="raadpleging-70"), DAY)
    undone = Corrected(on=DAY, step="raadpleging-70", reason="dat was een ander advies")
    record(register, "klein", undone, DAY)
    assert show(register, shown, DAY)
    assert not show(register, shown, DAY)


def test_beside_another_board_it_is_shown_anew(register: Register, shown: Path) -> None:
    forget_overviews("klein", shown)
    assert show(register, shown, DAY)


def test_another_version_of_gehoord_shows_what_it_makes_of_it(
    register: Register, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(artifacts, "MADE_BY", "Gehoord 9")
    monkeypatch.setattr(artifacts, "overview", lambda case, state: "andere woorden")
    assert show(register, shown, DAY)
