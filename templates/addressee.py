"""Who a letter or mail is for: the address on the letter, and how they are greeted."""

from dataclasses import dataclass

from gehoord.domain.eenheid.eenheid import (
    ADVISER,
    BURGEMEESTERS,
    COUNCILS,
    GRIFFIES,
    HOOFDOFFICIER,
    KORPSCHEF,
    MINISTER,
    OFFICES,
    REGIOBURGEMEESTER,
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """A reader. The mail to a council is read by its griffie, the letter by its members."""

    party: str
    lines: tuple[str, ...]
    greeting: str
    mail_greeting: str


def addressee(to: str, recipient: str, eenheid: str) -> Addressee:
    """Return who reads.

    Args:
        to: the id of a party; empty when the recipient says enough: the name or id of an office
            is that office, anything else a municipality whose council is addressed.
        recipient: the municipality, office or body by name; empty leaves the name out.
        eenheid: the name of the unit.
    """
    known = {word: office for office, name in OFFICES.items() for word in (office, name)}
    party = to or known.get(recipient.casefold(), COUNCILS)
    of = f" van {recipient}" if recipient else ""
    readers = {
        COUNCILS: ((f"De gemeenteraad{of}", "t.a.v. de griffie"), "leden van de gemeenteraad"),
        GRIFFIES: ((f"De griffie van de gemeenteraad{of}",), "griffier"),
        BURGEMEESTERS: ((f"De burgemeester{of}",), "burgemeester"),
        REGIOBURGEMEESTER: ((f"De regioburgemeester van {eenheid}",), "regioburgemeester"),
        HOOFDOFFICIER: (("De hoofdofficier van justitie",), "hoofdofficier van justitie"),
        ADVISER: (("De adviseur van de regioburgemeester",), "adviseur"),
        MINISTER: (("De minister van Justitie en Veiligheid",), ""),
        KORPSCHEF: (("De korpschef van de politie",), "korpschef"),
    }
    lines, greeted = readers.get(party, ((recipient,), "lezer"))
    greeting = f"Geachte {greeted}," if greeted else "Excellentie,"
    return Addressee(party, lines, greeting, "Geachte griffier," if party == COUNCILS else greeting)
