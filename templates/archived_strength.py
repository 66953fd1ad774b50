# SPDX-License-Identifier: EUPL-1.2
"""What the archive says of each sterkteverdeling, also of one that was taken back."""

from dataclasses import dataclass

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import changed_in
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.withdrawn import standing
from gehoord.templates.strength_rows import (
    HEADINGS,
    facts_of,
    headings_of_growth,
    rows_of,
    rows_of_growth,
)


@dataclass(frozen=True, slots=True)
class ArchivedStrength:
    """One sterkteverdeling, as its rows are read.

    Attributes:
        table: itself; ``versions`` are the numbers of those that contain it.
        changed: what differs from the one before that counts; empty for the first.
    """

    table: StrengthTable
    versions: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    growth: tuple[tuple[str, ...], ...]
    headings_of_growth: tuple[str, ...]
    changed: str
    headings: tuple[str, ...] = HEADINGS


def archived_strengths(state: State) -> list[ArchivedStrength]:
    """Return every sterkteverdeling of a dossier, in the order in which they came."""
    return [
        ArchivedStrength(
            table=table,
            versions=", ".join(
                str(v.number) for v in standing(state.versions) if v.strength == table.id
            ),
            facts=tuple(facts_of(table)),
            rows=tuple(rows_of(table)),
            growth=tuple(rows_of_growth(table.growth)),
            headings_of_growth=headings_of_growth(table.growth),
            changed=changed_in(state.strengths, table),
        )
        for table in sorted(state.strengths, key=lambda one: one.number)
    ]
