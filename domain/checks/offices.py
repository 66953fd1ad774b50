# SPDX-License-Identifier: EUPL-1.2
"""Which office may give the reason that a finding asks for, and how it is recorded."""

from collections.abc import Collection
from typing import Final

from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, OFFICES, PER_MUNICIPALITY

_NAMES: Final = {**OFFICES, BURGEMEESTERS: PER_MUNICIPALITY[BURGEMEESTERS]}


def in_words(offices: Collection[str]) -> str:
    """Return in Dutch who may give a reason.

    >>> in_words(["regioburgemeester", "hoofdofficier"])
    'regioburgemeester of hoofdofficier van justitie'
    """
    return " of ".join(_NAMES[office] for office in offices)


def meant(name: str, offices: Collection[str]) -> str:
    """Return which of these offices people mean by a name, written short or in full, if any.

    >>> meant("de Hoofdofficier van justitie", ["regioburgemeester", "hoofdofficier"])
    'hoofdofficier'
    >>> meant("burgemeester van Texel", ["burgemeesters"])
    'burgemeester van Texel'
    >>> meant("adviseur", ["burgemeesters"])
    ''
    """
    given = " ".join(name.split())
    said = given.casefold().removeprefix("de ")
    if BURGEMEESTERS in offices and f"{said} ".startswith("burgemeester "):
        return given
    return next((office for office in offices if said in (office, _NAMES[office])), "")


def reason_in_words(dossier: str, code: str, offices: Collection[str], step: str = "") -> str:
    """Return in Dutch how the reason is recorded that a finding asks for.

    Args:
        dossier: its name.
        code: of the finding.
        offices: who may give it.
        step: what the reason is about; needed where nothing is found yet.
    """
    first = next(iter(offices))
    door = _NAMES[first] if first == BURGEMEESTERS else first
    about = f" --stap {step}" if step else ""
    return (
        f"leg een reden vast van de {in_words(offices)}: "
        f'gehoord record reden {dossier} {code}{about} --door {door} --grond "…"'
    )
