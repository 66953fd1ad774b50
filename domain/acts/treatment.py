"""The step in which a council treats the ontwerp: whoever is heard has done so.

A newer ontwerp leaves it done, and a silence leaves it open: the hearing itself says what is owed.
"""

from collections.abc import Iterable
from datetime import date

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Step


def treated(state: State, hearing: Hearing, on: date) -> Changes:
    """Return what changes when a council was heard: its treatment of the ontwerp was that day."""
    return Changes.replacing((a, a.done(on)) for a in _of(state, hearing) if a.is_open)


def untreated(state: State, hearings: Iterable[Hearing], on: date) -> Changes:
    """Return what changes when councils were not heard after all: what was done by that is owed.

    Args:
        state: the dossier before.
        hearings: of these councils, still heard.
        on: the day on which it is taken back.
    """
    return Changes.replacing(
        (action, action.reopened(on))
        for hearing in hearings
        for action in _of(state, hearing)
        if _is_by_hearing(action, hearing)
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
    heard = {hearing.municipality: hearing for hearing in state.hearings}
    return done if all(_is_by_hearing(a, heard[a.owner]) for a in done) else []


def _is_by_hearing(action: Action, hearing: Hearing) -> bool:
    """Whether an action was done on the day on which its council was heard."""
    is_done = action.state is ActionState.DONE and action.done_on is not None
    return is_done and action.done_on == hearing.heard_on and hearing.answer is not None


def _of(state: State, hearing: Hearing) -> list[Action]:
    steps = [step.id for step in state.as_opened.steps if step.treats_in_council]
    return [a for s in steps for a in state.actions.where(step=s, owner=hearing.municipality)]
