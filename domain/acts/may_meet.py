# SPDX-License-Identifier: EUPL-1.2
"""What keeps a council from naming a meeting, of whatever kind: it has no use any more."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.understood import days_of_procedure
from gehoord.domain.errors import RefusedError
from gehoord.law.politiewet import HEAR_COUNCILS


def refuse_of_adopted(state: State) -> None:
    """Refuse once the plan is adopted: nobody is heard any more."""
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; een raad "
            "hoeft er geen tijd meer voor te reserveren.",
            HEAR_COUNCILS,
        )


def refuse_settled(hearing: Hearing) -> None:
    """Refuse of a council that need not be heard any more.

    One that is taken for silent may say that the meeting which it named comes on another day.
    """
    if hearing.state is HearingState.LAPSED:
        raise RefusedError(
            f"{hearing.name} bestaat niet meer; haar raad hoeft geen tijd te reserveren."
        )
    still_meets = hearing.state is HearingState.SILENT and hearing.named_meeting
    if hearing.is_settled and hearing.settled_on and not still_meets:
        raise RefusedError(
            f"De raad van {hearing.name} hoeft geen tijd meer te reserveren: "
            f"{hearing.state_in_words}, vastgelegd op {day_in_words(hearing.settled_on)}."
        )


def refuse_before_asked(hearing: Hearing, day: date) -> None:
    """Refuse a day on which the council did not have the ontwerp yet."""
    if hearing.invited_on and day < hearing.invited_on:
        raise RefusedError(
            f"De raad van {hearing.name} kreeg het ontwerp op {day_in_words(hearing.invited_on)} "
            f"en kan het op {day_in_words(day)} nog niet behandelen. Verbeter de dag.",
            field="dag",
        )


def refuse_after_procedure(state: State, day: date) -> None:
    """Refuse a day long after the adoption: no council treats an ontwerp then."""
    last = days_of_procedure(state).end
    if day > last:
        raise RefusedError(
            f"{day_in_words(day)} ligt ver na de vaststelling. Verbeter de dag, of verplaats eerst "
            "de vaststelling.",
            field="dag",
        )
