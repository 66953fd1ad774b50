"""Print every comparison, one a line: what, figure, peer, ratio."""

from time import perf_counter

from benchmarks import days, plans, registers
from gehoord.app.printing import say


def main() -> None:
    """Run them all."""
    start = perf_counter()
    say("what\tfigure\tpeer\tratio (above 1: faster than the peer)")
    for noun in (days, plans, registers):
        for line in noun.lines():
            say("\t".join(line.as_row()))
    say(f"{perf_counter() - start:.0f} s in all")


if __name__ == "__main__":
    main()
