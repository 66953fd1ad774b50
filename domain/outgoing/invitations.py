"""Which meetings a body must hear of: those it does not know, that changed, or were called off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.action import Action, ActionState
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
        if meeting.is_to_be_told:
            told = last.get((meeting.action.step, meeting.action.owner))
            yield Invitation(meeting, called_off=False, last=told)
    for (step, owner), told in last.items():
        [action] = state.actions.where(step=step, owner=owner)
        is_known = told.calls_off or action.id in to_come or action.due_on < on
        if not is_known and (gone := _called_off(state, action)):
            yield Invitation(gone, called_off=True, last=told)


def _called_off(state: State, action: Action) -> BodyMeeting | None:
    """Return the meeting of an action, unless it was held."""
    was_held = action.state is ActionState.DONE and not is_called_off(action)
    return None if was_held else held_in(state, action)
