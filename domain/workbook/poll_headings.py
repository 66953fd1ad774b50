# SPDX-License-Identifier: EUPL-1.2
"""Which column of a file of a poll holds what, by the heading above it."""

import re
from dataclasses import dataclass
from typing import Final

from gehoord.domain.dossier.poll import OptionKind
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import text_in
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.whole_number import whole_number

_KIND: Final = ("soort", "type", "categorie")
_OPTION: Final = ("optie", "opties", "onderwerp", "thema of hefboom", "naam van de optie")
_GROUP: Final = ("groep", "groep respondenten", "respondentgroep", "functie", "rol")
_CHOICE: Final = re.compile(r"(keuzes?( \d+)?( \(.*\))?|gekozen)", re.IGNORECASE)
"""The whole heading of a column that holds what somebody chose; "Keuze: waarom?" asks for more."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands in a file, each from 0.

    Attributes:
        kind: of the option; nothing when the file does not say.
        option: its name, in a table of counts.
        groups: each heading with its column: the counts.
        choices: what one respondent chose; then there is a row for each.
        group: of the respondent, if the file says so.
        left_out: the headings of what is not read.
    """

    option: int = 0
    kind: int | None = None
    groups: tuple[tuple[str, int], ...] = ()
    choices: tuple[int, ...] = ()
    group: int | None = None
    left_out: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def columns_of(grid: Grid) -> Columns:
    """Return which column holds what; or what is wrong with the headings."""
    headings = [" ".join(text_in(cell).split()) for cell in (grid.rows[0] if grid.rows else ())]
    choices = tuple(n for n, text in enumerate(headings) if _is_choice(text))
    found = _of_answers(headings, choices) if choices else _of_counts(grid, headings)
    if faults := _wrong(grid, headings, found):
        return Columns(left_out=found.left_out, faults=faults)
    return found


def _is_choice(heading: str) -> bool:
    """Whether a column holds what somebody chose: "Keuze 2", "Keuzes (hoogstens vijf)"."""
    return _CHOICE.fullmatch(heading) is not None


def _of_answers(headings: list[str], choices: tuple[int, ...]) -> Columns:
    group = _named(headings, _GROUP)
    left = (text for n, text in enumerate(headings) if n != group and n not in choices and text)
    return Columns(choices=choices, group=group, left_out=tuple(left))


def _of_counts(grid: Grid, headings: list[str]) -> Columns:
    kind = _named(headings, _KIND)
    if kind is None:
        kind = _kind_by_content(grid, headings)
    option = _named(headings, _OPTION)
    if option is None:
        option = 1 if kind == 0 else 0
    counts, left = _counts_and_rest(grid, headings, {kind, option})
    return Columns(option, kind, counts, left_out=left)


def _counts_and_rest(
    grid: Grid, headings: list[str], known: set[int | None]
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Return which other columns hold counts, and the headings of those that do not."""
    rest = [(text, n) for n, text in enumerate(headings) if n not in known]
    counts = [(text, n) for text, n in rest if _has_numbers(grid, n)]
    return tuple(counts), tuple(text for text, n in rest if (text, n) not in counts and text)


def _has_numbers(grid: Grid, column: int) -> bool:
    """Whether a column holds counts, be it with mistakes: one number at least."""
    cells = (grid.cell(row, column) for row in range(1, len(grid.rows)))
    return any(whole_number(cell) is not None for cell in cells)


def _named(headings: list[str], names: tuple[str, ...]) -> int | None:
    wanted = {folded(name) for name in names}
    return next((n for n, text in enumerate(headings) if folded(text) in wanted), None)


def _kind_by_content(grid: Grid, headings: list[str]) -> int | None:
    """Return the column without a heading in which every cell names a kind, as in S003."""
    kinds = {folded(kind) for kind in OptionKind}
    for place, heading in enumerate(headings):
        said = [folded(text_in(grid.cell(row, place))) for row in range(1, len(grid.rows))]
        told = [text for text in said if text]
        if not heading and told and all(text in kinds for text in told):
            return place
    return None


def _wrong(grid: Grid, headings: list[str], found: Columns) -> tuple[Fault, ...]:
    if not any(headings):
        what = (
            "hier horen de namen van de kolommen te staan, zoals Soort, Optie en een naam voor "
            "elke groep"
        )
        return (Fault(grid.name, 1, "", "", what),)
    read = [folded(text) for text, _ in found.groups]
    for text, column in found.groups:
        if not text:
            what = f"kolom {column + 1} heeft aantallen, maar geen naam; zet er de groep boven"
            return (Fault(grid.name, 1, "", "", what),)
        if read.count(folded(text)) > 1:
            what = "deze kolom staat er twee keer; haal er een weg"
            return (Fault(grid.name, 1, text, "", what),)
    if not found.groups and not found.choices:
        what = (
            "hier staat geen kolom met aantallen per groep, en geen kolom 'Keuzes'; kies de "
            "uitvoer van de peiling"
        )
        return (Fault(grid.name, 1, "", "", what),)
    return ()
