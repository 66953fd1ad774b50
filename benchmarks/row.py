# SPDX-License-Identifier: EUPL-1.2
"""One row of the table of speed: a kind of work, what it costs us, what it costs a peer."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.ground import Ground


class Judged(StrEnum):
    """Which figure of a row is held against its target. Of each, less is better."""

    OURS = "ours"
    """Seconds of processor time for one unit of the work."""
    RATIO = "ratio"
    """Ours divided by the peer's: 0.5 means that we need half of what the peer needs."""
    COUNT = "count"
    """How many went wrong."""


@dataclass(frozen=True, slots=True)
class Target:
    """The most that the judged figure may come to."""

    at_most: float
    of: Judged


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: seconds of processor time for one unit of the work."""

    ours: float
    peer: float | None = None
    count: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A kind of work beside something that does the same, or the least that could do it."""

    work: str
    peer: str
    target: Target
    measure: Callable[[Ground], Figures]


@dataclass(frozen=True, slots=True)
class Row:
    """A comparison as it was made; ``error`` says what kept it from being made at all."""

    comparison: Comparison
    figures: Figures | None
    error: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's, in processor time."""
        if self.figures is None or not self.figures.peer:
            return None
        return self.figures.ours / self.figures.peer

    @property
    def judged(self) -> float | None:
        """The figure that is held against the target."""
        if self.figures is None:
            return None
        match self.comparison.target.of:
            case Judged.OURS:
                return self.figures.ours
            case Judged.RATIO:
                return self.ratio
            case Judged.COUNT:
                return self.figures.count

    @property
    def met(self) -> bool | None:
        """Whether the target is met; nothing when it was not measured."""
        return None if self.judged is None else self.judged <= self.comparison.target.at_most

    @property
    def said(self) -> str:
        """What was found besides the figures, or why there are none."""
        return self.figures.said if self.figures else self.error


def row_of(comparison: Comparison, ground: Ground) -> Row:
    """Make a comparison. What goes wrong in it is said in its row, and the others go on."""
    try:
        return Row(comparison, comparison.measure(ground))
    except Exception as error:  # the next row must be measured whatever this one meets
        words = str(error).splitlines() or [""]
        return Row(comparison, None, f"{type(error).__name__}: {words[0]}")
