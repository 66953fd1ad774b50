# SPDX-License-Identifier: EUPL-1.2
"""The newest sterkteverdeling, and which version contains it."""

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import newest
from gehoord.templates.markdown import plain
from gehoord.templates.newest_strength import how_strength_stands


def strength(state: State) -> list[str]:
    """Return how the strength stands in Markdown; nothing while no table is known."""
    table = newest(state.strengths)
    if table is None:
        return []
    return ["## Sterkteverdeling", "", plain(" ".join(how_strength_stands(state, table)))]
