# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the overview in the guide: `python -m tests.desk.pictures`."""

import tempfile
from pathlib import Path
from typing import Any

from gehoord.flows.access import give_link
from tests.conftest import HERE
from tests.desk.in_october import NAME, noord_holland
from tests.desk.in_window import showing
from tests.engine.pages import browser
from tests.small_picture import small

PICTURES = HERE.parent / "docs" / "pictures" / "balie"
A4_LYING = {"width": 1030, "height": 700}
"""What the margins leave of the paper, in pixels of a browser."""


def make(window: Any, home: Path) -> None:
    """Leave a picture of each way in which the overview is looked at."""
    found = noord_holland(home)
    link = give_link(found.story.register, NAME, "overzicht", home, found.on)
    showing(window, found, found.get(link.path))
    window.set_viewport_size({"width": 1280, "height": 2500})
    _leave(window, window, "breed")
    _leave(window, window.locator("#raden"), "raden")
    window.emulate_media(color_scheme="dark")
    _leave(window, window.locator("#tijdlijn figure"), "donker")
    window.emulate_media(color_scheme="light")
    window.set_viewport_size({"width": 320, "height": 1100})
    window.evaluate("scrollTo(0, 0)")
    _leave(window, window, "320")
    window.set_viewport_size(A4_LYING)
    window.emulate_media(media="print")
    _leave(window, window.locator("#tijdlijn figure"), "druk")


def _leave(window: Any, what: Any, name: str) -> None:
    picture = small(window.context.browser.new_page(), what.screenshot())
    (PICTURES / f"overzicht-{name}.png").write_bytes(picture)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, browser() as running:
        make(running.new_page(), Path(folder))
