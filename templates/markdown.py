"""Text by people inside Markdown: what they wrote is shown as they wrote it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&|~])")


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands: without link, image, tag or emphasis."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def as_table(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows with the same columns as a table in Markdown; the cells are plain text."""
    if not rows:
        return ""
    return "\n".join(
        [
            _line(list(rows[0])),
            _line(["---"] * len(rows[0])),
            *(_line([plain(cell) for cell in row.values()]) for row in rows),
        ]
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
