# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the guide, made from the real pages: `python -m tests.engine.pictures`."""

import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.loopback import free_port
from gehoord.app.serving import running_prefect
from gehoord.store.database import connect
from gehoord.store.register import Register
from tests.conftest import HERE
from tests.engine.cockpit import cockpit
from tests.engine.pages import SIZE, Person, browser
from tests.engine.walk import walk
from tests.small_picture import small

GUIDE = HERE.parent / "docs" / "gids.md"
PICTURES = GUIDE.parent / "pictures"
SHOWN = re.compile(r"!\[[^]]*\]\(pictures/([a-z-]+)\.png\)")
SHEET = {"width": 1000, "height": 800}
DOSSIER = "beleidsplan"
FROM = {
    "te-laat": "Items per page",
    "kaart": "Hierop rust",
    "melden-gehoord": "Welk dossier?",
    "vastgelegd": "Oldest to newest",
    "fase": "Run Name",
    "verplaatsen": "Welk dossier?",
    "alleen-bekeken": "Oldest to newest",
}
"""The words with which a picture begins, where that is not the top of the page."""
BELOW_THE_BAR = """place => {
    place.style.scrollMarginTop = '70px';
    place.scrollIntoView();
}"""


def taken(person: Person, stop: str) -> bytes:
    """Return a picture of what counts at a stop."""
    person.page.set_viewport_size(SHEET)
    if stop in FROM:
        person.sees(FROM[stop]).evaluate(BELOW_THE_BAR)
    person.page.wait_for_timeout(1_000)  # what slides or fades has come to rest
    picture: bytes = person.page.screenshot()
    person.page.set_viewport_size(SIZE)
    return picture


def main() -> None:
    """Walk through the pages of a Prefect of its own and keep what the guide shows."""
    home = Path(tempfile.mkdtemp(prefix="gehoord-pictures-"))
    register = Register(connect(f"sqlite:///{home / 'gehoord.db'}"), lambda: datetime.now(UTC))
    wanted = set(SHOWN.findall(GUIDE.read_text(encoding="utf-8")))
    PICTURES.mkdir(exist_ok=True)
    with running_prefect(home, free_port()) as prefect, browser() as running:
        links = cockpit(prefect, register, DOSSIER)
        painter = running.new_page()
        person = Person(running.new_page(viewport=SIZE))
        for stop in walk(person, links, DOSSIER):
            if stop in wanted:
                (PICTURES / f"{stop}.png").write_bytes(small(painter, taken(person, stop)))


if __name__ == "__main__":
    main()
