# SPDX-License-Identifier: EUPL-1.2
"""What somebody fills in of one form, or starts, and what a dossier then shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from tests.engine.pages import Value

Shows = Callable[[State], bool]


@dataclass(frozen=True)
class Filled:
    """One form as it is filled in.

    Attributes:
        kind: of the report.
        dossier: in which it is recorded.
        form: what is filled in, by the titles that people read.
        shows: whether a dossier holds what was reported; before it was, it does not.
    """

    kind: str
    dossier: str
    form: Mapping[str, Value]
    shows: Shows = field(repr=False)


@dataclass(frozen=True)
class Started:
    """One stage that is started, and where things stand at the end of its run."""

    stage: Stage
    dossier: str
    ends: str


Told = Filled | Started


def texts(state: State, kind: BesluitKind) -> list[str]:
    return [besluit.text for besluit in state.besluiten_on(kind)]


def years(state: State, kind: BesluitKind) -> list[int | None]:
    return [besluit.year for besluit in state.besluiten_on(kind)]
