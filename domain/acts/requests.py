# SPDX-License-Identifier: EUPL-1.2
"""A party asks something that needs the judgement of the adviser: a card of his, and no more."""

from datetime import date, timedelta
from typing import Final

from gehoord.calendar.due import Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.access import in_words, party_named
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.beside_plan import beside_plan
from gehoord.domain.acts.report import Requested
from gehoord.domain.dossier.action import Action, dated_as
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.request import PartyRequest, RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded
from gehoord.domain.proposal.step import REQUEST_ANSWER, StepKind
from gehoord.law.politiewet import HEAR_COUNCILS

READING_DAYS_TO_ANSWER: Final = 3
"""Days on which mail is read that the adviser has for an answer, by practice."""
_NOT_YET: Final = "Er is nog niets beslist en er verandert niets, ook geen dag."


@decide.register
def requested(report: Requested, state: State) -> Act:
    """Keep what a party asks, and let the adviser owe an answer to it.

    Nothing of the procedure changes by it: no day, no hearing. What a committee did is no hearing
    of the council either (Politiewet 2012, art. 38b lid 2); the adviser says so.
    """
    recipient = party_named(state, report.who)
    if recipient == ADVISER:
        raise RefusedError("De adviseur beantwoordt verzoeken en doet ze niet. Noem wie het vroeg.")
    asked = _request(report, state, recipient)
    _refuse_who_owes_nothing(asked, state)
    _refuse_the_same(asked, state)
    if asked.is_about_hearing:
        _refuse_of_hearing(asked, report.on, state)
    action = _action(asked, state)
    who = in_words(state, recipient)
    return Act(
        f"Verzoek {asked.number} is ontvangen: {who} {_asks(asked)}. {_NOT_YET} De adviseur "
        f"antwoordt {action.due_in_words}.",
        beside_plan(state, [_step(action)]) + Changes.adding(asked, action),
    )


def _asks(asked: PartyRequest) -> str:
    """Return what somebody does who asks this."""
    is_question = asked.question is RequestKind.OTHER
    return "stelt een vraag" if is_question else f"vraagt {asked.what}"


def time_to_answer(on: date) -> Stretch:
    """Return by when the adviser answers what is asked, or asked again, on a day."""
    for _ in range(READING_DAYS_TO_ANSWER):
        on = reading_day(on + timedelta(days=1))
    return Stretch.on(on)


def owed_again(action: Action, on: date) -> Action:
    """Return an answer to a request that is owed again, of which the adviser is told anew."""
    days = dated_as(time_to_answer(on))
    return action.reopened(on).on_other_days(days, on).reminded(None)


def _request(report: Requested, state: State, recipient: str) -> PartyRequest:
    number, owner = len(state.requests) + 1, recipient.rpartition(" ")[2]
    hearings = state.hearings.where(municipality=owner)
    return PartyRequest(
        id=f"{state.id}/verzoek/{number}",
        dossier=state.id,
        number=number,
        recipient=recipient,
        name=names(state).get(recipient, recipient),
        question=report.question,
        until=report.until,
        text=report.text,
        asked_on=report.on,
        round=hearings[0].round if hearings else 1,
        action=f"{state.id}/{REQUEST_ANSWER}/{ADVISER}/{number}",
    )


def _action(asked: PartyRequest, state: State) -> Action:
    """Return what the adviser owes; it is about what is owed by who asks."""
    about, name = _about(asked, state), OFFICES[ADVISER]
    return Action(
        id=asked.action,
        dossier=state.id,
        step=REQUEST_ANSWER,
        stage=about.stage,
        kind=StepKind.MILESTONE,
        title=f"verzoek van {_who(asked, state)}: {asked.what}",
        owner=ADVISER,
        owner_name=name[0].upper() + name[1:],
        about=about.id,
        changed_on=asked.asked_on,
        **dated_as(time_to_answer(asked.asked_on)),
    )


def _who(asked: PartyRequest, state: State) -> str:
    """Return who asks, as a card says it: of a griffie its municipality alone."""
    is_griffie = bool(state.municipalities.where(code=asked.recipient))
    return asked.name if is_griffie else in_words(state, asked.recipient)


def _about(asked: PartyRequest, state: State) -> Action:
    """Return the hearing of the council of who asks; of anybody else what is due first."""
    step = state.as_opened.hearing
    hearing = state.actions.where(step=step.id, owner=asked.owner) if step else []
    owed = hearing or state.actions.where(owner=asked.owner)
    return min(owed, key=lambda a: (not a.is_open, a.due_on or date.max, a.id))


def _step(action: Action) -> Written:
    return {
        "id": action.step,
        "titel": "verzoeken beantwoorden",
        "fase": str(action.stage),
        "soort": str(action.kind),
        "actiehouder": action.owner,
        "melding": REQUEST_ANSWER,
    }


def _refuse_who_owes_nothing(asked: PartyRequest, state: State) -> None:
    """Refuse of a party that the procedure asks nothing: there is nothing to be judged."""
    if not state.actions.where(owner=asked.owner):
        raise RefusedError(
            f"Van {in_words(state, asked.recipient)} wordt in dit dossier niets gevraagd. "
            "Beantwoord de vraag zonder haar vast te leggen."
        )


def _refuse_the_same(asked: PartyRequest, state: State) -> None:
    """Refuse what the same party asked on the same day in the same words: it is there already."""
    for known in standing(state.requests):
        if _content(known) == _content(asked):
            raise RefusedError(
                f"Dit verzoek is er al: {known.what}, van {in_words(state, known.recipient)}, "
                f"nummer {known.number}. Het hoeft niet nog eens."
            )


def _content(asked: PartyRequest) -> tuple[object, ...]:
    return asked.recipient, asked.question, asked.until, asked.asked_on, folded(asked.text)


def _refuse_of_hearing(asked: PartyRequest, on: date, state: State) -> None:
    """Refuse what is about a hearing that is over, or that the party has nothing to do with."""
    if not state.hearings.where(municipality=asked.owner):
        raise RefusedError(
            f"'{asked.question}' gaat over het horen van een raad, en {asked.name} is geen "
            "gemeente. Kies 'andere vraag'.",
            field="vraag",
        )
    hearing = state.hearing_of(asked.owner)
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; over het "
            "horen valt niets meer te beslissen. Kies 'andere vraag'.",
            HEAR_COUNCILS,
        )
    if hearing.is_settled or not hearing.is_owed:
        raise RefusedError(
            f"De raad van {hearing.name} hoeft niet meer te antwoorden: {hearing.state_in_words}. "
            "Kies 'andere vraag'."
        )
    if asked.question is RequestKind.RESPITE:
        _refuse_day(asked, hearing, on, state)


def _refuse_day(asked: PartyRequest, hearing: Hearing, on: date, state: State) -> None:
    """Refuse a day that is past, or no later than the last one that the council has."""
    until, about = asked.until or on, _about(asked, state)
    if until < on:
        raise RefusedError(
            f"{day_in_words(until)} is al voorbij. Kies een dag vanaf {day_in_words(on)}.",
            field="naar",
        )
    if about.due_on and until <= about.due_on:
        raise RefusedError(
            f"De raad van {hearing.name} heeft al de tijd: {about.due_in_words}. Kies een latere "
            "dag.",
            field="naar",
        )
