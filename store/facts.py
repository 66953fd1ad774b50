"""Reads everything of one dossier at once."""

from gehoord.domain.action import Action
from gehoord.domain.besluit import Besluit
from gehoord.domain.dossier import FrozenMunicipality, PlanLine
from gehoord.domain.facts import Facts
from gehoord.domain.hearing import Hearing
from gehoord.domain.reason import Reason
from gehoord.domain.version import DraftVersion
from gehoord.domain.zienswijze import Response, Zienswijze
from gehoord.store.register import Reader


def facts_of(reader: Reader, dossier: str) -> Facts:
    """Return what the register knows of a dossier.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    return Facts(
        dossier=reader.dossier(dossier),
        municipalities=reader.all(FrozenMunicipality, dossier),
        lines=reader.all(PlanLine, dossier),
        actions=reader.all(Action, dossier),
        versions=reader.all(DraftVersion, dossier),
        hearings=reader.all(Hearing, dossier),
        zienswijzen=reader.all(Zienswijze, dossier),
        responses=reader.all(Response, dossier),
        besluiten=reader.all(Besluit, dossier),
        reasons=reader.all(Reason, dossier),
    )
