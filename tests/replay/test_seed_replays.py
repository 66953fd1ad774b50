# SPDX-License-Identifier: EUPL-1.2
"""The other real procedures, played on the production path from their planning documents."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gehoord.calendar.dutch import day_in_words
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import history_of
from gehoord.replay.machine import Clock, Engine, Summary, play, summary
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "herhalingen.md"
Replayed = Callable[[str], tuple[Summary, list[str]]]
"""What a procedure came to, by its name, and what was refused on the way."""


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Replayed:
    """Play a procedure; each once, for all tests that ask for it."""
    return cache(lambda name: play_again(name, tmp_path_factory.mktemp("replay")))


def play_again(name: str, home: Path) -> tuple[Summary, list[str]]:
    proposal, eenheid, text = proposal_of(name)
    history = history_of(name)
    place = Settings(home=home, database_url="", mail_mode="proef")
    clock = Clock(history.start)
    engine = Engine(Register(connect(place.database), clock.now), clock, place)
    refused = [
        played.outcome.text
        for played in play(engine, "d", proposal, eenheid, text, history)
        if played.outcome.refused
    ]
    found = summary(engine, "d")
    engine.register.engine.dispose()
    return found, refused


@pytest.mark.parametrize(
    ("name", "councils", "adopted_on"),
    [
        ("noord-holland/imv-2019-2022", 35, date(2018, 11, 22)),
        ("oost-nederland/vs-mjb-2019-2022", 76, date(2019, 5, 22)),
    ],
)
def test_every_council_is_heard_before_the_plan_is_adopted(
    name: str, councils: int, adopted_on: date, replayed: Replayed
) -> None:
    found, _ = replayed(name)
    assert (found.asked, found.heard) == (councils, councils)
    assert found.adoption is not None
    assert found.adoption.taken_on == adopted_on
    assert len(found.adoption.adopters) == councils + 1
    assert found.faults == ()


def test_the_ontwerp_of_2018_does_not_leave_before_the_clients_agreed(replayed: Replayed) -> None:
    _, refused = replayed("noord-holland/imv-2019-2022")
    assert "akkoord ontbreekt" in refused[0]


def test_the_bridging_year_is_adopted_without_hearing_only_with_its_reason(
    replayed: Replayed,
) -> None:
    found, refused = replayed("noord-holland/imv-2023")
    assert any("zonder nieuw horen" in text and "38b lid 2" in text for text in refused)
    assert found.heard == 0
    assert found.adoption is not None
    assert found.adoption.taken_on == date(2022, 11, 10)


@pytest.mark.parametrize(
    "name",
    [
        "noord-holland/imv-2019-2022",
        "noord-holland/imv-2023",
        "oost-nederland/vs-mjb-2019-2022",
    ],
)
def test_the_page_of_replays_has_the_figures_that_playing_comes_to(
    name: str, replayed: Replayed
) -> None:
    found, _ = replayed(name)
    assert found.adoption is not None
    on = day_in_words(found.adoption.taken_on)
    figures = (found.asked, found.heard, found.zienswijzen, found.letters, found.reminders, on)
    assert f"| `{name}` | {' | '.join(map(str, figures))} |" in PAGE.read_text()
