# SPDX-License-Identifier: EUPL-1.2
"""Reads what earlier procedures teach: from documents that are shipped, and from the register."""

from gehoord.domain.dossier.dossier import DossierState
from gehoord.domain.learned.of_dossier import course_in, is_past
from gehoord.domain.learned.practice import Practice, practice_of
from gehoord.procedures.past_courses import past_courses
from gehoord.store.reader import Reader
from gehoord.store.state import state_of


def practice_in(reader: Reader | None) -> Practice:
    """Return what every earlier procedure tells that is known here.

    An adopted dossier is one as soon as it was carried out in earnest; an exercise is no history.

    Args:
        reader: of the register; nothing where there is none.
    """
    if reader is None:
        return practice_of(past_courses(), ())
    dossiers = [reader.dossier(name) for name in reader.names()]
    dossiers = [dossier for dossier in dossiers if dossier.state is DossierState.ADOPTED]
    past = [course_in(state_of(reader, dossier.id)) for dossier in dossiers if is_past(dossier)]
    return practice_of(past_courses(), past, exercises=len(dossiers) - len(past))
