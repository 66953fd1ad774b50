# SPDX-License-Identifier: EUPL-1.2
"""Is every chapter that was promised with a version sent on, and in time?"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.promised import Promised, promised
from gehoord.domain.finding import Severity
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()


@CHECKS.add(
    "toezegging-staat-open",
    Severity.WARN,
    mistake=4,
    article=CAREFUL_PREPARATION,
    practice="S003: zodra de definitieve sterkteverdeling bekend is, wordt die nagestuurd",
    remedy="Stuur het na en meld dat, of laat weten waarom het niet meer komt.",
)
def promise_left_open(case: Case) -> Iterator[Observation]:
    """The plan is up for adoption, and a chapter that was promised was not sent on."""
    if case.state is None or not case.adoption_has_come():
        return
    for each in promised(case.state):
        if each.is_owed:
            chapter = each.chapter
            yield (chapter.step,), f"Toegezegd en nog niet nagestuurd: {chapter.chapter}."


@CHECKS.add(
    "toezegging-te-laat",
    Severity.WARN,
    mistake=None,
    article=CAREFUL_PREPARATION,
    practice="S003: nagestuurd 'zodat burgemeesters in de gelegenheid zijn hun gemeenteraden "
    "daarover alsnog te informeren'",
    remedy="Stuur het na en meld dat, of spreek een dag af die op tijd is en verplaats de stap "
    "daarheen. Kunnen de raden niet meer antwoorden, weeg dan of zij hierover opnieuw worden "
    "gehoord.",
)
def promised_too_late(case: Case) -> Iterator[Observation]:
    """A promised chapter is late, or promised for a day on which it is of no use, or for none."""
    state, on = case.state, case.on
    if state is None or on is None or state.is_adopted or case.adoption_has_come():
        return
    for each in promised(state):
        if each.needed_by and each.is_late(on):
            when = _promised_for(each, on)
            last = day_in_words(each.needed_by)
            use = (
                f"dit deel hoort er uiterlijk {last} te zijn, zolang de raden kunnen antwoorden"
                if each.chapter.is_statutory
                else f"het hoort er uiterlijk {last} te zijn, voor de vaststelling"
            )
            yield (each.chapter.step,), f"'{each.chapter.chapter}' is {when}; {use}."


def _promised_for(each: Promised, on: date) -> str:
    day = each.action.due_on
    if day is None:
        return "zonder dag toegezegd"
    if day < on:
        return f"toegezegd uiterlijk {day_in_words(day)} en nog niet nagestuurd"
    return f"pas voor {day_in_words(day)} toegezegd"
