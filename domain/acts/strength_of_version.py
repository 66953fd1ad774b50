# SPDX-License-Identifier: EUPL-1.2
"""Which sterkteverdeling a version contains, and which parts of the plan are in it by that."""

from collections.abc import Sequence
from datetime import date

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Part


def strength_in_version(
    number: int | None, contains: Sequence[Part], state: State, made_on: date
) -> StrengthTable | None:
    """Return the sterkteverdeling in a version; none where no table is known of it.

    Args:
        number: of the table that is named; without it the newest is meant, if the version contains
            a sterkteverdeling at all.
        contains: the parts that the version has.
        state: the dossier.
        made_on: the day of the version; a table of that day can be in it, a later one cannot.

    Raises:
        RefusedError: there is no such table, or it came after the version.
    """
    known = [table for table in standing(state.strengths) if table.recorded_on <= made_on]
    if number is None:
        return newest(known) if Part.STRENGTH in contains else None
    for table in known:
        if table.number == number:
            return table
    _refuse_later(number, state, made_on)
    names = enumeration([str(table.number) for table in known])
    which = f"Kies uit: {names}." if known else "Leg haar eerst vast (gehoord record sterkte)."
    raise RefusedError(f"Sterkteverdeling {number} is er niet. {which}", field="sterkte")


def _refuse_later(number: int, state: State, made_on: date) -> None:
    """Refuse a table that came after the version."""
    for table in standing(state.strengths):
        if table.number == number:
            raise RefusedError(
                f"Sterkteverdeling {number} kwam op {day_in_words(table.recorded_on)}, na deze "
                f"versie van {day_in_words(made_on)}. Kies een eerdere verdeling, of verbeter de "
                "dag van de versie.",
                field="sterkte",
            )


def with_strength(contains: Sequence[Part], table: StrengthTable | None) -> tuple[Part, ...]:
    """Return the parts of a version, with those that its table shows to be in it and no other.

    A table without a single wijkagent does not distribute them.

    Law: Politiewet 2012, art. 39 lid 1.
    """
    if table is None:
        return tuple(contains)
    shown = {Part.STRENGTH: True, Part.WIJKAGENTEN: table.wijkagenten > 0}
    return tuple(p for p in Part if shown.get(p, p in contains))
