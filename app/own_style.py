# SPDX-License-Identifier: EUPL-1.2
"""One rule of style that the pages of Prefect lack: a drop-down opens wherever it is clicked.

In the first of Prefect's two UIs (3.8) a click in the middle of a drop-down reaches it twice, so
that it opens and closes at once; only a click on its arrow comes once. With this rule every click
comes once, at the drop-down itself. The cross of each value that was chosen keeps its own click.
"""

import os
from pathlib import Path
from typing import Final

PAGES: Final = "PREFECT_SERVER_UI_STATIC_DIRECTORY"
"""Prefect's setting for the folder in which it puts a copy of its pages, to be served from."""
RULE: Final = (
    "<style>.p-select-button__control{pointer-events:none}"
    ".p-select-button__control button{pointer-events:auto}</style>"
)
_END: Final = "</head>"


def own_pages_folder(home: Path) -> dict[str, str]:
    """Return the setting that keeps the copy of the pages below ``home``."""
    return {PAGES: str(home / "prefect" / "pages")}


def add_rule() -> None:
    """Add the rule to the copy that Prefect has just made, unless it stands there.

    Where Prefect could make no copy it shows no pages, says so in its log, and does its work.
    """
    page = Path(os.environ[PAGES]) / "v1" / "index.html"
    if not page.exists():
        return
    text = page.read_text(encoding="utf-8")
    if RULE not in text:
        page.write_text(text.replace(_END, RULE + _END, 1), encoding="utf-8")
