# SPDX-License-Identifier: EUPL-1.2
"""What axe-core finds on the public site, opened from a folder: nothing, wide, narrow, or dark."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gehoord.desk.itself import house_style_in
from gehoord.domain.eenheid.publishing import Publishing
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_dossier import public_dossier
from gehoord.templates.public_pages import BELOW, PAGES, STEPS, PlacedPaper, PublicPages
from tests.conftest import HERE
from tests.desk.axe import COLOURS, Axe
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.domain.publicity.planting import Planter, planted_dossier
from tests.engine.pages import browser
from tests.story import ADOPTED, Small

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
COUNCIL = "raad-gm0392.html"
EVERY = (*(name for name, _ in PAGES), STEPS, *BELOW, COUNCIL)
RICH = ("index.html", "plan.html", COUNCIL)
"""Between them they have nearly every part that a page can have; the others are for the night."""
JUDGED = EVERY if os.environ.get("GEHOORD_NIGHTLY") else RICH

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, small_once: Small) -> Path:
    """The site of a dossier that has something of everything, in a folder."""
    story = StoryInMemory()
    story.tell(small_once, "adopted")
    state = planted_dossier(story.state, Planter())
    public = public_dossier(state, ADOPTED, Masking())
    placed = [PlacedPaper(p, f"documenten/{p.key}.pdf", "PDF", "1 kB") for p in public.papers[:1]]
    names = {council.code: f"raad-{council.code}.html" for council in public.councils}
    folder = tmp_path_factory.mktemp("site")
    publishing = Publishing(contact="plan@gemeente.example")
    for name, page in PublicPages(public, placed, publishing, names).files().items():
        (folder / name).write_text(page)
    (folder / "stijl.css").write_bytes((HERE.parent / "templates/site/stijl.css").read_bytes())
    (folder / "huisstijl.css").write_bytes(house_style_in(folder / "geen").read_bytes())
    return folder


@pytest.fixture(scope="module")
def window() -> Iterator[Any]:
    with browser() as running:
        yield running.new_page()


def sideways(window: Any) -> int:
    found: int = window.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    return found


def test_no_page_breaks_a_rule_or_scrolls_sideways(site: Path, window: Any) -> None:
    axe, asked = Axe(), []
    window.on("request", lambda request: asked.append(request.url))
    for name in JUDGED:
        window.emulate_media(color_scheme="light")
        window.set_viewport_size(PHONE)
        window.goto(f"file://{site / name}")
        assert axe.faults(window) == [], name
        assert sideways(window) == 0, name
        if name == "plan.html" or JUDGED is EVERY:
            window.set_viewport_size(WIDE)
            assert axe.faults(window) == [], name
            window.emulate_media(color_scheme="dark")
            assert axe.faults(window, COLOURS) == [], name
    assert {url.rpartition("/")[0] for url in asked} == {f"file://{site}"}


def test_a_planted_fault_is_caught(site: Path, window: Any) -> None:
    window.goto(f"file://{site / 'index.html'}")
    window.emulate_media(color_scheme="light")
    window.evaluate("document.querySelector('h1').style.color = '#ccc'")
    assert [fault.partition(":")[0] for fault in Axe().faults(window)] == ["color-contrast"]
