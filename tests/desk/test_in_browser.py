# SPDX-License-Identifier: EUPL-1.2
"""The page of a griffie in a real browser: wide, on a phone, by keyboard, dark and on paper."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.desk.conftest import Balie, Open
from tests.desk.on_line import on_line
from tests.engine.pages import browser
from tests.small_picture import small

PICTURES = os.environ.get("GEHOORD_PICTURES")
"""The folder in which to leave pictures (`make pictures`); nobody compares them."""
LATE = date(2027, 10, 11)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as running:
        yield running


@pytest.fixture
def late(balie: Open) -> Balie:
    return balie("asked", LATE)


@pytest.fixture
def address(late: Balie) -> Iterator[str]:
    """The desk on a real server on a free port."""
    with on_line(late.client.app) as port:
        yield f"http://127.0.0.1:{port}{late.page('Haarlem')}"


def wider_than_the_window(page: Any) -> list[str]:
    """Return what sticks out of the window, so that a reader must scroll sideways."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => !e.closest('.utrecht-skip-link, .verborgen'))
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    return found


def contrasts(page: Any) -> float:
    """Return the lowest contrast of text against what is behind it (WCAG 2.2, 1.4.3)."""
    lowest: float = page.evaluate(
        """() => {
            const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
            const light = c => numbers(c).slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => {
                for (; e; e = e.parentElement) {
                    const c = getComputedStyle(e).backgroundColor, n = numbers(c);
                    if (n.length === 3 || n[3] > 0) return c;
                }
                return 'rgb(255, 255, 255)';
            };
            return Math.min(...[...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .map(e => [light(getComputedStyle(e).color), light(behind(e))])
                .map(pair => pair.sort((a, b) => b - a))
                .map(([high, low]) => (high + 0.05) / (low + 0.05)));
        }"""
    )
    return lowest


def test_the_page_reads_on_a_screen_a_phone_in_the_dark_and_on_paper(
    address: str, chromium: Any
) -> None:
    page = chromium.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text))
    page.goto(address)
    assert page.locator("h1").inner_text() == "De griffie van Haarlem"
    for name, size, scheme in (
        ("breed", WIDE, "light"),
        ("320", PHONE, "light"),
        ("donker", WIDE, "dark"),
    ):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        assert wider_than_the_window(page) == []
        assert contrasts(page) >= 4.5
        _picture(page, name)
    assert faults == []
    page.emulate_media(media="print")
    assert contrasts(page) >= 7
    _picture(page, "druk")


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(
    address: str, chromium: Any
) -> None:
    page = chromium.new_page(viewport=PHONE)
    page.goto(address)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Naar de inhoud"
    assert focused.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "inhoud"
    for _ in range(page.locator("main a").count()):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [document.activeElement.tagName, s.outlineStyle, s.outlineWidth] }"
        )
        assert style == ["A", "solid", "3px"]


def test_headings_names_and_regions_are_in_order(address: str, chromium: Any) -> None:
    """What an assistive program goes by (WCAG 2.2: 1.3.1, 2.4.1, 2.4.4, 2.4.6, 3.1.1)."""
    page = chromium.new_page(viewport=WIDE)
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == "nl"
    levels = page.locator("h1, h2, h3").evaluate_all("all => all.map(e => +e.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = page.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert len(ids) == len(set(ids))
    named = page.locator("[aria-labelledby]").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-labelledby'))"
    )
    assert set(named) <= set(ids)
    links = page.locator("a").evaluate_all("all => all.map(e => [e.textContent, e.href])")
    assert all(text.strip() for text, _ in links)
    meant: dict[str, set[str]] = {}
    for text, place in links:
        meant.setdefault(" ".join(text.split()), set()).add(place)
    assert [text for text, places in meant.items() if len(places) > 1] == []


def _picture(page: Any, name: str) -> None:
    if PICTURES:
        picture = small(page.context.browser.new_page(), page.screenshot(full_page=True))
        (Path(PICTURES) / f"{name}.png").write_bytes(picture)
