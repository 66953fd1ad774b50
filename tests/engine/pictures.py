"""The pictures of the guide, made from the real pages: `python -m tests.engine.pictures`."""

import base64
import re
import struct
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.loopback import free_port
from gehoord.app.serving import running_prefect
from gehoord.store.database import connect
from gehoord.store.register import Register
from tests.conftest import HERE
from tests.engine.cockpit import cockpit
from tests.engine.pages import SIZE, Person, browser
from tests.engine.walk import walk

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
PIXELS = """async source => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + source;
    await image.decode();
    const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
    paper.drawImage(image, 0, 0);
    const {data} = paper.getImageData(0, 0, image.width, image.height);
    const shade = at => Math.round(data[at] / 51);
    let pixels = '';
    for (let at = 0; at < data.length; at += 4)
        pixels += String.fromCharCode(36 * shade(at) + 6 * shade(at + 1) + shade(at + 2));
    return [image.width, image.height, btoa(pixels)];
}"""
"""Each pixel as one of 216 colours, six shades of each part: the letters read as well."""
COLOURS = bytes(51 * part for n in range(216) for part in (n // 36, n // 6 % 6, n % 6))


def taken(person: Person, stop: str) -> bytes:
    """Return a picture of what counts at a stop."""
    person.page.set_viewport_size(SHEET)
    if stop in FROM:
        person.sees(FROM[stop]).evaluate(BELOW_THE_BAR)
    person.page.wait_for_timeout(1_000)  # what slides or fades has come to rest
    picture: bytes = person.page.screenshot()
    person.page.set_viewport_size(SIZE)
    return picture


def small(page: Any, picture: bytes) -> bytes:
    """Return a PNG with few colours; a browser knows the pixels, so that no program is needed."""
    width, height, pixels = page.evaluate(PIXELS, base64.b64encode(picture).decode())
    flat = base64.b64decode(pixels)
    rows = b"".join(b"\0" + flat[at : at + width] for at in range(0, len(flat), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", COLOURS), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(*part) for part in parts)


def _part(kind: bytes, content: bytes) -> bytes:
    return b"".join(
        (
            struct.pack(">I", len(content)),
            kind,
            content,
            struct.pack(">I", zlib.crc32(kind + content)),
        )
    )


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
