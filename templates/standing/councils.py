# SPDX-License-Identifier: EUPL-1.2
"""The councils: asked, by when, heard, and what they answered."""

from datetime import date

from gehoord.calendar.dutch import by_letters, counted, day_in_words
from gehoord.domain.dossier.council_meetings import meetings_left
from gehoord.domain.dossier.ever_there import hearings_ever_there
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.late_answers import heard_late
from gehoord.domain.dossier.missed_ontwerp import MISSED
from gehoord.domain.dossier.outlook import Outlook, outlooks
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Arrival
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.filters import municipality_tag
from gehoord.templates.links import Links
from gehoord.templates.markdown import as_table, link
from gehoord.templates.standing.late import report_link
from gehoord.templates.story.forms import all_heard, unheard


def heard_in_words(state: State) -> str:
    """Return how many councils were heard of those that still exist, and how many were silent."""
    states = [hearing.state for hearing in state.owed_hearings]
    heard, silent = states.count(HearingState.HEARD), states.count(HearingState.SILENT)
    without = f", {silent} zonder antwoord" if silent else ""
    return f"{heard} van {counted(len(states), 'raad', 'raden')} gehoord{without}"


def councils(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return the table of the councils, in Markdown; nothing where none is heard."""
    state = affairs.state
    if not state.hearings:
        return []
    pairs = zip(lines_of(state, affairs.missed), _in_order(state), strict=True)
    rows = [_row(state, line, hearing, links) for line, hearing in pairs]
    hearings = _in_order(state)
    for heading, cells in _where_known(state, hearings, affairs.on).items():
        if any(cells):
            rows = [{**row, heading: cell} for row, cell in zip(rows, cells, strict=True)]
    return [f"## {heard_in_words(state)}", "", *_together(state, links), as_table(rows)]


def _where_known(state: State, hearings: list[Hearing], on: date) -> dict[str, list[str]]:
    """Return the columns of what is not known of every council, by their heading."""
    left = {outlook.hearing.id: outlook for outlook in outlooks(state, on)}
    return {
        "Raad vergadert": [meeting_in_words(hearing) for hearing in hearings],
        "Daarvoor behandeld": [_before_in_words(hearing) for hearing in hearings],
        "Vooruitzicht": [_alarming(left.get(hearing.id)) for hearing in hearings],
        "Vergaderingen over": [_left(state, hearing, on) for hearing in hearings],
    }


def _together(state: State, links: Links) -> list[str]:
    """Return the line with which several councils are reported at once, if several are owed."""
    owed = unheard(state)
    form, filled = all_heard(state)
    address = links.form(form, filled)
    if len(owed) < 2 or address is None:
        return []
    words = link(f"Meld ze samen: {len(owed)} raden", address)
    return [f"Raden gehoord? {words}. Haal in het formulier weg wie nog niet is gehoord.", ""]


def _row(state: State, line: dict[str, str], hearing: Hearing, links: Links) -> dict[str, str]:
    """Return the row of a council, the essential first: V1 breaks no cell off."""
    return {
        "Gemeente": link(hearing.name, links.cards(state.id, municipality_tag(hearing.name))),
        "Stand": line["Stand"],
        "Antwoord": line["Antwoord"] or _report(state, hearing, links),
        "Gehoord, of uiterlijk": line["Gehoord"] or line["Antwoord gevraagd"],
        "Gevraagd": line["Gevraagd"],
    }


def lines_of(state: State, missed: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    """Return a line for each council: asked, by when, heard, answered what.

    Args:
        state: the dossier.
        missed: where the ontwerp did not arrive.
    """
    return [
        {
            "Gemeente": hearing.name,
            "Stand": hearing.state_in_words,
            "Gevraagd": _asked(hearing, missed),
            "Antwoord gevraagd": _respond_by(state, hearing),
            "Gehoord": day_in_words(hearing.heard_on) if hearing.heard_on else "",
            "Antwoord": _answered(state, hearing),
        }
        for hearing in _in_order(state)
    ]


def _in_order(state: State) -> list[Hearing]:
    return sorted(hearings_ever_there(state), key=lambda hearing: by_letters(hearing.name))


def _asked(hearing: Hearing, missed: frozenset[str]) -> str:
    """Return when a council was sent the ontwerp, and that it did not arrive if so."""
    if hearing.invited_on is None:
        return ""
    day = day_in_words(hearing.invited_on)
    return f"{day}; {MISSED}" if hearing.municipality in missed else day


def _respond_by(state: State, hearing: Hearing) -> str:
    """Return by when a council was asked to answer, or is to be by the plan."""
    if not hearing.is_owed:
        return ""
    if hearing.due:
        return hearing.due.by_in_words
    step = state.as_opened.hearing
    planned = state.owed(step.id, hearing.municipality) if step else []
    return planned[0].due_in_words if planned else ""


def meeting_in_words(hearing: Hearing) -> str:
    """Return on which day a council means to treat the ontwerp, and how far it is with that."""
    if hearing.meeting_on is None:
        return ""
    return f"{day_in_words(hearing.meeting_on)} ({hearing.meeting_stands})"


def _before_in_words(hearing: Hearing) -> str:
    """Return at which meetings before the deciding one the ontwerp is treated."""
    return "; ".join(f"{item.kind} {item.in_words}" for item in hearing.before_deciding)


def _alarming(outlook: Outlook | None) -> str:
    """Return what is left to a council that drifts, or has its last chance."""
    return outlook.in_words if outlook and outlook.is_alarming else ""


def _left(state: State, hearing: Hearing, on: date) -> str:
    """Return at how many meetings a council can still be heard, where that is known."""
    left = meetings_left(state, hearing, on)
    if left is None:
        return ""
    return f"{len(left)}, eerst {day_in_words(left[0].day)}" if left else "geen"


def _report(state: State, hearing: Hearing, links: Links) -> str:
    step = state.as_opened.hearing
    if step is None or hearing.state is not HearingState.INVITED:
        return ""
    owed = state.owed(step.id, hearing.municipality)
    return report_link(state, owed[0], links) if owed else ""


def _answered(state: State, hearing: Hearing) -> str:
    """Return what a council answered, between what was withdrawn before and what came besides."""
    said = state.zienswijzen.where(municipality=hearing.municipality)
    withdrawn = [z.withdrawal_in_words.removesuffix(".") for z in said if not z.counts]
    besides = [
        f"{z.arrival_in_words}: {z.answer}"
        for z in said
        if z.counts and z.arrival_in_words and z.received_on != hearing.heard_on
    ]
    late = f" ({Arrival.LATE})" if heard_late(hearing) else ""
    answer = f"{hearing.answer}{late}" if hearing.answer else hearing.reason
    return ". Daarna: ".join(filter(None, [*withdrawn, answer, *besides]))
