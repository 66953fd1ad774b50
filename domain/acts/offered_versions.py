# SPDX-License-Identifier: EUPL-1.2
"""What the forms about a version offer: the tables that it can contain, and which lack a file."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.dossier.changed_parts import changed_parts, heard_before
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing

N = TypeVar("N", StrengthTable, DraftVersion)


def strengths(state: State, on: date) -> list[str]:
    """Return the sterkteverdelingen that were not withdrawn, the newest first."""
    return [table.called for table in _newest_first(standing(state.strengths))]


def versions_without_file(state: State, on: date) -> list[str]:
    """Return the versions of which the document was not handed in yet, the newest first."""
    return [v.called for v in _newest_first(standing(state.versions)) if not v.document]


def _newest_first(numbered: Iterable[N]) -> list[N]:
    return sorted(numbered, key=lambda each: each.number, reverse=True)


def heard_before_change(state: State, on: date) -> list[str]:
    """Return the councils that were heard before they had what changed since."""
    return alphabetical(hearing.name for hearing in heard_before(state, changed_parts(state)))
