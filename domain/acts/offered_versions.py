"""What the forms about a version offer: the tables that it can contain, and which lack a file."""

from datetime import date

from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def strengths(state: State, on: date) -> list[str]:
    """Return the sterkteverdelingen that were not withdrawn, the newest first."""
    return [table.called for table in reversed(standing(state.strengths))]


def versions_without_file(state: State, on: date) -> list[str]:
    """Return the versions of which the document was not handed in yet, the newest first."""
    return [v.called for v in reversed(standing(state.versions)) if not v.document]
