"""A council set its own safety goals; the themes are judged by how old these are."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import GoalsSet
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State


@decide.register
def goals_set(report: GoalsSet, state: State) -> Act:
    """Keep the day on which a council last set its safety goals.

    An earlier day than the one that is kept takes its place: it was a mistake, or a plan of before.

    Law: Politiewet 2012, art. 38b lid 1 (at least once in four years).
    """
    municipality = state.municipality(report.municipality)
    kept = municipality.model_copy(update={"goals_set_on": report.on})
    on = day_in_words(report.on)
    return Act(
        f"De raad van {municipality.name} stelde zijn veiligheidsplan vast op {on}.",
        Changes.replacing([(municipality, kept)]),
    )
