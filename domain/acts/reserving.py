# SPDX-License-Identifier: EUPL-1.2
"""A council reserves time for the ontwerp, or puts it on its agenda: a plan, and no hearing yet."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.before_deciding import (
    item_taken_back,
    refuse_another_than_council,
    treats_before_deciding,
)
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.may_meet import (
    refuse_after_procedure,
    refuse_before_asked,
    refuse_of_adopted,
    refuse_settled,
)
from gehoord.domain.acts.report import Corrected, TimeReserved
from gehoord.domain.dossier.agenda_item import MeetingKind, MeetingStands
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reservations import meetings_too_late
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.nearby import meant
from gehoord.domain.plan.opportunities import hearing_window


@decide.register
def time_reserved(report: TimeReserved, state: State) -> Act:
    """Keep at which meeting a council means to treat the ontwerp; another takes its place.

    The council may do so before it has the ontwerp. It is not heard by it, and no day of the plan
    moves: a meeting after the last day to answer becomes a finding.

    Law: Politiewet 2012, art. 38b lid 2 (names no term and no form).
    """
    refuse_of_adopted(state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    if report.kind is not MeetingKind.DECIDING:
        return treats_before_deciding(report, state, hearing)
    if report.stands is MeetingStands.OFF:
        return _called_off(report, hearing)
    refuse_another_than_council(report, hearing)
    refuse_settled(hearing)
    _refuse_day(hearing, report.day, report.on)
    refuse_after_procedure(state, report.day)
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
    """Take back that a council named a meeting: in its calendar that lapses.

    The deciding one, or the other that is named after the council ("Texel, oordeelsvormend"); where
    there is only one, that one.
    """
    refuse_after_adoption(state)
    hearing, kind = _whose_meeting(report.whose, state)
    if kind is not MeetingKind.DECIDING:
        return item_taken_back(hearing, kind, report.on)
    day = _day_to_drop(hearing)
    changes = Changes.replacing([(hearing, hearing.without_meeting(report.on))])
    said = (
        f"Teruggenomen: de vergadering van de raad van {hearing.name} op {day_in_words(day)}. "
        "In de agenda vervalt zij."
    )
    return Act(said, changes)


def meetings_named(hearing: Hearing) -> Iterator[str]:
    """Yield what people call the meetings of a council that can be taken back."""
    if hearing.may_drop_meeting:
        yield hearing.name
    if hearing.is_owed and not hearing.is_settled:
        yield from (f"{hearing.name}, {item.kind}" for item in hearing.before_deciding)


def longer_or_meeting(state: State) -> set[str]:
    """Return what people call what councils have beside an answer: a respite, or a meeting."""
    longer = {hearing.name for hearing in state.hearings if hearing.respite_until}
    return longer.union(*map(meetings_named, state.hearings))


def _whose_meeting(said: str, state: State) -> tuple[Hearing, MeetingKind]:
    """Return of which council which kind of meeting is meant."""
    name, _, kind = said.rpartition(", ")
    if name and (found := meant(kind, list(MeetingKind))):
        return state.hearing_of(state.municipality(name).code), MeetingKind(found)
    hearing = state.hearing_of(state.municipality(said).code)
    if hearing.named_meeting is None and len(hearing.before_deciding) == 1:
        return hearing, hearing.before_deciding[0].kind
    return hearing, MeetingKind.DECIDING


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
        others = " of ".join(f"'{hearing.name}, {item.kind}'" for item in hearing.before_deciding)
        more = f" Bedoelt u een eerdere vergadering, noem die dan: {others}." if others else ""
        raise RefusedError(f"De raad van {hearing.name} heeft geen tijd gereserveerd.{more}")
    if not hearing.may_drop_meeting:
        raise RefusedError(
            f"De raad van {hearing.name} hoeft niet meer te worden gehoord: "
            f"{hearing.state_in_words}. Wat hij reserveerde, verandert daar niets meer aan."
        )
    return hearing.named_meeting[0]


def _refuse_day(hearing: Hearing, day: date, on: date) -> None:
    """Refuse a day on which the council cannot treat the ontwerp any more, or could not yet."""
    refuse_before_asked(hearing, day)
    if day < on:
        raise RefusedError(
            f"{day_in_words(day)} is al voorbij. Kies een dag vanaf {day_in_words(on)}; heeft de "
            "raad het ontwerp toen behandeld, meld dat dan als 'gehoord'.",
            onward=(Onward("Is de raad gehoord?", "gehoord", {"gemeenten": hearing.name}),),
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
