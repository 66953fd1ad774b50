"""Counts a file with one row for each respondent: only the counts go on, never a row."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.poll import OptionKind, PollGroup, PollOption
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.poll_headings import Columns

EVERYBODY: Final = "Allen"
WITHOUT_GROUP: Final = "Zonder groep"
MOST_GROUPS: Final = 12
MOST_OPTIONS: Final = 200
_BETWEEN: Final = re.compile(r"[;|\n]")
_KIND: Final = re.compile(rf"({'|'.join(OptionKind)})\s*:?\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CountedRespondents:
    """How many of each group chose what; or what is wrong."""

    groups: tuple[PollGroup, ...]
    options: tuple[PollOption, ...]
    respondents: int
    faults: tuple[Fault, ...]


def counted_respondents(
    grid: Grid, columns: Columns, known: Sequence[PollOption] = ()
) -> CountedRespondents:
    """Return the counts of a file; who chose nothing is no respondent.

    Args:
        grid: with the headings in its first row.
        columns: where what stands.
        known: the options of the interim count: one that is called so has its kind.
    """
    counting = _Counting()
    names = {folded(option.name): option for option in known}
    names |= {folded(option.in_words): option for option in known}
    for row in range(1, len(grid.rows)):
        chosen = [_option(said, names) for said in _said(grid, columns, row, counting.faults)]
        if chosen:
            counting.faults += _doubles(grid, columns, row, chosen)
            counting.add(chosen, _groups(grid, columns, row))
    return _counted(grid, counting)


@dataclass(slots=True)
class _Counting:
    """What was counted so far: no row of anybody."""

    votes: Counter[tuple[str, str]] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    order: dict[str, PollOption] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def add(self, chosen: Sequence[PollOption], groups: Sequence[str]) -> None:
        """Count one respondent in each of his groups."""
        for option in chosen:
            self.order.setdefault(folded(option.in_words), option)
        for group in groups:
            self.sizes[group] += 1
            self.votes.update((group, folded(option.in_words)) for option in chosen)


def _said(grid: Grid, columns: Columns, row: int, faults: list[Fault]) -> list[str]:
    """Return what one respondent chose, from one column or several."""
    found = []
    for column in columns.choices:
        if flaw := grid.flaws.get((row, column)):
            faults.append(Fault(grid.name, row + 1, _heading(grid, column), "", flaw))
        parts = _BETWEEN.split(text_in(grid.cell(row, column)))
        found += [" ".join(part.split()) for part in parts if part.strip()]
    return found


def _option(said: str, names: dict[str, PollOption]) -> PollOption:
    if there := names.get(folded(said)):
        return there
    found = _KIND.fullmatch(said)
    kind, name = (OptionKind(found[1].casefold()), found[2]) if found else (None, said)
    return PollOption(kind=kind or OptionKind.SUBJECT, name=name, votes=())


def _doubles(grid: Grid, columns: Columns, row: int, chosen: Sequence[PollOption]) -> list[Fault]:
    if len({folded(option.in_words) for option in chosen}) == len(chosen):
        return []
    what = "hier is iets twee keer gekozen; houd er een over"
    return [Fault(grid.name, row + 1, _heading(grid, columns.choices[0]), "", what)]


def _groups(grid: Grid, columns: Columns, row: int) -> tuple[str, ...]:
    """Return the group of one respondent, if the file has any, and everybody."""
    if columns.group is None:
        return (EVERYBODY,)
    said = " ".join(text_in(grid.cell(row, columns.group)).split())
    return said or WITHOUT_GROUP, EVERYBODY


def _heading(grid: Grid, column: int) -> str:
    return text_in(grid.cell(0, column))


def _counted(grid: Grid, counting: _Counting) -> CountedRespondents:
    called = [*(name for name in counting.sizes if name != EVERYBODY), EVERYBODY]
    options = [
        option.model_copy(update={"votes": tuple(counting.votes[name, key] for name in called)})
        for key, option in counting.order.items()
    ]
    groups = tuple(PollGroup(name=name, size=counting.sizes[name]) for name in called)
    faults = tuple(_of_whole(grid, counting, called) or counting.faults)
    return CountedRespondents(groups, tuple(options), counting.sizes[EVERYBODY], faults)


def _of_whole(grid: Grid, counting: _Counting, called: Sequence[str]) -> list[Fault]:
    """Return what is wrong with the file as a whole."""
    if not counting.order:
        what = "hier heeft niemand iets gekozen; kies de uitvoer van de peiling"
        return [Fault(grid.name, 2, "", "", what)]
    if len(called) > MOST_GROUPS + 1:
        what = (
            f"er zijn meer dan {MOST_GROUPS} groepen: dat zijn geen groepen, maar mensen of "
            "gemeenten; voeg ze samen"
        )
        return [Fault(grid.name, 1, "", "", what)]
    if len(counting.order) > MOST_OPTIONS:
        what = f"er zijn meer dan {MOST_OPTIONS} opties; eigen woorden tellen niet als optie"
        return [Fault(grid.name, 1, "", "", what)]
    return []
