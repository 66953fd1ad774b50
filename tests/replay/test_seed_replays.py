# SPDX-License-Identifier: EUPL-1.2
"""The other real procedures, played on the production path from their planning documents."""

from datetime import date
from pathlib import Path

import pytest

from gehoord.calendar.dutch import day_in_words
from tests.replayed import Replay

PAGE = Path(__file__).parents[2] / "docs" / "herhalingen.md"


@pytest.mark.parametrize(
    ("name", "councils", "adopted_on"),
    [
        ("noord-holland/imv-2019-2022", 35, date(2018, 11, 22)),
        ("oost-nederland/vs-mjb-2019-2022", 76, date(2019, 5, 22)),
    ],
)
def test_every_council_is_heard_before_the_plan_is_adopted(
    name: str, councils: int, adopted_on: date, replayed: Replay
) -> None:
    found = replayed(name).summary
    assert (found.asked, found.heard) == (councils, councils)
    assert found.adoption is not None
    assert found.adoption.taken_on == adopted_on
    assert len(found.adoption.adopters) == councils + 1
    assert found.faults == ()


def test_the_ontwerp_of_2018_does_not_leave_before_the_clients_agreed(
    replayed: Replay,
) -> None:
    assert "akkoord ontbreekt" in replayed("noord-holland/imv-2019-2022").refused[0]


def test_the_bridging_year_is_adopted_without_hearing_only_with_its_reason(
    replayed: Replay,
) -> None:
    played = replayed("noord-holland/imv-2023")
    assert any("zonder nieuw horen" in text and "38b lid 2" in text for text in played.refused)
    found = played.summary
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
    name: str, replayed: Replay
) -> None:
    found = replayed(name).summary
    assert found.adoption is not None
    on = day_in_words(found.adoption.taken_on)
    figures = (found.asked, found.heard, found.zienswijzen, found.letters, found.reminders, on)
    assert f"| `{name}` | {' | '.join(map(str, figures))} |" in PAGE.read_text()
