# SPDX-License-Identifier: EUPL-1.2
"""Somebody is reached elsewhere from now on: of a municipality, in an office, or a body."""

from typing import Final, NamedTuple

from gehoord.calendar.dutch import alphabetical
from gehoord.calendar.ical.address import plainly
from gehoord.domain.acts.act import Act, AddressChanged, decide
from gehoord.domain.acts.report import AddressGiven, Reached
from gehoord.domain.dossier.addresses import with_address
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.readers import meant_reviewer
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import (
    ADDRESS_FIELDS,
    BURGEMEESTERS,
    GRIFFIES,
    OFFICES,
    SAFETY_OFFICIALS,
    recipient_of,
)
from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import meant, unknown


class _Inbox(NamedTuple):
    """Of which party it is, how that one is called, and whose mail comes there."""

    party: str
    name: str
    whose: str = "de"


_MAILBOXES: Final = {
    Reached.GRIFFIE: _Inbox(GRIFFIES, "De griffie", "haar"),
    Reached.BURGEMEESTER: _Inbox(BURGEMEESTERS, "De burgemeester"),
    Reached.SAFETY_OFFICIAL: _Inbox(SAFETY_OFFICIALS, "De ambtenaar openbare orde en veiligheid"),
}


@decide.register
def address_given(report: AddressGiven, state: State) -> Act:
    """Keep an address, or several; what still waits for it goes there.

    So does what was given up because the old address did not work. An ontwerp that left to another
    address, and was not answered, goes there again. Who reads along with drafts is named too.
    """
    try:
        address = plainly(report.address)
    except ValueError as error:
        raise GehoordError(str(error)) from None
    if reviewer := meant_reviewer(state, report.who):
        return _of_reviewer(reviewer, address)
    who = _named(report.who, state)
    if isinstance(who, FrozenMunicipality):
        return _in_municipality(who, report.of, address)
    if report.of is not Reached.GRIFFIE:
        raise GehoordError(
            f"'{report.who}' is geen gemeente en heeft geen {report.of}. Laat 'ambt' weg, of noem "
            "de gemeente."
        )
    return _of_party(who, state, address)


def _in_municipality(municipality: FrozenMunicipality, of: Reached, address: str) -> Act:
    party, name, whose = _MAILBOXES[of]
    moved = municipality.model_copy(update={ADDRESS_FIELDS[party]: address})
    return Act(
        f"{name} van {municipality.name} krijgt {whose} mail op {address}.",
        Changes.replacing([(municipality, moved)]),
        (AddressChanged(municipality.code, recipient_of(party, municipality.code), address),),
        "Het ontwerp ging eerder naar een ander adres en gaat opnieuw, in dezelfde ronde.",
    )


def _of_party(party: str, state: State, address: str) -> Act:
    body = state.eenheid.party(party)
    name = body.name if body else f"De {OFFICES[party]}"
    before = state.dossier
    if state.eenheid.address_of(party) == address:
        kept = before
    else:
        kept = before.model_copy(
            update={"addresses": with_address(before.addresses, party, address)}
        )
    return Act(
        f"{name} krijgt de mail op {address}.",
        Changes.replacing([(before, kept)]),
        (AddressChanged(None, party, address),),
    )


def _of_reviewer(reviewer: Reviewer, address: str) -> Act:
    moved = reviewer.model_copy(update={"address": address})
    return Act(
        f"{reviewer.name} krijgt de mail op {address}.",
        Changes.replacing([(reviewer, moved)]),
        (AddressChanged(None, reviewer.key, address),),
    )


def _named(name: str, state: State) -> FrozenMunicipality | str:
    """Return the municipality of this name or code, or the id of the office or body.

    Raises:
        GehoordError: nobody in this dossier has that name.
    """
    municipalities = {word: m for m in state.municipalities for word in (m.name, m.code)}
    parties = {word: party for party, word in OFFICES.items()} | {p: p for p in OFFICES}
    for body in state.eenheid.parties:
        parties |= dict.fromkeys((body.name, body.short_name, body.id), body.id)
    if known := meant(name, municipalities):
        return municipalities[known]
    if known := meant(name, parties):
        return parties[known]
    names = [*alphabetical(m.name for m in state.living), *parties]
    what = f"'{name}' is geen gemeente, overleg of ambt van dit dossier"
    raise GehoordError(unknown(what, name, names))
