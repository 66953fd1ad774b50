# SPDX-License-Identifier: EUPL-1.2
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
    """Return the newest judgement that says something of a council: of all when none is heard.

    One that is heard again on a change stays so, though nobody else is.
    """
    judged = standing(state.rehearings)
    own = [each for each in judged if each.names(hearing.municipality)]
    again = {key for each in own for key in each.changes}
    of_all = [each for each in judged if not each.again and not again.issuperset(each.changes)]
    return max((*own, *of_all), key=lambda each: each.number, default=None)


def was_heard_on(state: State, hearing: Hearing) -> bool:
    """Whether a council that is heard again was heard on the ontwerp that it is asked about.

    Then it has it, in whatever way it came.
    """
    before = (each for judged in standing(state.rehearings) for each in judged.hearings)
    return any((h.id, h.version) == (hearing.id, hearing.version) for h in before)
