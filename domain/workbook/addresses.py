# SPDX-License-Identifier: EUPL-1.2
"""The tab of the addresses: where each griffie, burgemeester, office and body gets its mail."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import by_letters
from gehoord.domain.acts.report import Reached
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, GRIFFIES, OFFICES, SAFETY_OFFICIALS
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Tab, TabLine

ADDRESS: Final = "Mailadres"
_WHO: Final = "Van wie"
_PARTY: Final = "Ambt"
_PARTIES: Final = {
    Reached.GRIFFIE: GRIFFIES,
    Reached.BURGEMEESTER: BURGEMEESTERS,
    Reached.SAFETY_OFFICIAL: SAFETY_OFFICIALS,
}


class AddressesTab(Tab):
    """One row for each mailbox: three for a municipality, one for an office or a body."""

    name = "Adressen"
    columns = (Column(_WHO), Column(_PARTY), Column(ADDRESS, is_asked=True))

    def lines(self, state: State) -> list[TabLine]:
        """Return the mailboxes of the municipalities by name, and then of offices and bodies."""
        by_name = sorted(state.living, key=lambda m: (by_letters(m.name), m.code))
        of_municipalities = [self._line(m, of) for m in by_name for of in Reached]
        named = OFFICES | {body.id: body.name for body in state.eenheid.parties}
        return of_municipalities + [
            self.line(f"{state.id}/{party}", name, "", state.eenheid.address_of(party))
            for party, name in named.items()
        ]

    def _line(self, municipality: FrozenMunicipality, of: Reached) -> TabLine:
        address = municipality.address_of(_PARTIES[of])
        return self.line(f"{municipality.id}/{of}", municipality.name, of, address)

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield that an address was taken away: nobody can be written to nowhere."""
        if not row.cells[ADDRESS]:
            yield row.fault(
                f"hier stond {row.was(ADDRESS)}; zet dat terug, of vul een ander adres in", ADDRESS
            )

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether it is what the register has; how several addresses are parted says nothing."""
        return _addresses(said) == _addresses(recorded)

    def reports(self, row: Row) -> list[Content]:
        """Return that somebody is reached elsewhere from today on."""
        _, who, *of = row.line.id.split("/") if row.line else ("", "")
        about = {"ambt": of[0]} if of else {}
        return [{"wat": "adres", "wie": who, "adres": row.cells[ADDRESS], **about}]


def _addresses(value: Value) -> list[str]:
    return [part.strip() for part in str(value).replace(";", ",").split(",")]
