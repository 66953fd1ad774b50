# SPDX-License-Identifier: EUPL-1.2
"""Until when somebody in a dossier still owes something."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER


def last_duty_on(state: State, owner: str) -> date | None:
    """Return the last day of what an owner still owes; nothing where that has no day.

    The adviser owes nothing of most years after the adoption, and everything of them passes his
    page: the jaarverslagen, the uitvoeringsplannen, and who is late with them. So of him it is the
    last day of what anybody owes.
    """
    owed = (a for a in state.open_actions() if owner in (ADVISER, a.owner))
    return max((action.due_on for action in owed if action.due_on), default=None)
