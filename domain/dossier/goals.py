# SPDX-License-Identifier: EUPL-1.2
"""The safety goals (veiligheidsplan, IVP) of each council, judged on the day that counts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.term import last_day
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import by_name
from gehoord.law.politiewet import TERM_OF_MUNICIPAL_GOALS


class GoalsStand(StrEnum):
    """How the goals of a council stand on the day that counts."""

    HOLD = "geldt"
    OLD = "ouder dan vier jaar"
    LATER = "nog niet vastgesteld"
    UNKNOWN = "niet bekend"


@dataclass(frozen=True, slots=True)
class GoalsOfCouncil:
    """The goals of one council.

    Attributes:
        set_on: the day on which it last set them, where that is known.
        until: the last day on which they hold; that day counts.
    """

    municipality: FrozenMunicipality
    set_on: date | None
    until: date | None
    stand: GoalsStand

    @property
    def is_missing(self) -> bool:
        """Whether who chooses the themes cannot build on them."""
        return self.stand is not GoalsStand.HOLD


def goals_hold_until(goals_set_on: date) -> date:
    """Return the last day on which a council must set its goals again; that day counts.

    Law: Politiewet 2012, art. 38b lid 1. A term in years is never extended (Algemene
    termijnenwet, art. 4).
    """
    return last_day(goals_set_on, TERM_OF_MUNICIPAL_GOALS, statutory_holidays()).last_day


def goals_of_councils(state: State, on: date) -> list[GoalsOfCouncil]:
    """Return the goals of each council that still exists, by name, as they stand on a day."""
    return [_of(municipality, on) for municipality in by_name(state.living)]


def day_of_themes(state: State) -> date | None:
    """Return the day on which the themes were chosen, or else are to be by the plan.

    Nothing when nobody chooses any, or no day is known.
    """
    chosen = [besluit.taken_on for besluit in state.besluiten_on(BesluitKind.THEMES)]
    planned = [
        p.due_on for p in state.plan.steps if p.step.chooses_themes and p.step.stands and p.has_day
    ]
    return max(chosen, default=min(planned, default=None))


def _of(municipality: FrozenMunicipality, on: date) -> GoalsOfCouncil:
    set_on = municipality.goals_set_on
    until = goals_hold_until(set_on) if set_on else None
    if set_on is None or until is None:
        stand = GoalsStand.UNKNOWN
    elif set_on > on:
        stand = GoalsStand.LATER
    else:
        stand = GoalsStand.HOLD if on <= until else GoalsStand.OLD
    return GoalsOfCouncil(municipality, set_on, until, stand)
