# SPDX-License-Identifier: EUPL-1.2
"""Print the table of speed: `python -m benchmarks`, with `--json` for another program."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from time import perf_counter

from benchmarks import (
    board,
    commands,
    days,
    desk,
    feeds,
    griffies,
    letters,
    looks,
    mails,
    moves,
    overviews,
    replays,
    steps,
)
from benchmarks.ground import ground
from benchmarks.row import Row, row_of
from benchmarks.table import HEADING, READING, as_json, as_line

SUBJECTS = (
    steps,
    days,
    looks,
    moves,
    replays,
    feeds,
    desk,
    overviews,
    griffies,
    board,
    mails,
    letters,
    commands,
)


def main() -> None:
    """Measure every row, or only those of which the work has these words in it."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("words", nargs="?", default="", help="only work with these words in it")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    rows = measured(asked.words)
    if asked.json:
        say(as_json(rows))
        return
    start = perf_counter()
    say(READING)
    say("\t".join(HEADING))
    kept = []
    for row in rows:
        say(as_line(row))
        kept.append(row)
    lacking = [row for row in kept if row.met is None]
    say(f"{len(kept)} rows in {perf_counter() - start:.0f} s, {len(lacking)} not measured")
    for row in lacking:
        say(f"not measured: {row.comparison.work}: {row.said}")


def measured(words: str) -> Iterator[Row]:
    """Measure the rows one after the other."""
    wanted = [
        comparison
        for subject in SUBJECTS
        for comparison in subject.comparisons()
        if words in comparison.work
    ]
    with ground() as place:
        for comparison in wanted:
            yield row_of(comparison, place)


def say(line: str) -> None:
    """Print a line at once: a row may take a while."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
