# SPDX-License-Identifier: EUPL-1.2
"""Counts a file with one row for each respondent: only the counts go on, never a row.

What one person alone wrote, or a group of one or two, would tell who that was.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.dossier.poll import LONGEST_NAME, OptionKind, PollGroup, PollOption, is_total
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid, Place
from gehoord.domain.workbook.own_words import ChosenOption, own_words
from gehoord.domain.workbook.poll_headings import Columns
from gehoord.domain.workbook.small_groups import OTHERS, joined_groups

EVERYBODY: Final = "Allen"
WITHOUT_GROUP: Final = "Zonder groep"
MOST_GROUPS: Final = 12
MOST_OPTIONS: Final = 200
_BETWEEN: Final = re.compile(r"[;|\n]")
_KIND: Final = re.compile(rf"({'|'.join(OptionKind)})\s*:?\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CountedRespondents:
    """How many of each group chose what; or what is wrong.

    ``joined`` are the groups that were too small to be shown, and went into one.
    """

    groups: tuple[PollGroup, ...]
    options: tuple[PollOption, ...]
    respondents: int
    joined: tuple[str, ...]
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
        said = _said(grid, columns, row, counting.faults)
        chosen = [ChosenOption(_option(words, names), place) for words, place in said]
        if chosen:
            counting.faults += _doubles(grid, columns, row, chosen)
            counting.add(chosen, _group(grid, columns, row, counting.faults))
    return _counted(grid, counting, known)


@dataclass(slots=True)
class _Counting:
    """What was counted so far: no row of anybody."""

    votes: Counter[tuple[str, str]] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, ChosenOption] = field(default_factory=dict)
    respondents: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, chosen: Sequence[ChosenOption], group: str) -> None:
        """Count one respondent in his group, if the file has any."""
        name = self.spelled.setdefault(folded(group), group) if group else ""
        self.respondents += 1
        self.sizes.update([name] if name else [])
        for key, each in {folded(each.option.in_words): each for each in chosen}.items():
            self.chosen.setdefault(key, each).people += 1
            self.votes[name, key] += 1


def _said(grid: Grid, columns: Columns, row: int, faults: list[Fault]) -> list[tuple[str, Place]]:
    """Return what one respondent chose, from one column or several, each with its place."""
    found = []
    for column in columns.choices:
        if flaw := grid.flaws.get((row, column)):
            faults.append(Fault(grid.name, row + 1, _heading(grid, column), "", flaw))
        parts = _BETWEEN.split(text_in(grid.cell(row, column)))
        found += [(" ".join(part.split()), (row, column)) for part in parts if part.strip()]
    return found


def _option(said: str, names: dict[str, PollOption]) -> PollOption:
    if there := names.get(folded(said)):
        return there
    found = _KIND.fullmatch(said)
    kind, name = (OptionKind(found[1].casefold()), found[2]) if found else (None, said)
    return PollOption(kind=kind or OptionKind.SUBJECT, name=name, votes=())


def _doubles(grid: Grid, columns: Columns, row: int, chosen: Sequence[ChosenOption]) -> list[Fault]:
    if len({folded(each.option.in_words) for each in chosen}) == len(chosen):
        return []
    what = "hier is iets twee keer gekozen; houd er een over"
    return [Fault(grid.name, row + 1, _heading(grid, columns.choices[0]), "", what)]


def _group(grid: Grid, columns: Columns, row: int, faults: list[Fault]) -> str:
    """Return the group of one respondent; nothing when the file has no groups."""
    if columns.group is None:
        return ""
    said = " ".join(text_in(grid.cell(row, columns.group)).split())
    if len(said) > LONGEST_NAME:
        what = f"deze naam is langer dan {LONGEST_NAME} tekens; maak hem korter"
        faults.append(Fault(grid.name, row + 1, _heading(grid, columns.group), "", what))
    return WITHOUT_GROUP if not folded(said) or is_total(said) else said


def _heading(grid: Grid, column: int) -> str:
    return text_in(grid.cell(0, column))


def _counted(grid: Grid, counting: _Counting, known: Sequence[PollOption]) -> CountedRespondents:
    joined = joined_groups(counting.sizes)
    made = _shown(counting.sizes, joined)
    shares = list(made.values())
    groups = [
        PollGroup(name=name, size=sum(counting.sizes[each] for each in parts))
        for name, parts in made.items()
    ]
    options = [
        _with_votes(each, [sum(counting.votes[part, key] for part in parts) for parts in shares])
        for key, each in counting.chosen.items()
    ]
    everybody = PollGroup(name=EVERYBODY, size=counting.respondents)
    own = own_words(grid, list(counting.chosen.values()), known)
    faults = tuple(_of_whole(grid, counting) or [*counting.faults, *own])
    return CountedRespondents(
        (*groups, everybody), tuple(options), counting.respondents, joined, faults
    )


def _shown(sizes: Counter[str], joined: Sequence[str]) -> dict[str, list[str]]:
    """Return the groups that are shown, each with those of the file of which it is made."""
    large = {name: [name] for name in sizes if name not in joined}
    return {**large, OTHERS: list(joined)} if joined and large else large


def _with_votes(chosen: ChosenOption, votes: Sequence[int]) -> PollOption:
    return chosen.option.model_copy(update={"votes": (*votes, chosen.people)})


def _of_whole(grid: Grid, counting: _Counting) -> list[Fault]:
    """Return what is wrong with the file as a whole."""
    if not counting.chosen:
        what = "hier heeft niemand iets gekozen; kies de uitvoer van de peiling"
        return [Fault(grid.name, 2, "", "", what)]
    if len(counting.sizes) > MOST_GROUPS:
        what = (
            f"er zijn meer dan {MOST_GROUPS} groepen: dat zijn geen groepen, maar mensen of "
            "gemeenten; voeg ze samen"
        )
        return [Fault(grid.name, 1, "", "", what)]
    if len(counting.chosen) > MOST_OPTIONS:
        what = f"er zijn meer dan {MOST_OPTIONS} opties; eigen woorden tellen niet als optie"
        return [Fault(grid.name, 1, "", "", what)]
    return []
