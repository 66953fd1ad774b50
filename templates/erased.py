# SPDX-License-Identifier: EUPL-1.2
"""What is told of an erasing: where the words stood, and where they stay."""

from collections import Counter
from typing import Final

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.erasing import Erasure
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.frozen import Frozen

_OTHER: Final = "wat verder is vastgelegd"
_CALLED: Final[dict[type[Frozen], str]] = {
    Dossier: "voorstel, eenheid en briefhoofd",
    FrozenMunicipality: "adressen van gemeenten",
    PlanLine: "stappen",
    Action: "acties",
    DraftVersion: "versies",
    Hearing: "het horen van raden",
    Zienswijze: "zienswijzen",
    Response: "reacties",
    Point: "punten van reacties",
    Besluit: "besluiten",
    Reason: "redenen",
    PartyRequest: "verzoeken",
    Reviewer: "meelezers",
    Circulation: "concepten ter lezing",
    OwnWords: "eigen woorden in brieven",
    Receipt: "ontvangstbewijzen",
    Message: "mail: waar die heen ging, en wat niet is verzonden",
}


def told(found: Erasure, *, is_tried: bool) -> list[str]:
    """Return in Dutch what is or would be erased, and what stays."""
    if not found:
        return ["Deze woorden staan niet in dit dossier."]
    head = "Dit zou worden gewist:" if is_tried else "Gewist:"
    return [head, *_places(found), *_stays(found), _ELSEWHERE]


def places(found: Erasure) -> dict[str, int]:
    """Return how many of each sort hold one of the words."""
    counts = Counter(_CALLED.get(type(before), _OTHER) for before, _ in found.rows)
    counts["namen van stukken"] += len(found.documents)
    counts["regels van het journaal"] += len(found.lines)
    return {what: number for what, number in counts.items() if number}


def _places(found: Erasure) -> list[str]:
    said = [f"- {what}: {number}" for what, number in places(found).items()]
    if found.lines:
        numbers = enumeration([str(before.number) for before, _ in found.lines])
        said[-1] += f" (regel {numbers})" if len(found.lines) == 1 else f" (regels {numbers})"
    return said


def _stays(found: Erasure) -> list[str]:
    if not found.sent:
        return []
    what = counted(found.sent, "bericht dat is verzonden", "berichten die zijn verzonden")
    return [
        f"Blijft staan: de tekst van {what}, met brief en PDF. Wat is verzonden, hoort bij het "
        "archief."
    ]


_ELSEWHERE: Final = (
    "In de inhoud van stukken kijkt Gehoord niet. Kopieën van het register, archieven die u eerder "
    "maakte, de bestanden in GEHOORD_HOME (postvak, agenda's, Prefect) en uw eenheid.toml "
    "veranderen niet: verwijder daarvan wat u niet meer nodig hebt."
)
