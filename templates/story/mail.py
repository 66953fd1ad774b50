# SPDX-License-Identifier: EUPL-1.2
"""What a story says of a message: what it is, and for whom."""

import re
from collections.abc import Mapping
from typing import Final

from gehoord.calendar.dutch import in_dutch
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.ladder import ESCALATION
from gehoord.domain.dossier.message import MessageKind
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.outgoing.invitations import CALLED_OFF
from gehoord.domain.outgoing.review_reminders import RUNG
from gehoord.domain.proposal.step import Letter
from gehoord.templates.plain import plain

_ONE_DAY: Final = re.compile(r"^1 dagen\b")
_CALLED: Final = {
    MessageKind.LETTER: "brief",
    MessageKind.MOVED: "bericht over de nieuwe dag",
    MessageKind.DRAFT: "concept ter lezing",
    MessageKind.REPLY: "antwoord op het verzoek",
    MessageKind.CHANGED: "bericht over het gewijzigde plan",
    MessageKind.RECEIPT: "ontvangstbewijs",
    MessageKind.TRIAL: "proef van een brief",
    MessageKind.LINK: "mail met de link naar de eigen pagina",
}


def called(message: Fate) -> str:
    """Return what a message is, in a few Dutch words."""
    if message.is_reminder and message.rung.startswith(ESCALATION):
        return "bericht dat er iets te lang te laat is,"
    if message.is_reminder:
        return f"herinnering ({in_dutch(_ONE_DAY.sub('1 dag', message.rung))})"
    if message.kind is MessageKind.INVITATION:
        return "afzegging" if message.facts[:1] == (CALLED_OFF,) else "uitnodiging"
    if message.kind is MessageKind.DRAFT and message.rung.startswith(RUNG):
        return "herinnering om te reageren"
    if message.letter is Letter.ONTWERP:
        return "brief met het ontwerp"
    return _CALLED.get(message.kind, "bericht")


def recipient(message: Fate, names: Mapping[str, str]) -> str:
    """Return for whom a message is; who has no address gets it by way of the adviser.

    Args:
        message: any one of a dossier.
        names: of everybody in it, by the key the register uses (`domain.dossier.names`).
    """
    name = plain(names.get(message.recipient, message.recipient))
    if message.to_griffie:
        return f"de griffie van {name}"
    is_office = message.municipality is not None or message.recipient in OFFICES
    by_way_of = "" if _is_direct(message) else ", via de adviseur"
    return f"{'de ' * is_office}{name}{by_way_of}"


def _is_direct(message: Fate) -> bool:
    return bool(message.address) or message.is_for_its_recipient_alone


def trial(message: Fate) -> str:
    """Return what is said behind mail of a dossier that is only tried out."""
    return " (proef)" if message.mode is Mode.TRIAL else ""
