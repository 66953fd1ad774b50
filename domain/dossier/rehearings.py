"""Which changes somebody judged, and what that came to for one council."""

from collections.abc import Sequence

from gehoord.domain.dossier.changed_parts import ChangedPart
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def unjudged(state: State, changes: Sequence[ChangedPart]) -> list[ChangedPart]:
    """Return of what changed nobody judged yet whether councils are heard again on it."""
    judged = {key for each in standing(state.rehearings) for key in each.changes}
    return [change for change in changes if change.key not in judged]


def judgement_of(state: State, hearing: Hearing) -> Rehearing | None:
    """Return the newest judgement that says something of a council: of all when none is heard."""
    known = [each for each in standing(state.rehearings) if not each.again or _names(each, hearing)]
    return max(known, key=lambda each: each.number, default=None)


def _names(judged: Rehearing, hearing: Hearing) -> bool:
    return hearing.municipality in judged.councils
