# SPDX-License-Identifier: EUPL-1.2
"""For which finding of a dossier a reason was recorded."""

from collections.abc import Sequence

from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing


def reason_for(state: State, code: str, steps: Sequence[str] = ()) -> Reason | None:
    """Return the newest recorded reason why a finding about these steps does not stand.

    What each round does anew needs a reason of the round, given on the same ontwerp.

    Args:
        state: the dossier.
        code: of the finding.
        steps: what it is about, the first of them above all.
    """
    found = [r for r in standing(state.reasons.where(code=code)) if r.is_about(steps)]
    if found and any(state.as_opened.step(step).is_of_each_round for step in steps):
        newest = state.ontwerp.id if state.ontwerp else None
        found = [r for r in found if r.version == newest]
    return found[-1] if found else None
