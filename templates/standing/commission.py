# SPDX-License-Identifier: EUPL-1.2
"""Who commissions the plan, and who writes it."""

from gehoord.domain.dossier.state import State
from gehoord.templates.markdown import plain


def commission(state: State) -> list[str]:
    """Return the commission in Markdown; nothing where the proposal says nothing of it."""
    lines = [f"- {what}: {plain(who)}" for what, who in state.proposal.commission.lines]
    return ["## Opdracht en werkgroep", "", *lines] if lines else []
