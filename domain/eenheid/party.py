# SPDX-License-Identifier: EUPL-1.2
"""A body or office of a unit that can owe something, and how letters greet it."""

import re
from typing import Final

from pydantic import Field

from gehoord.domain.eenheid.lidwoord import Lidwoord, in_sentence, known_lidwoord
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.eenheid.sitting import Sitting
from gehoord.domain.eenheid.written import CouncilCode, Identifier, MailAddress, Name
from gehoord.domain.frozen import Frozen


class Party(Frozen):
    """Somebody who can owe an action: an office or a body (gremium) of the unit.

    Attributes:
        lidwoord: what its name has before it, if that does not follow from the name.
        greeting_given: how a letter greets it, if not as it greets the members of a body.
        members: the municipalities whose burgemeester has a seat in it, by their codes; empty where
            that is not known, or everybody has.
        address: where its mail and its invitations go; without it nobody is invited.
        sitting: when and where it meets, unless a step says otherwise.
    """

    id: Identifier
    name: Name = Field(alias="naam")
    lidwoord: Lidwoord | None = None
    greeting_given: Name | None = Field(None, alias="aanhef")
    is_delegation: bool = Field(False, alias="delegatie")
    adopts: bool = Field(False, alias="stelt_vast")
    includes_hoofdofficier: bool = Field(False, alias="met_hoofdofficier")
    members: tuple[CouncilCode, ...] = Field((), alias="leden")
    schedule: Schedule | None = Field(None, alias="vergaderingen")
    address: MailAddress | None = Field(None, alias="adres")
    sitting: Sitting | None = Field(None, alias="zitting")

    @property
    def short_name(self) -> str:
        """Its abbreviation, if its name gives one between brackets; otherwise its name."""
        found = re.search(r"\(([^()]+)\)", self.name)
        return found[1] if found else self.name

    @property
    def greeting(self) -> str:
        """How a letter greets it, without the comma.

        >>> Party(id="rbop", name="Regionaal Bestuurlijk Overleg Politie (RBOP)").greeting
        'Geachte leden van het RBOP'
        >>> Party(id="alkmaar", name="Burgemeester van Alkmaar").greeting
        'Geachte burgemeester'
        """
        if self.greeting_given:
            return self.greeting_given.rstrip(", ")
        if office := _OFFICE.match(self.name):
            return f"Geachte {office[0].lower()}"
        lidwoord = self.lidwoord or known_lidwoord(self.name)
        if lidwoord is None and not self._is_body:
            return "Geachte heer of mevrouw"
        return f"Geachte leden van {self.in_sentence}"

    @property
    def called(self) -> str:
        """How a sentence names it; without a word before it where none is known.

        >>> Party(id="rbop", name="Regionaal Bestuurlijk Overleg Politie (RBOP)").called
        'het RBOP'
        >>> Party(id="politie", name="Politie eenheid Noord-Holland").called
        'Politie eenheid Noord-Holland'
        """
        if _OFFICE.match(self.name):
            return f"de {self.name[0].lower()}{self.name[1:]}"
        is_known = self.lidwoord or known_lidwoord(self.name)
        return self.in_sentence if is_known or self._is_body else self.short_name

    @property
    def in_sentence(self) -> str:
        """Its short name with the word before it.

        >>> Party(id="v10", naam="V10", lidwoord="de").in_sentence
        'de V10'
        """
        lidwoord = self.lidwoord or known_lidwoord(self.name)
        return in_sentence(self.short_name, lidwoord or Lidwoord.HET)

    @property
    def _is_body(self) -> bool:
        is_abbreviation = self.short_name.split()[0].isupper()
        return self.adopts or self.is_delegation or is_abbreviation


_OFFICE: Final = re.compile(
    r"(?:loco-?)?(?:burgemeester|secretaris|voorzitter|wethouder|portefeuillehouder|directeur"
    r"|adviseur|projectleider|programmamanager|districtschef|teamchef|politiechef|griffier"
    r"|coördinator|kwartiermaker|hoofdofficier(?: van justitie)?|commissaris van de koning)\b",
    re.IGNORECASE,
)
"""Names that begin so are of one person in an office, and of no body."""
