# SPDX-License-Identifier: EUPL-1.2
"""Where the pages of Prefect were when something was last shown there.

The desk reads it: it neither waits for Prefect nor needs it to run.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from gehoord.tasks.whole_file import write_whole
from gehoord.templates.links import Links

_FILE: Final = "prefect-bladzijden.json"
_PAGES: Final = TypeAdapter(Links)


def keep_pages(home: Path, links: Links) -> None:
    """Keep where the pages are; the same ones are not written again."""
    if kept_pages(home) != links:
        write_whole(home / _FILE, _PAGES.dump_json(links))


def kept_pages(home: Path) -> Links | None:
    """Return where the pages are; nothing where none were kept, or the file cannot be read."""
    with suppress(OSError, ValueError):
        return _PAGES.validate_json((home / _FILE).read_bytes())
    return None
