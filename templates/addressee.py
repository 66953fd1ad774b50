# SPDX-License-Identifier: EUPL-1.2
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


class _Salutation(NamedTuple):
    """The lines of its address and its greeting; ``of`` and ``eenheid`` are filled in."""

    lines: tuple[str, ...]
    greeting: str


_READERS: Final = {
    COUNCILS: _Salutation(
        ("De gemeenteraad{of}", "t.a.v. de griffie"), "Geachte leden van de gemeenteraad"
    ),
    GRIFFIES: _Salutation(("De griffie van de gemeenteraad{of}",), "Geachte griffier"),
    BURGEMEESTERS: _Salutation(("De burgemeester{of}",), "Geachte burgemeester"),
    SAFETY_OFFICIALS: _Salutation(
        ("Gemeente{of_plain}", "t.a.v. de ambtenaar openbare orde en veiligheid"),
        "Geachte ambtenaar openbare orde en veiligheid",
    ),
    REGIOBURGEMEESTER: _Salutation(
        ("De regioburgemeester van {eenheid}",), "Geachte regioburgemeester"
    ),
    HOOFDOFFICIER: _Salutation(
        ("De hoofdofficier van justitie",), "Geachte hoofdofficier van justitie"
    ),
    ADVISER: _Salutation(("De adviseur van de regioburgemeester",), "Geachte adviseur"),
    CLIENTS: _Salutation(
        ("De regioburgemeester en de hoofdofficier van justitie",),
        "Geachte regioburgemeester en hoofdofficier van justitie",
    ),
    MINISTER: _Salutation(("De minister van Justitie en Veiligheid",), "Excellentie"),
    KORPSCHEF: _Salutation(("De korpschef van de politie",), "Geachte korpschef"),
}


_READ_AS_OWN: Final = (COUNCILS, GRIFFIES, BURGEMEESTERS)
"""Who read "uw raad" as the council of their own municipality."""


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
    lines, greeted = _addressed(party, recipient, eenheid, greeting)
    council, griffie = _council(party)
    return Addressee(
        party=party,
        municipality=recipient if party in PER_MUNICIPALITY else "",
        lines=lines,
        greeting=f"{greeted},",
        mail_greeting="Geachte griffier," if party == COUNCILS else f"{greeted},",
        council=council,
        griffie=griffie,
    )


def _addressed(party: str, recipient: str, eenheid: str, greeting: str) -> _Salutation:
    """Return the lines of an address with their names filled in, and the greeting."""
    if party not in _READERS:
        return _Salutation((recipient,), greeting or "Geachte heer of mevrouw")
    of = f" van {recipient}" if recipient else ""
    lines, greeted = _READERS[party]
    plain = of.removeprefix(" van")
    filled = (line.format(of=of, of_plain=plain, eenheid=eenheid) for line in lines)
    return _Salutation(tuple(filled), greeted)


def _council(party: str) -> tuple[str, str]:
    """Return how this reader calls the council that is meant, and its griffie."""
    if party in _READ_AS_OWN:
        return "uw raad", "uw griffie"
    if party == SAFETY_OFFICIALS:
        return "de raad van uw gemeente", "de griffie"
    return "de gemeenteraad", "de griffie"
