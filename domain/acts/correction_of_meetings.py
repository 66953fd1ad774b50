"""The calendar of a council was read by mistake, and no longer counts."""

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.meetings import said_of_hearing
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.known_meetings import without_meetings
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown


def councils_with_calendar(state: State) -> dict[str, str]:
    """Return the name of each municipality of which a calendar was read, with its code."""
    known = state.opened.meetings
    return {m.name: m.code for m in state.municipalities if m.code in known} if known else {}


def meetings_taken_back(report: Corrected, state: State) -> Act:
    """Take back the calendar of a council: what its unit's file says of it counts again."""
    councils = councils_with_calendar(state)
    named = {word: code for name, code in councils.items() for word in (name, code)}
    if (known := meant(report.whose, named)) is None:
        said = f"Van '{report.whose}' is geen agenda met vergaderingen vastgelegd"
        names = alphabetical(councils)
        raise RefusedError(unknown(said, report.whose, names) if names else f"{said}.")
    if state.adoption:
        refuse_after_adoption(state)
    municipality = state.municipality(named[known])
    meetings = without_meetings(state.dossier.meetings, municipality.code)
    kept = state.dossier.model_copy(update={"meetings": meetings})
    changes = Changes.replacing([(state.dossier, kept)])
    told = said_of_hearing(municipality, state, state.after(changes), report.on)
    source = state.opened.meetings[municipality.code].source
    said = f"Teruggenomen: de vergaderingen van de raad van {municipality.name} uit {source}."
    return Act(f"{said} {told}".strip(), changes)
