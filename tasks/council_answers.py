"""Keeps that a council was heard, or that its silence was judged."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import CouncilHeard, SilenceAccepted
from gehoord.domain.dossier.hearing import Answer
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import HEAR_COUNCILS
from gehoord.store.register import Change

_NEEDS_DISPOSITION = (Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS)


def council_heard(change: Change, state: State, report: CouncilHeard) -> str:
    """Keep that a council was heard, with its zienswijze."""
    _refuse_after_adoption(state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    heard = hearing.hear(report.on, report.manner, report.answer)
    change.replace([(hearing, heard)])
    _close_hearing(change, state, hearing.municipality, report.on)
    if heard.version and (report.text or report.answer in _NEEDS_DISPOSITION):
        change.add(
            [
                Zienswijze(
                    id=f"{hearing.id}/{len(state.zienswijzen) + 1}",
                    dossier=state.dossier.id,
                    municipality=hearing.municipality,
                    name=hearing.name,
                    version=heard.version,
                    received_on=report.on,
                    answer=report.answer,
                    text=report.text,
                )
            ]
        )
    return f"De raad van {hearing.name} is gehoord: {report.answer}."


def silence_accepted(change: Change, state: State, report: SilenceAccepted) -> str:
    """Keep that a council had its opportunity and did not answer."""
    _refuse_after_adoption(state)
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    change.replace([(hearing, hearing.accept_silence(report.on, report.reason))])
    _close_hearing(change, state, hearing.municipality, report.on)
    return f"Vastgelegd dat de raad van {hearing.name} gelegenheid had en niet antwoordde."


def _refuse_after_adoption(state: State) -> None:
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; horen kan "
            "alleen daarvoor.",
            HEAR_COUNCILS,
        )


def _close_hearing(change: Change, state: State, municipality: str, on: date) -> None:
    actions = state.open_actions(kind=StepKind.HEARING)
    change.replace([(a, a.done(on)) for a in actions if a.municipality == municipality])
