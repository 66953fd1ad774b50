"""What the form of a version offers: the sterkteverdelingen that it can contain."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def strengths(state: State, on: date) -> list[str]:
    """Return the sterkteverdelingen that were not withdrawn, the newest first."""
    return [table.called for table in reversed(standing(state.strengths))]
