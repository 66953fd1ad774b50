# SPDX-License-Identifier: EUPL-1.2
"""Councils are not heard again after all: what was done for them is done as it was."""

from collections.abc import Sequence
from datetime import date

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import StepKind


def done_then(judged: Rehearing, opened: Sequence[Hearing], state: State) -> list[Action]:
    """Return what was done for these councils when they were heard again.

    On a newer ontwerp they are yet to be heard, also when it was not sent yet.
    """
    newest = state.ontwerp.content_id if state.ontwerp else None
    of = {before.municipality: before.version for before in opened}
    return [
        action
        for action in judged.actions
        if action.municipality in of
        and (action.kind is not StepKind.HEARING or of[action.municipality] == newest)
    ]


def done_again(state: State, actions: Sequence[Action], on: date) -> Changes:
    """Return the changes by which actions are done or lapsed as they were, on their days."""
    changes = Changes()
    for done in actions:
        if now := state.actions.one(done.id):
            kept = {"sequence": now.sequence + 1, "changed_on": max(on, now.changed_on)}
            changes += Changes.replacing([(now, done.model_copy(update=kept))])
    return changes
