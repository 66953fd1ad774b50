"""Which sterkteverdeling a version contains, and which parts of the plan are in it by that."""

from collections.abc import Sequence

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable, newest
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Part


def strength_in_version(
    number: int | None, contains: Sequence[Part], state: State
) -> StrengthTable | None:
    """Return the sterkteverdeling in a version; none where no table is known of it.

    Args:
        number: of the table that is named; without it the newest is meant, if the version contains
            a sterkteverdeling at all.
        contains: the parts that the version has.
        state: the dossier.

    Raises:
        RefusedError: there is no such table.
    """
    if number is None:
        return newest(state.strengths) if Part.STRENGTH in contains else None
    known = standing(state.strengths)
    for table in known:
        if table.number == number:
            return table
    names = enumeration([str(table.number) for table in known])
    which = f"Kies uit: {names}." if known else "Leg haar eerst vast (gehoord record sterkte)."
    raise RefusedError(f"Sterkteverdeling {number} is er niet. {which}", field="sterkte")


def with_strength(contains: Sequence[Part], table: StrengthTable | None) -> tuple[Part, ...]:
    """Return the parts of a version, with those that its table shows to be in it and no other.

    A table without a single wijkagent does not distribute them.

    Law: Politiewet 2012, art. 39 lid 1.
    """
    if table is None:
        return tuple(contains)
    shown = {Part.STRENGTH: True, Part.WIJKAGENTEN: table.wijkagenten > 0}
    return tuple(p for p in Part if shown.get(p, p in contains))
