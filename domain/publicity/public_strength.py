# SPDX-License-Identifier: EUPL-1.2
"""The sterkteverdeling as it was adopted: before the adoption none is told."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_line import StrengthLine
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_paper import adopted_texts


@dataclass(frozen=True, slots=True)
class PublicStrength:
    """A sterkteverdeling without where it came from and who accepted what in it.

    Law: Politiewet 2012, art. 39 lid 1.

    Attributes:
        norm: the least number of wijkagenten, if it is known (art. 38a lid 1).
    """

    as_of: date
    is_provisional: bool
    total: Decimal
    wijkagenten: Decimal
    norm: int | None
    lines: tuple[StrengthLine, ...]


def public_strength(state: State, masked: Masking) -> PublicStrength | None:
    """Return the sterkteverdeling in the text that was adopted last, if one is known of it."""
    tables = [state.strengths.one(text.strength or "") for _, text in adopted_texts(state)]
    table = next((each for each in reversed(tables) if each and each.counts), None)
    if table is None:
        return None
    return PublicStrength(
        as_of=table.as_of,
        is_provisional=table.is_provisional,
        total=table.eenheid.totaal,
        wijkagenten=table.wijkagenten,
        norm=table.norm,
        lines=tuple(_named(line, masked) for line in table.lines),
    )


def _named(line: StrengthLine, masked: Masking) -> StrengthLine:
    return line.model_copy(update={"name": masked(line.name, "de sterkteverdeling"), "parent": ""})
