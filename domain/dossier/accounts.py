# SPDX-License-Identifier: EUPL-1.2
"""The jaarverslagen that a dossier still owes, each with its year (art. 39 lid 1)."""

from collections.abc import Iterator

from gehoord.calendar.due import Precision
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.jaarverslag import named_years


def accounts_owed(state: State) -> Iterator[tuple[int, Action]]:
    """Yield each open action of a jaarverslag with the year that it is about.

    One that does not say over which one year it is, is left out.
    """
    for step in state.as_opened.steps:
        if step.is_jaarverslag and step.stands:
            for action in state.owed(step.id):
                yearly = action.precision is Precision.YEARLY
                years = (int(action.id[-4:]),) if yearly else named_years(step)
                if len(years) == 1:
                    yield years[0], action
