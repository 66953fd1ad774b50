# SPDX-License-Identifier: EUPL-1.2
"""How results are printed: a table for people, JSON for programs."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from gehoord.app.output import write
from gehoord.domain.finding import Finding
from gehoord.templates.findings import finding_lines


def say(*lines: str) -> None:
    """Print plain lines."""
    for line in lines:
        write(line)


def as_json(content: Any) -> None:
    """Print content as JSON, every sign as itself where the encoding has all of them.

    Days are written year-month-day.
    """
    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    say(json.dumps(content, ensure_ascii=not is_unicode, indent=2, default=str))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; in a pipe every row stays on one line, its cells parted by tabs."""
    if not sys.stdout.isatty():
        say("\t".join(headings), *("\t".join(row) for row in rows))
        return
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        grid.add_column(heading, overflow="fold")
    for row in rows:
        grid.add_row(*(cell.replace("[", r"\[") for cell in row))
    console = Console()
    with console.capture() as shown:
        console.print(grid)
    say(shown.get().rstrip("\n"))


def findings(found: Sequence[Finding]) -> None:
    """Print findings, heaviest first, each with its article, its ground and what to do."""
    say(*finding_lines(found))
