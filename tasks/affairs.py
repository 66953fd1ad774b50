# SPDX-License-Identifier: EUPL-1.2
"""Reads where a dossier stands: for the page in Prefect and for the overview on the desk."""

from datetime import date

from gehoord.domain.checks.case import Case
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.store.lately import lately
from gehoord.store.mailed import mailed
from gehoord.store.reader import Reader
from gehoord.store.state import state_of
from gehoord.templates.standing.lately import MOST


def affairs_in(reader: Reader, dossier: str, on: date) -> StateOfAffairs:
    """Return where a dossier stands on a day, read whole: it holds after the reading, too.

    Raises:
        GehoordError: there is no dossier by that name.
    """
    state = state_of(reader, dossier)
    mail, entries = mailed(reader, dossier), lately(reader, dossier, MOST)
    return StateOfAffairs(Case.of_dossier(state, on), on, state, mail, entries)
