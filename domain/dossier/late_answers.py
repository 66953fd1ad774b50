# SPDX-License-Identifier: EUPL-1.2
"""Which answers came after the last day on which they were asked for. They count all the same."""

from gehoord.domain.dossier.answers import AnyAnswer
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Response, Zienswijze

AFTER_LAST_DAY = "na de laatste dag"


def heard_late(hearing: Hearing) -> bool:
    """Whether a council was heard after the last day on which it was asked to answer."""
    heard_on = hearing.heard_on if hearing.state is HearingState.HEARD else None
    return heard_on is not None and hearing.is_late(heard_on)


def late_answers(state: State) -> frozenset[str]:
    """Return the ids of the answers that count and came too late; not those after the adoption.

    The last day of a council is the one that it was asked to answer by, a respite included; that
    day is in time. Of what a council said on an earlier ontwerp the day is known no more: only
    what was marked as late when it came is late then.
    """
    hearings = {hearing.municipality: hearing for hearing in state.hearings}

    def is_late(said: Zienswijze) -> bool:
        if said.is_after_adoption:
            return False
        hearing = hearings.get(said.municipality)
        asked = hearing is not None and hearing.version == said.version
        past = hearing is not None and asked and hearing.is_late(said.received_on)
        return past or said.arrival == Arrival.LATE

    late = {said.id for said in standing(state.zienswijzen) if is_late(said)}
    return frozenset(late | {said.id for said in standing(state.responses) if said.is_late})


def lateness(answer: AnyAnswer, late: frozenset[str]) -> str:
    """Return in Dutch how far an answer came too late; nothing of one in time.

    Args:
        answer: of a council or of anybody else.
        late: the ids of those that came after their last day.
    """
    if not isinstance(answer, Response) and answer.is_after_adoption:
        return Arrival.AFTER_ADOPTION
    return AFTER_LAST_DAY if answer.id in late else ""
