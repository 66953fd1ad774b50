"""The griffie of a municipality is reached at another address from now on."""

from gehoord.calendar.ical.address import Address
from gehoord.domain.acts.act import Act, AddressChanged, decide
from gehoord.domain.acts.report import AddressGiven
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError


@decide.register
def address_given(report: AddressGiven, state: State) -> Act:
    """Keep the address of a griffie; what still waits for it goes there.

    An ontwerp that left to another address, and was not answered, goes there again.
    """
    municipality = state.municipality(report.municipality)
    try:
        address = Address(report.address).mail
    except ValueError as error:
        raise GehoordError(str(error)) from None
    moved = municipality.model_copy(update={"griffie_address": address})
    return Act(
        f"De griffie van {municipality.name} krijgt haar mail op {address}.",
        Changes.replacing([(municipality, moved)]),
        (AddressChanged(municipality.code, address),),
        "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde.",
    )
