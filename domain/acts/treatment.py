# SPDX-License-Identifier: EUPL-1.2
"""The step in which a council treats the ontwerp: whoever is heard has done so.

It closes with the hearing, and the hearing keeps that it did: done when the council was heard,
lapsed when it was silent. What a griffie reported of it itself stands on its own. A newer ontwerp
leaves it done: the hearing itself says what is owed.
"""

from collections.abc import Iterable
from datetime import date

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Step


def settled(state: State, before: Hearing, after: Hearing, on: date) -> Changes:
    """Return what changes when a council was heard or silent: the hearing, and its treatment.

    Args:
        state: the dossier before.
        before: its hearing as it was; after a silence another answer may come.
        after: its hearing, heard or silent.
        on: the day of that.
    """
    closed = [a for a in _of(state, before) if a.is_open or _closed_with(before, a)]
    kept = after.model_copy(update={"settles_treatment": bool(closed)})
    is_heard = kept.state is HearingState.HEARD
    return Changes.replacing([(before, kept)]) + Changes.replacing(
        (a, _open(a, on).done(on) if is_heard else _open(a, on).lapsed(on)) for a in closed
    )


def untreated(state: State, hearings: Iterable[Hearing], on: date) -> Changes:
    """Return what changes when hearings are taken back: what closed with them is owed.

    Args:
        state: the dossier before.
        hearings: of these councils, still heard or silent.
        on: the day on which it is taken back.
    """
    return Changes.replacing(
        (action, action.reopened(on))
        for hearing in hearings
        for action in _of(state, hearing)
        if _closed_with(hearing, action)
    )


def treated_already(state: State, step: Step, owner: str | None) -> list[Action]:
    """Return what was done of a step by that councils were heard; nothing when not all of it was.

    Args:
        state: the dossier.
        step: the step.
        owner: the CBS code of the municipality of one council; nothing of all.
    """
    if not step.treats_in_council:
        return []
    of = {"owner": owner} if owner else {}
    done = [a for a in state.actions.where(step=step.id, **of) if a.state is not ActionState.LAPSED]
    heard = {h.municipality for h in state.hearings if h.settles_treatment}
    return done if all(a.owner in heard and not a.is_open for a in done) else []


def _closed_with(hearing: Hearing, action: Action) -> bool:
    """Whether an action closed with a hearing."""
    return hearing.settles_treatment and not action.is_open


def _open(action: Action, on: date) -> Action:
    return action if action.is_open else action.reopened(on)


def _of(state: State, hearing: Hearing) -> list[Action]:
    steps = [step.id for step in state.as_opened.steps if step.treats_in_council]
    return [a for s in steps for a in state.actions.where(step=s, owner=hearing.municipality)]
