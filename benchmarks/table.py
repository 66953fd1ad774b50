# SPDX-License-Identifier: EUPL-1.2
"""The table of speed: for people, and as JSON."""

import json
from collections.abc import Iterable
from typing import Any, Final

from benchmarks.row import Judged, Row, Target

HEADING: Final = ("work", "ours", "beside", "peer", "ratio", "target", "met", "said")
READING: Final = """\
Seconds of processor time for one unit of the work; of several runs the median.
The ratio is ours divided by the peer's: below 1 we need less. Peers do more than this slice."""


def as_json(rows: Iterable[Row]) -> str:
    """Return the rows for another program.

    ``ours`` and ``peer`` are seconds of processor time for one unit, ``ratio`` is ours divided by
    the peer's, ``target`` is the most that the figure named by ``judged`` may come to: ``ours``,
    ``ratio``, or the ``count`` of what went wrong. What was not measured is null.
    """
    return json.dumps({"rows": [_as_object(row) for row in rows]}, indent=1)


def _as_object(row: Row) -> dict[str, Any]:
    figures, comparison = row.figures, row.comparison
    return {
        "work": comparison.work,
        "ours": figures.ours if figures else None,
        "peer": figures.peer if figures else None,
        "ratio": row.ratio,
        "target": comparison.target.at_most,
        "met": row.met,
        "beside": comparison.peer,
        "judged": comparison.target.of.value,
        "count": figures.count if figures else None,
        "said": row.said,
    }


def as_line(row: Row) -> str:
    """Return a row for a person, its cells divided by tabs."""
    figures = row.figures
    return "\t".join(
        (
            row.comparison.work,
            in_words(figures.ours if figures else None),
            row.comparison.peer,
            in_words(figures.peer if figures else None),
            "-" if row.ratio is None else f"{row.ratio:.3g}",
            _target(row.comparison.target),
            {True: "yes", False: "NO", None: "not measured"}[row.met],
            row.said,
        )
    )


def in_words(seconds: float | None) -> str:
    """Return a duration with its unit of measure, and how many fit in a second.

    >>> in_words(0.002)
    '2 ms (500/s)'
    """
    if seconds is None:
        return "-"
    factor, unit = next(
        ((f, u) for f, u in ((1, "s"), (1e3, "ms"), (1e6, "us")) if seconds * f >= 1), (1e9, "ns")
    )
    often = f" ({1 / seconds:,.0f}/s)" if 0 < seconds < 1 else ""
    return f"{seconds * factor:.3g} {unit}{often}"


def _target(target: Target) -> str:
    if target.of is Judged.OURS:
        return f"at most {in_words(target.at_most)}"
    if target.of is Judged.RATIO:
        return f"ratio at most {target.at_most:.3g}"
    return f"at most {target.at_most:.0f} wrong"
