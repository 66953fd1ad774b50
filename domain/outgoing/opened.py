# SPDX-License-Identifier: EUPL-1.2
"""What the opening of a dossier came to, or would come to, in Dutch words."""

from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.plan.plan import Plan

OPENED: Final = "Geopend"
"""The name of the outcome of an opening."""


def opened(state: State) -> Outcome:
    """Return what was opened: how many councils and actions, and whether it is in earnest."""
    councils = counted(len(state.municipalities), "raad", "raden")
    actions = counted(len(state.open_actions()), "actie", "acties")
    stand = f"stand '{state.dossier.mode}'"
    return Outcome(OPENED, f"Dossier '{state.id}' is open: {councils}, {actions}, {stand}.")


def would_open(name: str, plan: Plan, mode: Mode) -> Outcome:
    """Return what a look at a plan came to."""
    steps = counted(len(plan.steps), "stap", "stappen")
    said = f"Dossier '{name}' zou opengaan in de stand '{mode}'. Er is nog niets geopend."
    return Outcome(f"Alleen bekeken: {steps}", said)
