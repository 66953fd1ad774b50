# SPDX-License-Identifier: EUPL-1.2
"""The letters that tell that the adopted plan was changed, and why."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.addressees import recipients
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.under_lid_2 import BY_REGIOBURGEMEESTER
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    COUNCILS,
    HOOFDOFFICIER,
    KORPSCHEF,
    MINISTER,
)
from gehoord.domain.proposal.step import Letter
from gehoord.law.politiewet import BASES, BASES_OF_CHANGE
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing, document_of
from gehoord.templates.wording import cited


def notices_of_change(post: Outgoing, besluit: Besluit) -> Iterator[Message]:
    """Yield to everybody who has the adopted plan that it was changed, and why.

    Law: Politiewet 2012, art. 39 lid 6 and art. 40 lid 3 (a change needs no new consent).
    """
    number = next(v.number for v in post.state.versions if v.id == besluit.version)
    for to in recipients(post.state, _told(besluit)):
        said = replace(
            post.to(to.name, to.party),
            title_of_step=_title(besluit),
            is_change=True,
            note=_note(besluit),
            adoption=None,
            respond_by=None,
            treatment=None,
            sending=None,
            unset=(),
            lawful_by="",
        )
        topic = Topic(
            dossier=post.state.id,
            kind=MessageKind.CHANGED,
            recipient=to.id,
            letter=Letter.NOTE,
            municipality=to.municipality,
            version=number,
        )
        document = document_of(post.state.final, "beleidsplan")
        yield post.message(topic, to.address, letter(Letter.NOTE, said), *document)


def _told(besluit: Besluit) -> tuple[str, ...]:
    """Return who is told by this letter: burgemeesters who may appeal get an announcement."""
    is_announced = besluit.basis == BY_REGIOBURGEMEESTER
    return tuple(who for who in _TOLD if not (is_announced and who == BURGEMEESTERS))


def _title(besluit: Besluit) -> str:
    if besluit.kind is BesluitKind.PART:
        return "de definitieve sterkteverdeling is vastgesteld"
    return "het vastgestelde plan is gewijzigd"


def _note(besluit: Besluit) -> str:
    if besluit.kind is BesluitKind.PART:
        return (
            f"De definitieve sterkteverdeling is vastgesteld op {day_in_words(besluit.taken_on)}, "
            f"op grond van {cited(BASES[besluit.basis])}. Zij komt in het plan in de plaats van de "
            f"voorlopige. Met dit besluit is het plan af.\n\n{besluit.text}"
        )
    return (
        f"Het beleidsplan is op {day_in_words(besluit.taken_on)} gewijzigd, op grond van "
        f"{_CHANGED_BY[besluit.basis]} ({BASES_OF_CHANGE[besluit.basis]}). Daarvoor is geen nieuwe "
        f"instemming nodig.\n\n{besluit.text}"
    )


_TOLD: Final = (COUNCILS, BURGEMEESTERS, HOOFDOFFICIER, KORPSCHEF, MINISTER)
_CHANGED_BY: Final = {
    "aanwijzing": "een aanwijzing van de minister",
    "beroep": "een beslissing van de minister op beroep",
}
