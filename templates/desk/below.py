# SPDX-License-Identifier: EUPL-1.2
"""Which pages of their own stand below the page of a party."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.templates.desk.meetings_page import who_may_be_named

MEETINGS: Final = "vergaderingen"
"""Where calendars are handed in."""


class PageBelow(NamedTuple):
    """A page: what its link says, and its place below that of the party."""

    text: str
    place: str


def pages_below(state: State, access: Access) -> tuple[PageBelow, ...]:
    """Return the pages that a party has besides its forms."""
    return tuple(_pages(state, access))


def _pages(state: State, access: Access) -> Iterator[PageBelow]:
    if access.recipient == ADVISER:
        yield PageBelow("Overzicht van de hele procedure", "overzicht")
        yield PageBelow("Brieven als PDF, DOCX of ODT", "brieven")
        yield PageBelow("Nota, verantwoording, vergaderstuk en besluit", "verantwoording")
        yield PageBelow("Werkblad voor Excel of LibreOffice", "werkblad")
        yield PageBelow("Uitslag van een peiling inleveren", "peiling")
        yield PageBelow("Sterkteverdeling", "sterkte")
        yield PageBelow("Versies en andere stukken", "stukken")
        yield PageBelow("Agenda's van raden en overleggen", MEETINGS)
        if state.final and not state.adoption:
            yield PageBelow("Instemming: wie stemt in met het plan", "instemming")
        yield PageBelow("Toegang: wie een link heeft", "toegang")
        yield PageBelow("Archief en openbare site ophalen", "bewaren")
    elif who_may_be_named(state, access):
        yield PageBelow("Vergaderagenda inleveren", MEETINGS)
