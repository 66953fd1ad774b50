# SPDX-License-Identifier: EUPL-1.2
"""Whether another municipality went into one: from then on its council is another one."""

from datetime import date, timedelta
from typing import Final

from gehoord.domain.dossier.state import State


def grew_since(state: State, code: str, day: date) -> bool:
    """Whether another municipality went into this one on a day, or later.

    Law: Politiewet 2012, art. 38b lid 2 (who was heard before does not speak for who joined).
    """
    joined = (m for m in state.municipalities if code in m.successors and m.code != code)
    return any(m.until is not None and m.until >= day - _DAY for m in joined)


_DAY: Final = timedelta(days=1)
