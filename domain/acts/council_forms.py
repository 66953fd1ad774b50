# SPDX-License-Identifier: EUPL-1.2
"""The forms by which a griffie reports what its council does with the ontwerp, and what it said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gehoord.domain.acts.access import office_of
from gehoord.domain.acts.party_form import (
    ASKS,
    CHANGED,
    GOALS,
    HEARD,
    RESERVES,
    RESPITE,
    SUPPLEMENT,
    PartyForm,
)
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.answer import Manner
from gehoord.domain.dossier.goals import goals_hold_until
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze


def answer_of(state: State, hearing: Hearing) -> Zienswijze | None:
    """Return what a council said when it was heard, if there is more than the kind of answer."""
    said = _said(state, hearing)
    return next((z for z in said if z.arrival in (Arrival.FIRST, Arrival.LATE)), None)


def may_change(state: State, hearing: Hearing) -> bool:
    """Whether a council may still change its answer: nobody began to weigh it.

    One that it added to stands: a change would take the addition away with it. So does one after a
    silence that was judged: it is an addition, and a change would take the judgement away.
    """
    if hearing.state is not HearingState.HEARD or hearing.reason or state.is_adopted:
        return False
    said = _said(state, hearing)
    return len(said) <= 1 and not any(z.disposition for z in said)


def _said(state: State, hearing: Hearing) -> list[Zienswijze]:
    of = {"municipality": hearing.municipality, "version": hearing.version}
    return standing(state.zienswijzen.where(**of))


def council_forms(state: State, access: Access, on: date) -> Iterator[PartyForm]:
    """Yield the forms of a griffie for its council; nobody else answers for that."""
    found = state.hearings.where(municipality=access.recipient)
    if found and found[0].is_owed:
        yield from _of_hearing(state, found[0])
        yield from _of_goals(state, found[0], on)


def _of_hearing(state: State, hearing: Hearing) -> Iterator[PartyForm]:
    if hearing.is_settled:
        if may_change(state, hearing):
            yield _changing(state, hearing)
        yield _supplement(hearing)
    elif not state.is_adopted:
        yield _reserving(hearing)
        if hearing.state is HearingState.INVITED:
            step = state.as_opened.hearing
            yield replace(_hearing(HEARD, hearing), step=step.id if step else "")
            yield _asking_respite(state, hearing)


def _of_goals(state: State, hearing: Hearing, on: date) -> Iterator[PartyForm]:
    """Yield the form of the safety goals of a council, when they are too old or not known."""
    goals = state.municipality(hearing.municipality).goals_set_on
    if not state.is_adopted and (goals is None or goals_hold_until(goals) < on):
        yield PartyForm(name=GOALS, kind=GOALS, asked=((GOALS, "op"),), fixed=_council(hearing))


def _reserving(hearing: Hearing) -> PartyForm:
    """Return the form of the meeting of a council, with the one that it named before in it."""
    filled = {"dag": f"{hearing.meeting_on}", "stand": f"{hearing.meeting_stands}"}
    return PartyForm(
        name=RESERVES,
        kind=RESERVES,
        asked=tuple((RESERVES, each) for each in ("soort", "dag", "stand", "vergadering")),
        fixed=_council(hearing),
        filled=filled if hearing.meeting_on else {},
    )


def _hearing(name: str, hearing: Hearing) -> PartyForm:
    asked = ("op", "wijze", "antwoord", "tekst", "bestand")
    return PartyForm(
        name=name,
        kind=HEARD,
        asked=tuple((HEARD, each) for each in asked),
        fixed=_council(hearing),
        version=hearing.version or "",
    )


def _changing(state: State, hearing: Hearing) -> PartyForm:
    """Return the form of the hearing, with the answer that it changes in it."""
    form, said = _hearing(CHANGED, hearing), answer_of(state, hearing)
    filled = {
        "op": f"{hearing.heard_on}",
        "wijze": f"{Manner.COUNCIL_MEETING}",  # else it would not have been heard
        "antwoord": f"{hearing.answer}",
        "tekst": said.text if said else "",
    }
    if said is None:
        return replace(form, filled=filled)
    return replace(form, filled=filled, document=said.document, file=said.file)


def _asking_respite(state: State, hearing: Hearing) -> PartyForm:
    return PartyForm(
        name=RESPITE,
        kind=ASKS,
        asked=((ASKS, "naar"), (ASKS, "tekst")),
        fixed={"wie": office_of(state, hearing.municipality), "vraag": RequestKind.RESPITE.value},
        must=frozenset({"naar"}),
    )


def _supplement(hearing: Hearing) -> PartyForm:
    asked = ("antwoord", "tekst", "bestand")
    return PartyForm(
        name=SUPPLEMENT,
        kind=SUPPLEMENT,
        asked=tuple((SUPPLEMENT, each) for each in asked),
        fixed=_council(hearing),
        version=hearing.version or "",
    )


def _council(hearing: Hearing) -> dict[str, str]:
    return {"gemeente": hearing.municipality}
