"""Who a letter or mail is for: the address on the letter, how they are greeted, whose council."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    CLIENTS,
    COUNCILS,
    GRIFFIES,
    HOOFDOFFICIER,
    KORPSCHEF,
    MINISTER,
    OFFICES,
    PER_MUNICIPALITY,
    REGIOBURGEMEESTER,
    SAFETY_OFFICIALS,
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A reader. The mail to a council is read by its griffie, the letter by its members.

    Attributes:
        party: the id of the office, body or group.
        municipality: of which it is; empty when it is of none, or unknown.
        lines: the address on the letter.
        greeting: of the letter; ``mail_greeting`` of the mail.
        council: how a sentence names the council that is meant, ``griffie`` its griffie.
    """

    party: str
    municipality: str
    lines: tuple[str, ...]
    greeting: str
    mail_greeting: str
    council: str
    griffie: str

    @property
    def is_council(self) -> bool:
        """Whether the council itself is asked, by way of its griffie."""
        return self.party in (COUNCILS, GRIFFIES)

    @property
    def hears(self) -> bool:
        """Whether it is who hears the council."""
        return self.party == BURGEMEESTERS

    @property
    def is_of_municipality(self) -> bool:
        """Whether it has a part in the hearing of one council."""
        return self.party in PER_MUNICIPALITY


class _Reader(NamedTuple):
    """The lines of its address and its greeting; ``of`` and ``eenheid`` are filled in."""

    lines: tuple[str, ...]
    greeting: str


_READERS: Final = {
    COUNCILS: _Reader(
        ("De gemeenteraad{of}", "t.a.v. de griffie"), "Geachte leden van de gemeenteraad"
    ),
    GRIFFIES: _Reader(("De griffie van de gemeenteraad{of}",), "Geachte griffier"),
    BURGEMEESTERS: _Reader(("De burgemeester{of}",), "Geachte burgemeester"),
    SAFETY_OFFICIALS: _Reader(
        ("Gemeente{of_plain}", "t.a.v. de ambtenaar openbare orde en veiligheid"),
        "Geachte ambtenaar openbare orde en veiligheid",
    ),
    REGIOBURGEMEESTER: _Reader(
        ("De regioburgemeester van {eenheid}",), "Geachte regioburgemeester"
    ),
    HOOFDOFFICIER: _Reader(
        ("De hoofdofficier van justitie",), "Geachte hoofdofficier van justitie"
    ),
    ADVISER: _Reader(("De adviseur van de regioburgemeester",), "Geachte adviseur"),
    CLIENTS: _Reader(
        ("De regioburgemeester en de hoofdofficier van justitie",),
        "Geachte regioburgemeester en hoofdofficier van justitie",
    ),
    MINISTER: _Reader(("De minister van Justitie en Veiligheid",), "Excellentie"),
    KORPSCHEF: _Reader(("De korpschef van de politie",), "Geachte korpschef"),
}


def addressee(to: str, recipient: str, eenheid: str, greeting: str = "") -> Addressee:
    """Return who reads.

    Args:
        to: the id of a party; empty when the recipient says enough: the name or id of an office
            is that office, anything else a municipality whose council is addressed.
        recipient: the municipality, office or body by name; empty leaves the name out.
        eenheid: the name of the unit.
        greeting: how a body of the unit is greeted; empty for all others.
    """
    known = {word: office for office, name in OFFICES.items() for word in (office, name)}
    party = to or known.get(recipient.casefold(), COUNCILS)
    reader = _READERS.get(party) or _Reader((recipient,), greeting or "Geachte heer of mevrouw")
    said = {
        "of": f" van {recipient}" if recipient else "",
        "of_plain": f" {recipient}" if recipient else "",
        "eenheid": eenheid,
    }
    lines = reader.lines if party not in _READERS else [s.format(**said) for s in reader.lines]
    is_own = party in (COUNCILS, GRIFFIES, BURGEMEESTERS)
    of_officials = "de raad van uw gemeente" if party == SAFETY_OFFICIALS else "de gemeenteraad"
    return Addressee(
        party=party,
        municipality=recipient if party in PER_MUNICIPALITY else "",
        lines=tuple(lines),
        greeting=f"{reader.greeting},",
        mail_greeting="Geachte griffier," if party == COUNCILS else f"{reader.greeting},",
        council="uw raad" if is_own else of_officials,
        griffie="uw griffie" if is_own else "de griffie",
    )
