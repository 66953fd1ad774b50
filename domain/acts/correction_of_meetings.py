# SPDX-License-Identifier: EUPL-1.2
"""The calendar of a council or body was read by mistake, and no longer counts."""

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.meetings import said_of_meetings
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.known_meetings import without_meetings
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.whose_calendar import WhoseCalendar
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown


def calendars_read(state: State) -> dict[str, WhoseCalendar]:
    """Return whose calendars were read, by name."""
    known = state.opened.meetings
    if not known:
        return {}
    councils = [WhoseCalendar.of_council(m) for m in state.municipalities if m.code in known]
    bodies = [WhoseCalendar.of_body(p) for p in state.eenheid.parties if p.id in known]
    return {whose.name: whose for whose in (*councils, *bodies)}


def meetings_taken_back(report: Corrected, state: State) -> Act:
    """Take back a calendar: what the unit's file says of who meets by it counts again."""
    read = calendars_read(state)
    named = {word: whose for name, whose in read.items() for word in (name, whose.key)}
    if (said := meant(report.whose, named)) is None:
        told = f"Van '{report.whose}' is geen agenda met vergaderingen vastgelegd"
        names = alphabetical(read)
        raise RefusedError(unknown(told, report.whose, names) if names else f"{told}.")
    if state.adoption:
        refuse_after_adoption(state)
    whose = named[said]
    meetings = without_meetings(state.dossier.meetings, whose.key)
    kept = state.dossier.model_copy(update={"meetings": meetings})
    changes = Changes.replacing([(state.dossier, kept)])
    follows = said_of_meetings(whose, state, state.after(changes), report.on)
    source = state.opened.meetings[whose.key].source
    back = f"Teruggenomen: de vergaderingen van {whose.in_words} uit {source}."
    return Act(f"{back} {follows}".strip(), changes)
