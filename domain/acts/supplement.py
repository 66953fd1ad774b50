# SPDX-License-Identifier: EUPL-1.2
"""A council adds to its answer, or answers after all (Politiewet 2012, art. 38b lid 2)."""

from datetime import date

from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.hearing import zienswijze_of
from gehoord.domain.acts.report import AnswerSupplemented
from gehoord.domain.acts.treatment import settled
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Arrival


@decide.register
def answer_supplemented(report: AnswerSupplemented, state: State) -> Act:
    """Keep a further answer of a council as its own, and how it came.

    Of a council that was thought silent it is the answer, as long as the plan is not adopted. What
    comes after that is kept, and changes nothing.
    """
    hearing = state.hearing_of(state.municipality(report.municipality).code)
    answered = hearing.answer_again(report.on, report.answer)
    arrival = _arrival(state, hearing, report.on)
    changes = Changes.keeping(report.document)
    changes += Changes.adding(zienswijze_of(state, answered, report, arrival))
    if not state.is_adopted and answered != hearing:
        changes += settled(state, hearing, answered, report.on)
    kept = "Bewaard; het plan verandert er niet door." if state.is_adopted else ""
    told = f"Aanvulling van de raad van {hearing.name} vastgelegd: {report.answer} ({arrival})."
    return Act(f"{told} {kept}".strip(), changes)


def counted_after_all(state: State) -> Changes:
    """Return what changes with what councils said after an adoption that was taken back.

    It is an answer like any other, or adds to one.

    Args:
        state: the dossier, no longer adopted.
    """
    changes = Changes()
    for zienswijze in state.zienswijzen:
        hearing = state.after(changes).hearing_of(zienswijze.municipality)
        if zienswijze.counts and zienswijze.is_after_adoption and hearing.is_owed:
            arrival = _arrival(state, hearing, zienswijze.received_on)
            answer = Answer(zienswijze.answer)
            changes += Changes.replacing(
                [
                    (zienswijze, zienswijze.model_copy(update={"arrival": arrival})),
                    (hearing, hearing.answer_again(zienswijze.received_on, answer)),
                ]
            )
    return changes


def _arrival(state: State, hearing: Hearing, on: date) -> Arrival:
    if state.is_adopted and state.adoption and on >= state.adoption.taken_on:
        return Arrival.AFTER_ADOPTION
    if hearing.state is HearingState.SILENT or hearing.is_late(on):
        return Arrival.LATE
    return Arrival.SUPPLEMENT
