"""Taking the time of two things side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison: seconds of ours and of the peer, for the same amount of work."""

    what: str
    ours: float
    peer_name: str
    peer: float

    def as_row(self) -> tuple[str, str, str, str]:
        """Return what, figure, peer and ratio (peer divided by ours: above 1 we are faster)."""
        peer = f"{self.peer_name}: {in_words(self.peer)}"
        return self.what, in_words(self.ours), peer, f"{self.peer / self.ours:.2g}"


def in_words(seconds: float) -> str:
    """Return a duration with its unit of measure, and how many fit in a second.

    >>> in_words(0.002)
    '2 ms (500/s)'
    """
    for factor, name in ((1, "s"), (1e3, "ms"), (1e6, "us"), (1e9, "ns")):
        if seconds * factor >= 1 or name == "ns":
            often = f" ({1 / seconds:,.0f}/s)" if seconds < 1 else ""
            return f"{seconds * factor:.3g} {name}{often}"
    raise ValueError(f"Een duur van {seconds} seconden is niet te tonen.")


def best(work: Work, seconds: float = 0.3, least: int = 3) -> float:
    """Return the shortest of the runs that fit in ``seconds``, and of ``least`` at any rate."""
    times: list[float] = []
    until = perf_counter() + seconds
    while len(times) < least or perf_counter() < until:
        times.append(once(work))
    return min(times)


def once(work: Work) -> float:
    """Return the seconds that one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def compare(what: str, ours: Work, peer_name: str, peer: Work, per: int = 1) -> Line:
    """Time two pieces of work in turn; ``per`` is how many times each does the thing."""
    return Line(what, best(ours) / per, peer_name, best(peer) / per)
