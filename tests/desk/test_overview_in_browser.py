# SPDX-License-Identifier: EUPL-1.2
"""The overview in a real browser: wide, on a phone, in the dark, on paper, and its drawings."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pytest

from gehoord.flows.access import give_link
from tests.conftest import read_day
from tests.desk.conftest import Balie, Open
from tests.desk.drawn import drawn_contrasts
from tests.desk.in_window import showing
from tests.desk.test_in_browser import PHONE, WIDE, contrasts
from tests.engine.pages import browser
from tests.story import ASKED, heard

pytestmark = pytest.mark.browser

A4_UPRIGHT, A4_LYING = {"width": 718, "height": 1000}, {"width": 1030, "height": 700}
"""What the margins leave of the paper, in pixels of a browser."""
TEXTS = ".tijdlijn text, .tegelkaart text"
LINES = ".tegel .lijn, .tegel > rect, .af, .vandaag, .plan, .opening"


@pytest.fixture(scope="module")
def window() -> Iterator[Any]:
    with browser() as running:
        yield running.new_page()


@pytest.fixture
def late(balie: Open) -> Balie:
    """One council was heard, two are late, and the adoption moved."""
    found = balie("asked", ASKED)
    found.story.moves("vaststelling", read_day("Thu 2027-11-18"), ASKED)
    found.story.does(heard("Haarlem"))
    found.on = read_day("Tue 2027-10-26")
    return found


@pytest.fixture
def page(late: Balie, window: Any) -> Any:
    link = give_link(late.story.register, "klein", "overzicht", late.home, late.on)
    faults: list[str] = []
    window.on("console", lambda said: faults.append(said.text))
    showing(window, late, late.get(link.path))
    yield window
    assert faults == []


def sticking_out(page: Any) -> list[str]:
    """Return what sticks out of the window and does not scroll in a box of its own."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => !e.closest('.utrecht-skip-link, .verborgen, .schuif *'))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    return found


def off_paper(page: Any, parts: str) -> list[str]:
    """Return what is wider than the paper, and would be cut off."""
    found: list[str] = page.evaluate(
        """parts => [...document.querySelectorAll(parts)]
            .flatMap(part => [...part.querySelectorAll('table, svg, p, li')])
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 80))""",
        parts,
    )
    return found


def test_it_reads_on_a_screen_a_phone_in_the_dark_and_on_paper(page: Any) -> None:
    for size, scheme in ((WIDE, "light"), (PHONE, "light"), (WIDE, "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert sticking_out(page) == []
        assert contrasts(page) >= 4.5
        assert min(drawn_contrasts(page, TEXTS, "fill")) >= 4.5
        assert min(drawn_contrasts(page, LINES, "stroke")) >= 3


def test_a_reader_with_colours_of_his_own_sees_the_drawings_in_them(page: Any) -> None:
    page.set_viewport_size(WIDE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        assert min(drawn_contrasts(page, TEXTS, "fill")) >= 7
        assert min(drawn_contrasts(page, LINES, "stroke")) >= 7
    page.emulate_media(color_scheme="light", forced_colors="none")


def test_all_of_it_is_on_paper_the_timeline_lying_down(page: Any) -> None:
    page.emulate_media(media="print", color_scheme="light")
    assert contrasts(page) >= 4.5
    assert page.locator("nav").is_hidden()
    page.set_viewport_size(A4_UPRIGHT)
    assert off_paper(page, "#te-laat, #bij-wie, #fasen, #raden, #mail, #toets, #laatst") == []
    page.set_viewport_size(A4_LYING)
    assert off_paper(page, "#tijdlijn") == []
    widths = re.findall(rb"/MediaBox \[0 0 (\d+)", page.pdf(prefer_css_page_size=True))
    assert [width for width, _ in groupby(widths)] == [b"594", b"841", b"594"]
    page.emulate_media(media="screen")


def test_headings_ids_and_links_are_in_order_and_each_box_can_be_reached(page: Any) -> None:
    """What an assistive program goes by (WCAG 2.2: 1.1.1, 1.3.1, 2.1.1, 2.4.4, 2.4.6)."""
    page.set_viewport_size(WIDE)
    levels = page.locator("h1, h2, h3").evaluate_all("all => all.map(e => +e.tagName[1])")
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = page.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    named = page.locator("[aria-labelledby]").evaluate_all(
        "all => all.flatMap(e => e.getAttribute('aria-labelledby').split(' '))"
    )
    assert set(named) <= set(ids)
    boxes = page.locator(".schuif")
    assert boxes.count() > 4
    assert boxes.evaluate_all("all => all.every(e => e.tabIndex === 0)")
    drawings = page.get_by_role("img")
    assert drawings.count() == 2
    assert all(
        page.locator(f"#{name}").inner_html() for name in ("kaart-uitleg", "tijdlijn-uitleg")
    )
    links = page.locator("a").evaluate_all(
        "all => all.map(e => [e.textContent.replace(/\\s+/g, ' ').trim(), e.href])"
    )
    assert all(text for text, _ in links)
    assert len({text for text, _ in links}) == len({(text, place) for text, place in links})


def test_what_is_drawn_in_a_row_stays_in_it_and_no_two_tiles_touch(page: Any) -> None:
    page.set_viewport_size(WIDE)
    rows = page.locator(".tijdlijn .rij").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.top, b.bottom])"
    )
    assert len(rows) > 10
    assert all(bottom - top <= 28 for top, bottom in rows)
    assert all(below >= bottom - 2 for (_, bottom), (below, _) in pairwise(rows))
    widest = page.locator(".tijdlijn .rij > text:first-of-type").evaluate_all(
        "all => Math.max(...all.map(e => e.getBBox().x + e.getBBox().width))"
    )
    assert widest <= 330
    fits = page.locator(".tegelkaart .tegel").evaluate_all(
        "all => all.every(e => e.querySelector('text').getBBox().width <= 58)"
    )
    assert fits
