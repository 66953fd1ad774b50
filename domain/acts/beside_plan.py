# SPDX-License-Identifier: EUPL-1.2
"""Steps that a dossier has and its plan has not: without a day and without a line in it."""

from collections.abc import Iterable

from gehoord.domain.dossier.added_steps import Written, with_steps
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State


def beside_plan(state: State, steps: Iterable[Written]) -> Changes:
    """Return the change by which a dossier has these steps too; one that is there stays as it is.

    Args:
        state: the dossier before.
        steps: as a proposal writes them, each outside the plan (`Step.is_outside_plan`).
    """
    known = {step.id for step in state.as_opened.steps}
    more = [step for step in steps if step["id"] not in known]
    if not more:
        return Changes()
    added = with_steps(state.dossier.added, more)
    dossier = state.dossier.model_copy(update={"added": added})
    return Changes.replacing([(state.dossier, dossier)])
