# SPDX-License-Identifier: EUPL-1.2
"""Plain text as a mail carries it: a paragraph is one line, an item of a list keeps its own."""

import re
from typing import Final

from gehoord.calendar.ical.text import one_line

BLANK_LINES: Final = re.compile(r"\n[ \t]*\n\s*")
"""What parts two paragraphs."""
_BREAK: Final = "\x1e"  # stands for a line break in free text; cleaned text cannot hold it
_SPACES: Final = re.compile(r"[ \t]+")


def kept_lines(text: str) -> str:
    """Return free text of which the lines stay apart when it is reflowed."""
    return text.replace("\n", _BREAK)


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text; a blank line stands between two."""
    return [paragraph for block in BLANK_LINES.split(text) if (paragraph := one_line(block))]


def reflowed(block: str) -> str:
    """Join the lines of a paragraph; an item of a list keeps its line."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, block.split("\n"))):
        if lines and not line.startswith("- "):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    joined = _SPACES.sub(" ", "\n".join(lines))
    return "\n".join(part.strip() for part in joined.replace(_BREAK, "\n").split("\n")).strip()
