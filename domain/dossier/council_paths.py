# SPDX-License-Identifier: EUPL-1.2
"""The paths of all councils, each with what is left to it."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.changed_parts import changed_parts
from gehoord.domain.dossier.council_path import CouncilPath, council_path
from gehoord.domain.dossier.outlook import Outlook, outlooks
from gehoord.domain.dossier.state import State


def paths_of(
    state: State, on: date, missed: frozenset[str] = frozenset()
) -> Iterator[tuple[CouncilPath, Outlook | None]]:
    """Yield the path of every council that still exists, with what is left to it.

    Args:
        state: the dossier.
        on: today.
        missed: where the ontwerp did not arrive, as far as is known (`missed_ontwerp`).
    """
    left, changes = {o.hearing.id: o for o in outlooks(state, on)}, changed_parts(state)
    for hearing in sorted(state.owed_hearings, key=lambda each: by_letters(each.name)):
        yield council_path(state, hearing, on, changes, missed), left.get(hearing.id)
