"""A council reserves time for the ontwerp, or puts it on its agenda: a plan, and no hearing yet."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected, TimeReserved
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.reservations import meetings_too_late
from gehoord.domain.dossier.reserved import MeetingStands
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.understood import days_of_procedure
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.plan.opportunities import hearing_window
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def time_reserved(report: TimeReserved, state: State) -> Act:
    """Keep at which meeting a council means to treat the ontwerp; another takes its place.

    The council may do so before it has the ontwerp. It is not heard by it, and no day of the plan
    moves: a meeting after the last day to answer becomes a finding.

    Law: Politiewet 2012, art. 38b lid 2 (names no term and no form).
    """
    _refuse_of_adopted(state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    if report.stands is MeetingStands.OFF:
        return _called_off(report, hearing)
    _refuse_settled(hearing)
    _refuse_day(hearing, report.day, report.on)
    _refuse_after_procedure(state, report.day)
    _refuse_the_same(hearing, report)
    meets = hearing.with_meeting(report.day, report.stands, report.on)
    changes = Changes.replacing([(hearing, meets)])
    said = [
        _SAID[report.stands].format(name=hearing.name, day=full_day_in_words(report.day)),
        _said_of_former(hearing),
        _said_of_last_day(state.after(changes), meets),
        _said_of_sending(state, meets),
    ]
    return Act(" ".join(filter(None, said)), changes)


def reservation_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a council named a meeting: in its calendar that lapses."""
    refuse_after_adoption(state)
    hearing = state.hearing_of(state.municipality(report.whose).code)
    day = _day_to_drop(hearing)
    changes = Changes.replacing([(hearing, hearing.without_meeting(report.on))])
    said = (
        f"Teruggenomen: de vergadering van de raad van {hearing.name} op {day_in_words(day)}. "
        "In de agenda vervalt zij."
    )
    return Act(said, changes)


def _called_off(report: TimeReserved, hearing: Hearing) -> Act:
    """Keep that a meeting which the council named does not go on: in its calendar that lapses."""
    day = _day_to_drop(hearing)
    if report.day != day:
        raise RefusedError(
            f"De raad van {hearing.name} noemde {day_in_words(day)}. Kies die dag als die "
            "vergadering niet doorgaat.",
            field="dag",
        )
    changes = Changes.replacing([(hearing, hearing.without_meeting(report.on))])
    return Act(
        f"De vergadering van de raad van {hearing.name} op {day_in_words(day)} gaat niet door. In "
        "de agenda vervalt zij. Meld een andere dag zodra die bekend is.",
        changes,
    )


def _day_to_drop(hearing: Hearing) -> date:
    """Return the day of the meeting that may still be said not to go on, or refuse."""
    if hearing.named_meeting is None:
        raise RefusedError(f"De raad van {hearing.name} heeft geen tijd gereserveerd.")
    if not hearing.may_drop_meeting:
        raise RefusedError(
            f"De raad van {hearing.name} hoeft niet meer te worden gehoord: "
            f"{hearing.state_in_words}. Wat hij reserveerde, verandert daar niets meer aan."
        )
    return hearing.named_meeting[0]


def _refuse_of_adopted(state: State) -> None:
    """Refuse once the plan is adopted: nobody is heard any more."""
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; een raad "
            "hoeft er geen tijd meer voor te reserveren.",
            HEAR_COUNCILS,
        )


def _refuse_settled(hearing: Hearing) -> None:
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


def _refuse_day(hearing: Hearing, day: date, on: date) -> None:
    """Refuse a day on which the council cannot treat the ontwerp any more, or could not yet."""
    if hearing.invited_on and day < hearing.invited_on:
        raise RefusedError(
            f"De raad van {hearing.name} kreeg het ontwerp op {day_in_words(hearing.invited_on)} "
            f"en kan het op {day_in_words(day)} nog niet behandelen. Verbeter de dag.",
            field="dag",
        )
    if day < on:
        raise RefusedError(
            f"{day_in_words(day)} is al voorbij. Kies een dag vanaf {day_in_words(on)}; heeft de "
            "raad het ontwerp toen behandeld, meld dat dan als 'gehoord'.",
            onward=(Onward("Is de raad gehoord?", "gehoord", {"gemeenten": hearing.name}),),
            field="dag",
        )


def _refuse_after_procedure(state: State, day: date) -> None:
    """Refuse a day long after the adoption: no council treats an ontwerp then."""
    last = days_of_procedure(state).end
    if day > last:
        raise RefusedError(
            f"{day_in_words(day)} ligt ver na de vaststelling. Verbeter de dag, of verplaats eerst "
            "de vaststelling.",
            field="dag",
        )


def _refuse_the_same(hearing: Hearing, report: TimeReserved) -> None:
    """Refuse what is known already: nothing changes by it."""
    if hearing.named_meeting == (report.day, report.stands):
        raise RefusedError(
            f"Dat is al vastgelegd: de raad van {hearing.name} vergadert op "
            f"{day_in_words(report.day)} ({report.stands})."
        )


def _said_of_former(hearing: Hearing) -> str:
    if hearing.meeting_on is None:
        return ""
    day, stands = day_in_words(hearing.meeting_on), hearing.meeting_stands
    return f"Dit komt in de plaats van {day} ({stands})."


def _said_of_last_day(state: State, hearing: Hearing) -> str:
    """Return that the meeting comes too late, and what can be done; empty when it does not."""
    late = meetings_too_late(state, [hearing])
    if not late:
        return ""
    [(_, last)] = late
    once = "" if hearing.invited_on else " zodra de raad het ontwerp heeft"
    return (
        f"Let op: dat is na de laatste dag om te antwoorden, {last.in_words}. Vraag om een eerdere "
        f"vergadering, of geef uitstel{once}."
    )


def _said_of_sending(state: State, hearing: Hearing) -> str:
    """Return that the council is to get the ontwerp only later; empty when it has it by then."""
    window = None if hearing.invited_on else hearing_window(state.plan)
    if window is None or hearing.meeting_on is None or hearing.meeting_on >= window.start:
        return ""
    return (
        f"Let op: volgens het plan krijgt de raad het ontwerp pas op {day_in_words(window.start)}."
    )


_SAID: Final = {
    MeetingStands.RESERVED: "De raad van {name} reserveert tijd op {day}.",
    MeetingStands.ON_AGENDA: "Het ontwerp staat op de agenda van de raad van {name} van {day}.",
}
