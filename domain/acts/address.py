"""A griffie, burgemeester or official of a municipality is reached elsewhere from now on."""

from typing import Final, NamedTuple

from gehoord.calendar.ical.address import plainly
from gehoord.domain.acts.act import Act, AddressChanged, decide
from gehoord.domain.acts.report import AddressGiven, Reached
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    ADDRESS_FIELDS,
    BURGEMEESTERS,
    GRIFFIES,
    SAFETY_OFFICIALS,
    recipient_of,
)
from gehoord.domain.errors import GehoordError


class _Mailbox(NamedTuple):
    """Of which party it is, how that one is called, and whose mail comes there."""

    party: str
    name: str
    whose: str = "de"


_MAILBOXES: Final = {
    Reached.GRIFFIE: _Mailbox(GRIFFIES, "De griffie", "haar"),
    Reached.BURGEMEESTER: _Mailbox(BURGEMEESTERS, "De burgemeester"),
    Reached.SAFETY_OFFICIAL: _Mailbox(SAFETY_OFFICIALS, "De ambtenaar openbare orde en veiligheid"),
}


@decide.register
def address_given(report: AddressGiven, state: State) -> Act:
    """Keep an address, or several; what still waits for it goes there.

    So does what was given up because the old address did not work. An ontwerp that left to another
    address, and was not answered, goes there again.
    """
    municipality = state.municipality(report.municipality)
    try:
        address = plainly(report.address)
    except ValueError as error:
        raise GehoordError(str(error)) from None
    party, name, whose = _MAILBOXES[report.of]
    moved = municipality.model_copy(update={ADDRESS_FIELDS[party]: address})
    return Act(
        f"{name} van {municipality.name} krijgt {whose} mail op {address}.",
        Changes.replacing([(municipality, moved)]),
        (AddressChanged(municipality.code, recipient_of(party, municipality.code), address),),
        "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde.",
    )
