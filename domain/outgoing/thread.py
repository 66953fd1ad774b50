# SPDX-License-Identifier: EUPL-1.2
"""Which conversation a message belongs to: all that one recipient hears about one action."""

from gehoord.domain.dossier.message import Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter


def thread_of(state: State, topic: Topic) -> str:
    """Return the name of the conversation, the same for every message in it; empty when alone.

    The letter with the ontwerp begins that of the hearing of its council: reminders, a moved day
    and the letter sent again follow it.
    """
    if topic.owner:
        return f"{topic.step}/{topic.owner}"
    hearing = state.as_opened.hearing
    if topic.letter is Letter.ONTWERP and topic.municipality and hearing:
        return f"{hearing.id}/{topic.municipality}"
    return topic.step or ""
