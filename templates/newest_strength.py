# SPDX-License-Identifier: EUPL-1.2
"""The newest sterkteverdeling on a page: how it stands, its table, and what changed in it."""

from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import changed_in
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.templates.strength_rows import (
    HEADINGS,
    headings_of_growth,
    row_of,
    rows_of_growth,
)
from gehoord.templates.wording import capital

_DEEPEST: Final = 1
"""How deep the lines on a page go (`Level.rank`); teams stand in the sheet."""


@dataclass(frozen=True, slots=True)
class StrengthPart:
    """A sterkteverdeling as people read it.

    Attributes:
        told: how it stands, in sentences: fte and wijkagenten, which version holds it, what comes.
        changed: what differs from the one before; empty when it is the first.
        rows: the unit and each group in it with its fte, below the ``headings``.
        growth: each line of the growth, below ``headings_of_growth``; empty where none is known.
    """

    told: tuple[str, ...]
    changed: str
    rows: tuple[tuple[str, ...], ...]
    growth: tuple[tuple[str, ...], ...]
    headings_of_growth: tuple[str, ...]
    headings: tuple[str, ...] = HEADINGS


def newest_strength(state: State) -> StrengthPart | None:
    """Return the newest sterkteverdeling that counts; nothing while there is none."""
    table = newest(state.strengths)
    if table is None:
        return None
    return StrengthPart(
        told=how_strength_stands(state, table),
        changed=changed_in(state.strengths, table),
        rows=tuple(row_of(line) for line in table.lines if line.level.rank <= _DEEPEST),
        growth=tuple(rows_of_growth(table.growth)),
        headings_of_growth=headings_of_growth(table.growth),
    )


def how_strength_stands(state: State, table: StrengthTable) -> tuple[str, ...]:
    """Return in sentences what a table comes to, which version holds it, and what still comes."""
    told = [
        f"{capital(table.in_words)}, uit {one_line(table.source)}: "
        f"{fte_in_words(table.eenheid.totaal)} fte, waarvan {fte_in_words(table.wijkagenten)} "
        f"wijkagenten{_of_norm(table)}.",
        _of_versions(state, table),
    ]
    if table.follows_by:
        told.append(f"De definitieve volgt uiterlijk {day_in_words(table.follows_by)}.")
    return tuple(told)


def _of_norm(table: StrengthTable) -> str:
    if table.norm is None or table.wijkagenten >= table.norm:
        return ""
    return f" (de norm is {table.norm})"


def _of_versions(state: State, table: StrengthTable) -> str:
    holding = [v for v in standing(state.versions) if v.strength == table.id]
    if not holding:
        return "Zij staat nog in geen versie."
    last = max(holding, key=lambda version: version.number)
    return f"Zij staat in versie {last.number}, {one_line(last.title)}."
