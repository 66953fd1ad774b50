# SPDX-License-Identifier: EUPL-1.2
"""What a dossier holds beside itself, by the name under which its state does."""

from typing import Final

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.frozen import Frozen

FACTS: Final[dict[str, type[Frozen]]] = {
    "municipalities": FrozenMunicipality,
    "lines": PlanLine,
    "actions": Action,
    "versions": DraftVersion,
    "hearings": Hearing,
    "zienswijzen": Zienswijze,
    "responses": Response,
    "reviewers": Reviewer,
    "circulations": Circulation,
    "points": Point,
    "besluiten": Besluit,
    "assents": Assent,
    "conditions": Condition,
    "reasons": Reason,
    "appeals": Appeal,
    "requests": PartyRequest,
    "polls": Poll,
    "candidates": CandidateList,
    "choices": BodyChoice,
    "strengths": StrengthTable,
    "priorities": LocalPriorities,
    "clusters": Cluster,
    "pictures": SafetyPicture,
    "sessions": InfoSession,
    "own_words": OwnWords,
    "rehearings": Rehearing,
}
"""Each is the name of an attribute of `State` and the kind of object in it."""
