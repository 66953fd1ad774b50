# SPDX-License-Identifier: EUPL-1.2
"""With what a document came, as an archive says it: which sort, from whom, and what befell it."""

from functools import singledispatch
from typing import Final

from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.templates.mdto.piece import Happening

_DECIDING: Final = (
    BesluitKind.ADOPTION,
    BesluitKind.PART,
    BesluitKind.CHANGE,
    BesluitKind.JAARVERSLAG,
    BesluitKind.UITVOERINGSPLAN,
)
_APPROVING: Final = (BesluitKind.AGREEMENT, *_DECIDING)
_KINDS: Final[dict[type[Filed], str]] = {
    Zienswijze: "zienswijze",
    Response: "reactie",
    LocalPriorities: "lokale prioriteiten",
    SafetyPicture: "veiligheidsbeeld",
    StrengthTable: "sterkteverdeling",
}


@singledispatch
def happened(filed: Filed, state: State) -> list[Happening]:
    """Return what befell that with which a document came, on the days that people live by."""
    return []


@happened.register
def _version(filed: DraftVersion, state: State) -> list[Happening]:
    approved = [_approved(b, state) for b in _about(filed, state) if b.kind in _APPROVING]
    return [Happening("Creatie", filed.made_on), *approved]


def _about(version: DraftVersion, state: State) -> list[Besluit]:
    """Return what was decided on a version: to agree with its content, or to adopt its text."""
    ids = (version.id, version.content_id)
    return [besluit for besluit in state.besluiten if besluit.counts and besluit.version in ids]


@happened.register
def _approved_by(filed: Besluit, state: State) -> list[Happening]:
    return [_approved(filed, state)]


@happened.register(Zienswijze)
@happened.register(Response)
def _received(filed: Zienswijze | Response, state: State) -> list[Happening]:
    return [Happening("Ontvangst", filed.received_on)]


@happened.register
def _answered(filed: LocalPriorities, state: State) -> list[Happening]:
    return [Happening("Ontvangst", filed.given_on)]


@happened.register
def _made(filed: SafetyPicture, state: State) -> list[Happening]:
    return [Happening("Creatie", filed.made_on, filed.maker)]


@happened.register
def _counted(filed: StrengthTable, state: State) -> list[Happening]:
    return [Happening("Ontvangst", filed.recorded_on)]


def _approved(besluit: Besluit, state: State) -> Happening:
    return Happening("Accordering", besluit.taken_on, names(state).get(besluit.by, besluit.by))


def sort_of(filed: Filed) -> str:
    """Return which sort of document it is, in Dutch.

    >>> from datetime import date
    >>> sort_of(Besluit(id="b", dossier="d", kind="jaarverslag", by="rbop",
    ...                 taken_on=date(2029, 3, 1)))
    'besluit (jaarverslag)'
    """
    if isinstance(filed, DraftVersion):
        return "ontwerp" if filed.is_ontwerp else "versie"
    if isinstance(filed, Besluit):
        return f"besluit ({filed.kind})"
    return _KINDS.get(type(filed), "stuk")


def sender_of(filed: Filed) -> str:
    """Return who sent it in, if somebody else did."""
    match filed:
        case Zienswijze():
            return f"Gemeenteraad van {filed.name}"
        case LocalPriorities():
            return f"Gemeente {filed.name}"
        case Response():
            return filed.sender
        case _:
            return ""


def is_public(filed: Filed, state: State) -> bool:
    """Whether a council had it before it, or it was adopted; what was withdrawn is not."""
    match filed:
        case DraftVersion(counts=True):
            is_adopted = any(b.kind in _DECIDING for b in _about(filed, state))
            return is_adopted or any(h.version == filed.content_id for h in state.hearings)
        case Besluit(counts=True):
            return filed.kind in _DECIDING
        case _:
            return isinstance(filed, Zienswijze) and filed.counts
