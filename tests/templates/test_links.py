# SPDX-License-Identifier: EUPL-1.2
"""Links to lists of cards: what they show, of any age, and that they do not grow old."""

from urllib.parse import parse_qs, urlsplit

import pytest

from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.templates.filters import SAVED
from gehoord.templates.links import Links, standing_key
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small

LINKS = Links("http://127.0.0.1:4200")
MINE = "dossier:klein"
EVER = "2013-01-01T00:00:00Z"


def asked(address: str) -> dict[str, list[str]]:
    parts = urlsplit(address)
    assert (parts.netloc, parts.path) == ("127.0.0.1:4200", "/runs")
    return parse_qs(parts.query, strict_parsing=True)


@pytest.mark.parametrize(
    ("address", "states", "tags", "days", "order"),
    [
        (LINKS.late("klein"), ["Late"], [MINE], EVER, "START_TIME_ASC"),
        (LINKS.coming("klein"), ["Scheduled", "Late"], [MINE], "2592000", "START_TIME_ASC"),
        (LINKS.done("klein"), ["Completed"], [MINE], EVER, "START_TIME_DESC"),
        (
            LINKS.waiting_for("klein", "Burgemeester van 's-Gravenhage & Delft"),
            ["Late", "Scheduled", "Zonder dag"],
            [MINE, "wie:Burgemeester van 's-Gravenhage & Delft"],
            EVER,
            "START_TIME_ASC",
        ),
        (
            LINKS.cards("klein", "stap:horen"),
            None,
            [MINE, "stap:horen"],
            EVER,
            "START_TIME_ASC",
        ),
    ],
)
def test_a_list_shows_the_cards_of_one_dossier_in_order(
    address: str, states: list[str] | None, tags: list[str], days: str, order: str
) -> None:
    said = asked(address)
    assert said.get("state") == states
    assert said["tag"] == tags
    assert said.get("seconds", said.get("startDate")) == [days]
    assert said["flow-runs-sort"] == [order]
    assert said["workPool"] == ["mensen"]


def test_the_stand_van_zaken_is_found_by_its_id_and_by_its_key_before_that_is_known() -> None:
    known = Links("http://x", artifacts={standing_key("klein"): "7f"})
    assert known.standing("klein") == "http://x/artifacts/artifact/7f"
    assert known.standing("groot") == "http://x/artifacts/key/groot-stand-van-zaken"


def test_what_waits_for_me_is_what_waits_for_the_adviser(small: Small) -> None:
    story = StoryInMemory()
    story.opens(small)
    names = {a.owner_name for a in story.state.actions if a.owner == ADVISER}
    assert names
    assert SAVED["Wacht op mij"].tags == tuple(f"wie:{name}" for name in names)
