# SPDX-License-Identifier: EUPL-1.2
"""By which besluiten the adopted plan was changed, in the order in which that was recorded.

Law: Politiewet 2012, art. 39 lid 6 and art. 40 lid 3.
"""

from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.state import State


def changes_of_plan(state: State, since: Besluit | None = None) -> list[Besluit]:
    """Return them by the number of their version; of a later one no number of before shifts.

    Args:
        state: the dossier.
        since: leaves out those that were there before this besluit.
    """
    first = _number(state, since) if since else 0
    changes = state.besluiten_on(BesluitKind.CHANGE)
    return sorted(
        (each for each in changes if _number(state, each) > first),
        key=lambda each: _number(state, each),
    )


def _number(state: State, besluit: Besluit) -> int:
    version = state.versions.one(besluit.version or "")
    return version.number if version else 0
