# SPDX-License-Identifier: EUPL-1.2
"""The letters with the ontwerp to 342 councils, set on paper: processor time, and memory at most.

They are set in a process of their own, so that the memory is theirs.
"""

import sys
from pathlib import Path
from typing import Final

from benchmarks import work
from benchmarks.dossier import ASKED, register_in
from benchmarks.ground import Ground
from benchmarks.measure import run, typical
from benchmarks.row import Comparison, Figures, Judged, Target

COUNCILS: Final = 342
_ROOT: Final = Path(__file__).parents[1]
_STATUS: Final = Path("/proc/self/status")


def comparisons() -> list[Comparison]:
    """Return the one comparison."""
    return [
        Comparison(
            f"set {COUNCILS} letters as PDF",
            "reading the same letters as HTML",
            Target(25, Judged.OURS),
            _measure,
        )
    ]


def _measure(ground: Ground) -> Figures:
    file = ground.asked(COUNCILS)
    child = run(sys.executable, "-m", "benchmarks.letters", str(file), place=_ROOT)
    with register_in(file, ASKED) as register:
        peer = typical(lambda: work.letters(register))
    return Figures(child.seconds, peer, said=child.printed.strip())


def main(file: Path) -> None:
    """Set the letters of a register, and print how many bytes they are and what it took."""
    with register_in(file, ASKED) as register:
        sizes = [len(letter) for letter in work.letters_on_paper(register)]
    if len(sizes) != COUNCILS:
        raise ValueError(f"{len(sizes)} letters were set, and not {COUNCILS}")
    told = f"{sum(sizes) / 1e6:.1f} MB of PDF, {_peak():.0f} MB of memory at most"
    sys.stdout.write(f"{told}\n")


def _peak() -> float:
    """Return the most memory that this process held, in MB."""
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]))
