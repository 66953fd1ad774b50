# SPDX-License-Identifier: EUPL-1.2
"""The calendars of 342 councils: built, and looked at again when nothing changed.

`python -m benchmarks.feeds REGISTER FOLDER` writes them in a process of its own.
"""

import sys
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import work
from benchmarks.dossier import ASKED, register_in
from benchmarks.ground import Ground
from benchmarks.measure import once, run, typical
from benchmarks.row import Comparison, Figures, Judged, Target

RUNS: Final = 3


def comparisons() -> list[Comparison]:
    """Return a second writing by the same process, and by one that starts afresh."""
    feeds = Feeds()
    return [
        Comparison(
            "calendars of 342 councils unchanged, same process",
            "building them",
            Target(0.01, Judged.RATIO),
            feeds.again,
        ),
        Comparison(
            "calendars of 342 councils unchanged, a new process",
            "building them",
            Target(0.01, Judged.RATIO),
            feeds.next_day,
        ),
    ]


class Feeds:
    """What building all calendars costs a new process, measured once."""

    def __init__(self) -> None:
        self._built: float | None = None

    def again(self, ground: Ground) -> Figures:
        """Compare a second writing with the first."""
        folder = ground.place("feeds")
        with register_in(ground.asked(342), ASKED) as register:
            changed = work.calendars(register, folder, ASKED)
            ours = typical(lambda: work.calendars(register, folder, ASKED))
        return Figures(ours, self._building(ground), said=f"{changed} calendars")

    def next_day(self, ground: Ground) -> Figures:
        """Compare a writing by a process that has built nothing yet."""
        file, folder = ground.asked(342), ground.place("feeds")
        in_child(file, folder)
        ours = median(in_child(file, folder) for _ in range(RUNS))
        return Figures(ours, self._building(ground))

    def _building(self, ground: Ground) -> float:
        if self._built is None:
            file = ground.asked(342)
            self._built = median(in_child(file, ground.place("feeds")) for _ in range(RUNS))
        return self._built


def in_child(file: Path, folder: Path) -> float:
    """Return the seconds that writing the calendars takes in a new process."""
    return float(run(sys.executable, "-m", __name__, str(file), str(folder)).printed)


def main(file: Path, folder: Path) -> None:
    """Write the calendars and print what that took."""
    with register_in(file, ASKED) as register:
        sys.stdout.write(str(once(lambda: work.calendars(register, folder, ASKED))))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
