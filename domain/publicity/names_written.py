# SPDX-License-Identifier: EUPL-1.2
"""How names of persons are written in Dutch, as parts of patterns."""

from typing import Final

CAPITAL: Final = "".join(
    c for c in map(chr, (*range(0x530), *range(0x1E00, 0x1F00))) if c.isupper()
)
APOSTROPHE: Final = "'\u2018\u2019"
MORE: Final = rf"[\w{APOSTROPHE}\u0300-\u036f-]"
OF: Final = rf"(?:van|von|de|der|den|het|ter|ten|te|in|el|al|la|du|[{APOSTROPHE}]t)"
_BEGINS: Final = rf"(?:d[{APOSTROPHE}]|[{APOSTROPHE}]t\s+)?[{CAPITAL}]{MORE}+"
CAPITALISED: Final = rf"{_BEGINS}(?:\s+(?:{OF}\s+){{0,3}}{_BEGINS}){{0,2}}"
INITIALS: Final = rf"(?:[{CAPITAL}][a-z\u0300-\u036f]?\.\s?){{1,5}}"
NAME: Final = rf"(?:{INITIALS}\s*|[{CAPITAL}]\s)?(?:{OF}\s+){{0,3}}{CAPITALISED}"
NAMES: Final = rf"{NAME}(?:(?:\s*,|\s+en|\s*&)\s+{NAME})*"
PERSON: Final = r"heer|heren|dames?|mevrouw|mevr|mej|mw|dhr|fam|drs|dr|mr|ir|ing|prof"
OFFICE: Final = (
    r"raadslid|raadsleden|commissielid|commissieleden|fractievoorzitter|fractieleider|"
    r"(?:raads)?griffier|wethouders?|(?:loco-|regio)?burgemeester|wijkagent|inwoners?|familie|"
    r"contactpersoon|portefeuillehouder|gemeentesecretaris|korpschef|politiechef|teamchef|"
    r"districtschef|hoofdofficier|beleidsmedewerker"
)
"""What stands before the name of who has that office."""
