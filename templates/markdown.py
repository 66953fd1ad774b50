# SPDX-License-Identifier: EUPL-1.2
"""Text by people inside Markdown: what they wrote is shown as they wrote it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&|~])")


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands: without link, image, tag or emphasis."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


class Marked(str):
    """Text that is Markdown already: made here, of parts that were plain."""

    __slots__ = ()


def link(text: str, address: str | None) -> Marked:
    """Return a link in Markdown; the text alone when there is no address.

    The text may be anybody's. The address is one of `Links`, in which every sign is coded.
    """
    return Marked(f"[{plain(text)}]({address})" if address else plain(text))


def as_table(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows with the same columns as a table in Markdown.

    A cell is plain text, shown as it stands, unless it is Markdown already.
    """
    if not rows:
        return ""
    return "\n".join(
        [
            _line(list(rows[0])),
            _line(["---"] * len(rows[0])),
            *(_line([_cell(cell) for cell in row.values()]) for row in rows),
        ]
    )


def _cell(text: str) -> str:
    return text if isinstance(text, Marked) else plain(text)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def verbatim(text: str) -> str:
    """Return a text of several lines that Markdown shows as it stands, whatever is in it.

    >>> print(verbatim("a ```b``` c"))
    ````
    a ```b``` c
    ````
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(longest + 1, 3)
    return f"{fence}\n{text.rstrip()}\n{fence}"
