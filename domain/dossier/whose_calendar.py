# SPDX-License-Identifier: EUPL-1.2
"""Whose calendar is read: that of the council of a municipality, or of a body of the unit."""

from dataclasses import dataclass

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.lidwoord import Lidwoord, in_sentence, known_lidwoord
from gehoord.domain.eenheid.party import Party
from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import meant, unknown


@dataclass(frozen=True, slots=True)
class WhoseCalendar:
    """Who meets by a calendar.

    Attributes:
        key: under which the dossier keeps it: the CBS code of a municipality, or the id of a body.
        name: as people call it.
        in_words: who meets, as a sentence has it: ``de raad van Haarlem``, ``het RBOP``.
        council: the municipality of a council; nothing of a body.
    """

    key: str
    name: str
    in_words: str
    council: FrozenMunicipality | None = None

    @classmethod
    def of_council(cls, municipality: FrozenMunicipality) -> "WhoseCalendar":
        """Return the council of a municipality."""
        name = municipality.name
        return cls(municipality.code, name, f"de raad van {name}", municipality)

    @classmethod
    def of_body(cls, party: Party) -> "WhoseCalendar":
        """Return a body."""
        lidwoord = party.lidwoord or known_lidwoord(party.name) or Lidwoord.HET
        return cls(party.id, party.name, in_sentence(party.short_name, lidwoord))


def whose_calendar(state: State, said: str) -> WhoseCalendar:
    """Return who is meant: a municipality by its name or CBS code, or a body by name or id.

    Raises:
        GehoordError: neither of this dossier is called so.
    """
    bodies = {word: p for p in state.eenheid.parties for word in (p.id, p.short_name, p.name)}
    councils = {word: m for m in state.municipalities for word in (m.name, m.code)}
    if council := meant(said, councils):
        return WhoseCalendar.of_council(councils[council])
    if body := meant(said, bodies):
        return WhoseCalendar.of_body(bodies[body])
    names = alphabetical(m.name for m in state.municipalities if m.until is None)
    known = [*names, *(party.short_name for party in state.eenheid.parties)]
    raise GehoordError(
        unknown(f"'{said}' is geen gemeente of overleg van dit dossier", said, known)
    )
