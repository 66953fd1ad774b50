# SPDX-License-Identifier: EUPL-1.2
"""What letters say of the strength: that it is provisional, and then what became of it."""

from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.following_strength import (
    following_strength,
    is_about_strength,
    strength_of_ontwerp,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.templates.strength_rows import HEADINGS_OF_CHANGES, rows_of_changes


@dataclass(frozen=True, slots=True)
class FollowingStrength:
    """The definitive sterkteverdeling beside that of the ontwerp; all of it in Dutch words.

    Attributes:
        as_of: the day of its figures; ``valid_from`` the one from which it holds, if known.
        rows: every figure that differs from the ontwerp, below the ``headings``.
    """

    as_of: str
    valid_from: str
    rows: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...] = HEADINGS_OF_CHANGES


@dataclass(frozen=True, slots=True)
class ToldStrength:
    """The sterkteverdeling in the ontwerp.

    Attributes:
        as_of: the day of its figures.
        is_provisional: whether a definitive one was to come when the ontwerp was made.
        follows_by: by which day that comes; empty when it is not known.
        following: the definitive one, once it is there.
    """

    as_of: str
    is_provisional: bool
    follows_by: str
    following: FollowingStrength | None = None

    def is_told_in(self, title: str) -> bool:
        """Whether a notice with this title brings the definitive one."""
        return self.following is not None and is_about_strength(title)


def told_strength(state: State) -> ToldStrength | None:
    """Return what is said of the sterkteverdeling in the newest ontwerp; nothing without one."""
    table, last = strength_of_ontwerp(state), following_strength(state)
    if table is None:
        return None
    follows = day_in_words(table.follows_by) if table.follows_by else ""
    following = _following(table, last) if last else None
    return ToldStrength(day_in_words(table.as_of), table.is_provisional, follows, following)


def _following(table: StrengthTable, last: StrengthTable) -> FollowingStrength:
    valid = day_in_words(last.valid_from) if last.valid_from else ""
    return FollowingStrength(
        day_in_words(last.as_of), valid, tuple(rows_of_changes(compared(table, last)))
    )
