# SPDX-License-Identifier: EUPL-1.2
"""Where each council stands with its hearing, in one word for a table and a map."""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind


class CouncilStanding(StrEnum):
    """Where a council stands, in the order in which they go by."""

    NOT_ASKED = "nog niet gevraagd"
    ASKED = "gevraagd"
    RESERVED = "datum gereserveerd"
    LATE = "te laat"
    HEARD = "gehoord"
    SILENT = "geen antwoord"
    LAPSED = "vervallen"


class StandingCouncil(NamedTuple):
    """One council, and where it stands."""

    hearing: Hearing
    standing: CouncilStanding


def standing_councils(
    state: State, on: date, missed: frozenset[str] = frozenset()
) -> list[StandingCouncil]:
    """Return where each council stands on a day, in alphabetical order.

    It is late when it was asked, and the last day that it was given has passed. The meeting for
    which it reserved time counts as long as that is still to come. One of ``missed`` does not have
    the ontwerp: it was sent and did not arrive, so that it was not asked yet.
    """
    owed = state.open_actions(kind=StepKind.HEARING)
    late = frozenset(action.owner for action in owed if action.is_late(on))
    ordered = sorted(state.hearings, key=lambda hearing: by_letters(hearing.name))
    return [StandingCouncil(hearing, _standing(hearing, late, missed, on)) for hearing in ordered]


def _standing(
    hearing: Hearing, late: frozenset[str], missed: frozenset[str], on: date
) -> CouncilStanding:
    if hearing.state is not HearingState.INVITED:
        return _BY_STATE[hearing.state]
    if hearing.municipality in late:
        return CouncilStanding.LATE
    if hearing.municipality in missed:
        return CouncilStanding.NOT_ASKED
    has_day = hearing.meeting_on is not None and hearing.meeting_on >= on
    return CouncilStanding.RESERVED if has_day else CouncilStanding.ASKED


_BY_STATE: Final = {
    HearingState.PLANNED: CouncilStanding.NOT_ASKED,
    HearingState.HEARD: CouncilStanding.HEARD,
    HearingState.SILENT: CouncilStanding.SILENT,
    HearingState.LAPSED: CouncilStanding.LAPSED,
}
