# SPDX-License-Identifier: EUPL-1.2
"""A council, or a committee of it, treats the ontwerp before it decides: that is no hearing."""

from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.incoming.council import why_no_council
from gehoord.domain.acts.act import Act
from gehoord.domain.acts.may_meet import (
    refuse_after_procedure,
    refuse_before_asked,
    refuse_settled,
)
from gehoord.domain.acts.report import TimeReserved
from gehoord.domain.dossier.agenda_item import AgendaItem, MeetingKind, MeetingStands
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.law.politiewet import HEAR_COUNCILS


def treats_before_deciding(report: TimeReserved, state: State, hearing: Hearing) -> Act:
    """Keep at which meeting before the deciding one the ontwerp is treated.

    It may be of a committee, and no council is heard by it, whatever was said there.

    Law: Politiewet 2012, art. 38b lid 2 (as we read it, a committee is not the council).
    """
    refuse_settled(hearing)
    if report.stands is MeetingStands.OFF:
        return _called_off(report, hearing)
    refuse_before_asked(hearing, report.day)
    _refuse_day(report, hearing)
    refuse_after_procedure(state, report.day)
    former = hearing.item(report.kind)
    item = AgendaItem(
        kind=report.kind,
        day=report.day,
        stands=report.stands,
        where=report.where.strip(),
        told_on=report.on,
    )
    if former and former.is_as(item):
        raise RefusedError(
            f"Dat is al vastgelegd: {item.kind}, raad van {hearing.name}, {item.in_words}."
        )
    changes = Changes.replacing([(hearing, hearing.with_item(item))])
    said = [_said(item, hearing), _said_of_former(former), _said_of_order(item, hearing)]
    return Act(" ".join(filter(None, said)), changes)


def item_taken_back(hearing: Hearing, kind: MeetingKind, on: date) -> Act:
    """Take back that a council named a meeting before the deciding one: in calendars it lapses."""
    item = _named(hearing, kind)
    changes = Changes.replacing([(hearing, hearing.without_item(kind, on))])
    return Act(
        f"Teruggenomen: de {OF_KIND[kind]} behandeling voor de raad van {hearing.name} op "
        f"{day_in_words(item.day)}.",
        changes,
    )


def refuse_another_than_council(report: TimeReserved, hearing: Hearing) -> None:
    """Refuse as deciding what the council does not decide itself, or what is decided already.

    Law: Politiewet 2012, art. 38b lid 2 (as we read it, a committee is not the council).
    """
    where = report.where.strip()
    why = why_no_council(where, hearing.name) if where else ""
    if why:
        raise RefusedError(
            f"'{where}' kan niet besluitvormend zijn: {why}. Kies beeldvormend of oordeelsvormend, "
            "of laat de naam weg als de raad zelf vergadert.",
            HEAR_COUNCILS,
            field="vergadering",
        )
    if report.stands is MeetingStands.TREATED:
        raise RefusedError(
            "Behandelde de raad het ontwerp besluitvormend, dan is hij gehoord: meld zijn antwoord "
            "met 'gehoord'.",
            onward=(Onward("Is de raad gehoord?", "gehoord", {"gemeenten": hearing.name}),),
            field="stand",
        )


def _called_off(report: TimeReserved, hearing: Hearing) -> Act:
    item = _named(hearing, report.kind)
    day = day_in_words(item.day)
    if report.day != item.day:
        raise RefusedError(
            f"De raad van {hearing.name} noemde {day}. Kies die dag als die vergadering niet "
            "doorgaat.",
            field="dag",
        )
    changes = Changes.replacing([(hearing, hearing.without_item(report.kind, report.on))])
    return Act(
        f"De {OF_KIND[report.kind]} behandeling voor de raad van {hearing.name} op {day} gaat "
        "niet door. Meld een andere dag zodra die bekend is.",
        changes,
    )


def _named(hearing: Hearing, kind: MeetingKind) -> AgendaItem:
    item = hearing.item(kind)
    if item is None:
        raise RefusedError(
            f"Voor de raad van {hearing.name} is geen {OF_KIND[kind]} behandeling gemeld."
        )
    return item


def _refuse_day(report: TimeReserved, hearing: Hearing) -> None:
    """Refuse a meeting that was already and was not treated, or is treated and was not yet.

    Nobody treats what he does not have.
    """
    day = day_in_words(report.day)
    if report.stands is MeetingStands.TREATED and hearing.invited_on is None:
        raise RefusedError(
            f"De raad van {hearing.name} heeft het ontwerp nog niet gekregen; op {day} kan het "
            "niet zijn behandeld. Meld dit zodra de raad het heeft.",
            field="stand",
        )
    if report.stands is MeetingStands.TREATED and report.day > report.on:
        raise RefusedError(
            f"Op {day} is nog niets behandeld. Kies 'op de agenda', of verbeter de dag.",
            field="dag",
        )
    if report.stands is not MeetingStands.TREATED and report.day < report.on:
        raise RefusedError(
            f"{day} is al voorbij. Is het ontwerp toen behandeld, kies dan 'behandeld'; kies "
            f"anders een dag vanaf {day_in_words(report.on)}.",
            field="dag",
        )


def _said(item: AgendaItem, hearing: Hearing) -> str:
    where = f" ({item.where})" if item.where else ""
    told = _SAID[item.stands].format(
        name=hearing.name, kind=item.kind, day=full_day_in_words(item.day), where=where
    )
    return f"{told} {NOT_HEARD}"


def _said_of_former(former: AgendaItem | None) -> str:
    return f"Dit komt in de plaats van {former.in_words}." if former else ""


def _said_of_order(item: AgendaItem, hearing: Hearing) -> str:
    """Return that the council would decide before this meeting; empty when it would not."""
    if hearing.meeting_on is None or item.day < hearing.meeting_on:
        return ""
    return (
        f"Let op: besluitvormend vergadert de raad al op {day_in_words(hearing.meeting_on)}. Vraag "
        "de griffie welke dag klopt."
    )


NOT_HEARD: Final = "De raad is daarmee nog niet gehoord."
OF_KIND: Final = {
    MeetingKind.INFORMING: "beeldvormende",
    MeetingKind.WEIGHING: "oordeelsvormende",
    MeetingKind.DECIDING: "besluitvormende",
}
_SAID: Final = {
    MeetingStands.RESERVED: "Voor de raad van {name} is tijd gereserveerd op {day}{where}, {kind}.",
    MeetingStands.ON_AGENDA: "Voor de raad van {name} staat het ontwerp {kind} op de agenda van "
    "{day}{where}.",
    MeetingStands.TREATED: "Voor de raad van {name} is het ontwerp {kind} behandeld op "
    "{day}{where}.",
}
