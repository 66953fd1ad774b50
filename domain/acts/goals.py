# SPDX-License-Identifier: EUPL-1.2
"""A council set its own safety goals; the themes are judged by how old these are."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Corrected, GoalsSet
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError


@decide.register
def goals_set(report: GoalsSet, state: State) -> Act:
    """Keep the day on which a council last set its safety goals.

    An earlier day than the one that is kept takes its place: it was a mistake, or a plan of before.

    Law: Politiewet 2012, art. 38b lid 1 (at least once in four years).
    """
    municipality = state.municipality(report.municipality)
    on = day_in_words(report.on)
    return Act(
        f"De raad van {municipality.name} stelde zijn veiligheidsplan vast op {on}.",
        Changes.replacing([(municipality, municipality.with_goals(report.on))]),
    )


def goals_taken_back(report: Corrected, state: State) -> Act:
    """Take back the day that counts for a council: the one before it does again, if any is known.

    Also one that the file of the unit told: what is wrong there is wrong here.
    """
    if not report.owner:
        raise RefusedError("Noem van welke gemeente u het veiligheidsplan terugneemt (--wie).")
    municipality = state.municipality(report.owner)
    if municipality.goals_set_on is None:
        raise RefusedError(f"Van {municipality.name} is geen veiligheidsplan bekend.")
    kept = municipality.without_goals(municipality.goals_set_on)
    return Act(
        f"Teruggenomen: het veiligheidsplan van {municipality.name}. {goals_that_count(kept)}",
        Changes.replacing([(municipality, kept)]),
    )


def goals_that_count(municipality: FrozenMunicipality) -> str:
    """Return in Dutch which safety goals of a council count, after others were taken back."""
    if municipality.goals_set_on is None:
        return f"Van {municipality.name} is nu geen veiligheidsplan bekend."
    on = day_in_words(municipality.goals_set_on)
    return f"Voor {municipality.name} telt weer het veiligheidsplan van {on}."
