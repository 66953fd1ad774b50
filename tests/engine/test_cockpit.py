# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator and an adviser do in a real browser, and what it takes them (see ``-s``)."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from gehoord.app.serving import Prefect
from gehoord.store.register import Register
from gehoord.templates.links import Links
from tests.engine.cockpit import cockpit
from tests.engine.falling_late import COUNCILS, LATE, OLD
from tests.engine.pages import SIZE, Person, browser
from tests.engine.pictures import GUIDE, PICTURES, SHOWN
from tests.engine.walk import COUNCIL, walk

pytestmark = [pytest.mark.engine, pytest.mark.browser]

NAME = "d-te-laat"
NAMED = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def links(prefect: Prefect, kept: Register) -> Links:
    return cockpit(prefect, kept, NAME)


@pytest.fixture(scope="module")
def seen(links: Links, chromium: Any) -> dict[str, str]:
    """What stands on the page at each stop of the walk, fields included."""
    person = Person(chromium.new_page(viewport=SIZE))
    return {stop: person.reads() for stop in walk(person, links, NAME)}


def test_a_coordinator_sees_what_is_late_the_oldest_first(seen: dict[str, str]) -> None:
    cards = [line for line in seen["te-laat"].splitlines() if "uiterlijk" in line]
    assert len(cards) == LATE
    assert not any("raad horen" in card for card in cards[: OLD + 1])
    assert sum("raad horen" in card for card in cards) == COUNCILS


def test_a_late_card_tells_who_was_reminded_when_and_what_to_do(seen: dict[str, str]) -> None:
    for words in (
        f"Wie: burgemeester en raad van {COUNCIL}.",
        "Wanneer: uiterlijk",
        f"herinnering (14 dagen voor) verzonden aan de griffie van {COUNCIL}",
        "Te laat sinds",
        "Geen antwoord, en is de laatste dag voorbij? Meld het:",
    ):
        assert words in seen["kaart"]


def test_what_is_reported_leaves_the_list_and_says_what_it_changed(seen: dict[str, str]) -> None:
    assert f"{COUNCIL}: gehoord, zienswijze" in seen["vastgelegd"]
    assert f"Gedaan: {COUNCIL}: raad horen over het ontwerp" in seen["vastgelegd"]
    assert f"{COUNCIL}: raad horen" not in seen["te-laat-daarna"]


def test_an_adviser_sees_what_a_move_brings_about_before_it_is_made(seen: dict[str, str]) -> None:
    assert "beleidsplan vaststellen: uiterlijk" in seen["alleen-bekeken"]
    assert "Alleen bekeken" not in seen["verplaatst"]


def test_in_the_second_ui_a_card_is_read_and_reported_all_the_same(
    seen: dict[str, str], links: Links, chromium: Any
) -> None:
    assert "kaart" in seen  # the walk comes first
    person = Person(chromium.new_page(viewport=SIZE), ui="/v2").begins()
    person.goes_to(f"{links.page}/runs?state=Late&work-pools=mensen&sort=START_TIME_ASC")
    person.opens_card("Adviseur van de regioburgemeester: reacties op de 70%-versie")
    person.follows("Gedaan? Meld het")
    person.fills_in({"Toelichting": "besproken in de wandelgang"})
    person.submits()
    person.sees("Vastgelegd")
    person.tells("a step is done, in the second UI")


def test_the_guide_names_what_stands_on_the_pages_that_it_shows(seen: dict[str, str]) -> None:
    parts = [part for part in GUIDE.read_text().split("\n#") if SHOWN.search(part)]
    assert parts
    shown = "\n".join(seen.values())
    named = {words for part in parts for words in NAMED.findall(part)}
    assert {words for words in named if words not in shown} == set()
    assert len(named) > 10


def test_every_picture_of_the_guide_is_there_and_small() -> None:
    shown = set(SHOWN.findall(GUIDE.read_text()))
    kept = {file.stem: file.stat().st_size for file in PICTURES.glob("*.png")}
    assert shown == set(kept)
    assert max(kept.values()) <= 80_000
