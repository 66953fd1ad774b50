# SPDX-License-Identifier: EUPL-1.2
"""Which table holds what: a kind of domain object each."""

from typing import Final

import sqlalchemy as sa
from sqlmodel import SQLModel

from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.frozen import Frozen
from gehoord.store import tables, tables_of_adoption, tables_of_post, tables_of_preparation

ROWS: Final[dict[type[Frozen], type[SQLModel]]] = {
    Dossier: tables.DossierRow,
    FrozenMunicipality: tables.MunicipalityRow,
    PlanLine: tables.PlanLineRow,
    Action: tables.ActionRow,
    DraftVersion: tables.DraftVersionRow,
    Hearing: tables.HearingRow,
    Zienswijze: tables.ZienswijzeRow,
    Response: tables.ResponseRow,
    Point: tables_of_preparation.PointRow,
    Besluit: tables.BesluitRow,
    Assent: tables_of_adoption.AssentRow,
    Condition: tables_of_adoption.ConditionRow,
    Reason: tables.ReasonRow,
    Appeal: tables.AppealRow,
    PartyRequest: tables.PartyRequestRow,
    Rehearing: tables.RehearingRow,
    Poll: tables_of_preparation.PollRow,
    CandidateList: tables_of_preparation.CandidateListRow,
    BodyChoice: tables_of_preparation.BodyChoiceRow,
    StrengthTable: tables_of_preparation.StrengthTableRow,
    LocalPriorities: tables_of_preparation.LocalPrioritiesRow,
    Cluster: tables_of_preparation.ClusterRow,
    SafetyPicture: tables_of_preparation.SafetyPictureRow,
    InfoSession: tables_of_preparation.InfoSessionRow,
    Reviewer: tables_of_preparation.ReviewerRow,
    Circulation: tables_of_preparation.CirculationRow,
    OwnWords: tables_of_post.OwnWordsRow,
    Access: tables_of_post.AccessRow,
    Receipt: tables_of_post.ReceiptRow,
    Message: tables_of_post.MessageRow,
    JournalEntry: tables_of_post.JournalRow,
}


def table_of(kind: type[Frozen]) -> sa.Table:
    """Return the table that holds one kind of domain object."""
    return ROWS[kind].__table__  # type: ignore[attr-defined,no-any-return]
