# SPDX-License-Identifier: EUPL-1.2
"""Who commissions the plan, who writes it, and which organisations sit in that working group."""

from pydantic import Field

from gehoord.calendar.dutch import enumeration
from gehoord.domain.eenheid.written import Name
from gehoord.domain.frozen import Frozen


class Commission(Frozen):
    """The commission of a plan: offices and organisations, never names of people.

    No statute asks for it (S000: the regioburgemeester and the hoofdofficier commission the plan,
    a working group of organisations writes it under the adviser).

    Attributes:
        clients: who commission the plan.
        working_group: who write it.
        represented: the organisations that sit in the working group.
        chair: the office that leads it.
        consulted_in: where the clients consult the other burgemeesters, as a sentence says it.
    """

    clients: tuple[Name, ...] = Field((), alias="opdrachtgevers")
    working_group: Name | None = Field(None, alias="werkgroep")
    represented: tuple[Name, ...] = Field((), alias="vertegenwoordigd")
    chair: Name | None = Field(None, alias="voorzitter")
    consulted_in: tuple[Name, ...] = Field((), alias="afstemming")

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is known of it: what it is, and who, in Dutch.

        >>> Commission(working_group="Werkgroep IMV", represented=("gemeenten", "OM")).lines
        (('Werkgroep', 'Werkgroep IMV'), ('Daarin vertegenwoordigd', 'gemeenten en OM'))
        """
        told = (
            ("Opdrachtgevers", self.clients),
            ("Werkgroep", [self.working_group]),
            ("Daarin vertegenwoordigd", self.represented),
            ("Voorzitter", [self.chair]),
            ("Afstemming met de andere burgemeesters", self.consulted_in),
        )
        known = ((what, [name for name in who if name]) for what, who in told)
        return tuple((what, enumeration(who)) for what, who in known if who)
