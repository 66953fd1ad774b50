# SPDX-License-Identifier: EUPL-1.2
"""The table of speed: less is better, and what is not measured says why."""

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from benchmarks import table
from benchmarks.ground import Ground
from benchmarks.row import Comparison, Figures, Judged, Row, Target, row_of


def row(target: Target, figures: Figures) -> Row:
    return Row(Comparison("werk", "een ander", target, lambda _: figures), figures)


@pytest.mark.parametrize(
    ("target", "figures", "met"),
    [
        (Target(0.002, Judged.OURS), Figures(0.002), True),
        (Target(0.002, Judged.OURS), Figures(0.0021, 1.0), False),
        (Target(0.5, Judged.RATIO), Figures(1.0, 2.0), True),
        (Target(0.5, Judged.RATIO), Figures(1.1, 2.0), False),
        (Target(0.5, Judged.RATIO), Figures(1.0), None),
        (Target(0, Judged.COUNT), Figures(1.0, 2.0, count=0), True),
        (Target(0, Judged.COUNT), Figures(1.0, 2.0, count=1), False),
    ],
)
def test_a_target_is_the_most_that_the_judged_figure_may_come_to(
    target: Target, figures: Figures, met: bool | None
) -> None:
    assert row(target, figures).met is met


def test_a_row_that_fails_says_why_and_does_not_stop_the_others(tmp_path: Path) -> None:
    def fails(_: Ground) -> Figures:
        raise ValueError("de raad is op reces")

    comparison = Comparison("werk", "een ander", Target(1, Judged.OURS), fails)
    with ExitStack() as stack:
        made = row_of(comparison, Ground(tmp_path, stack))
    assert (made.met, made.ratio) == (None, None)
    assert made.said == "ValueError: de raad is op reces"
    assert "not measured" in table.as_line(made)


def test_json_gives_a_number_or_null_in_every_place() -> None:
    measured = row(Target(0.5, Judged.RATIO), Figures(1.0, 4.0))
    lacking = row(Target(0.5, Judged.RATIO), Figures(1.0, said="geen Node"))
    one, two = json.loads(table.as_json([measured, lacking]))["rows"]
    assert (one["ours"], one["peer"], one["ratio"], one["target"]) == (1.0, 4.0, 0.25, 0.5)
    assert one["met"] is True
    assert (two["peer"], two["ratio"], two["met"], two["said"]) == (None, None, None, "geen Node")
