"""Which meetings a body must hear of: those it does not know, that changed, or were called off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.meeting import BodyMeeting, held_in, is_called_off, meetings
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State

Invitations = Mapping[tuple[str | None, str | None], Message]
"""The last invitation by the step and the owner of the action it is about."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting that a body should know as it stands now.

    Attributes:
        meeting: the meeting.
        called_off: whether it is held no more.
        last: what the body was told of it last, if it was told anything.
    """

    meeting: BodyMeeting
    called_off: bool
    last: Message | None

    @property
    def edition(self) -> int:
        """The number of the next message about it: as its action counts, and never one twice."""
        counted = self.meeting.action.sequence
        return counted if self.last is None else max(counted, self.last.edition + 1)


def invitations(state: State, last: Invitations, on: date) -> Iterator[Invitation]:
    """Yield the meetings to come of bodies with an address, then those that were called off.

    A meeting of the past is let be. One that became part of another meeting is called off too: that
    other one tells the rest.
    """
    to_come = {m.action.id: m for m in meetings(state) if m.action.due_on >= on}
    for meeting in to_come.values():
        if meeting.party.address and meeting.action.state is ActionState.OPEN:
            told = last.get((meeting.action.step, meeting.action.owner))
            yield Invitation(meeting, called_off=False, last=told)
    for (step, owner), told in last.items():
        [action] = state.actions.where(step=step, owner=owner)
        if told.calls_off or action.id in to_come or action.due_on < on:
            continue
        alone = held_in(state, action)
        if alone and (action.state is not ActionState.DONE or is_called_off(action)):
            yield Invitation(alone, called_off=True, last=told)
