"""Reads everything of one dossier at once."""

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.dossier import FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.store.register import Reader


def state_of(reader: Reader, dossier: str) -> State:
    """Return what the register knows of a dossier.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    return State(
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
