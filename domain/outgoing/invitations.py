# SPDX-License-Identifier: EUPL-1.2
"""Which meetings a body must hear of: those it does not know, that changed, or were called off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.meeting import BodyMeeting, held_in, is_called_off, meetings
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State

CALLED_OFF: Final = "vervallen"
"""The first fact of an invitation to what is held no more."""

Invitations = Mapping[tuple[str | None, str | None], Message]
"""The last invitation by the step and the owner of the action it is about."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting that a body should know as it stands now.

    Attributes:
        meeting: the meeting.
        called_off: whether it is held no more.
        organizer: the address behind the dossier.
        last: what the body was told of it last, if it was told anything.
    """

    meeting: BodyMeeting
    called_off: bool
    organizer: str
    last: Message | None

    @property
    def edition(self) -> int:
        """The number of the next message about it: as its action counts, and never one twice."""
        counted = self.meeting.action.sequence
        return counted if self.last is None else max(counted, self.last.edition + 1)

    @property
    def facts(self) -> tuple[str, ...]:
        """What the body acts on: whether, when and where it meets, on what, and who asks whom.

        Not the words in which it is told: those may change without any news.
        """
        sitting = self.meeting.sitting
        return (
            CALLED_OFF if self.called_off else "gaat door",
            self.meeting.on.isoformat(),
            sitting.start.isoformat(),
            sitting.end.isoformat() if sitting.end else "",
            sitting.place,
            self.organizer,
            self.meeting.party.address or "",
            *self.meeting.agenda,
        )

    @property
    def is_known(self) -> bool:
        """Whether the body was told this last."""
        return self.last is not None and self.last.facts == self.facts


def invitations(state: State, last: Invitations, on: date, organizer: str) -> Iterator[Invitation]:
    """Yield the meetings of which a body with an address must hear something it does not know.

    First those to come, then those that were called off. A meeting of the past is let be. One that
    became part of another meeting is called off too: that other one tells the rest.

    Args:
        state: the dossier.
        last: what bodies were told last.
        on: the day; a meeting on it is still to come.
        organizer: the address behind the dossier.
    """
    for item in _as_they_stand(state, last, on, organizer):
        if not item.is_known:
            yield item


def _as_they_stand(
    state: State, last: Invitations, on: date, organizer: str
) -> Iterator[Invitation]:
    to_come = {m.action.id: m for m in meetings(state) if m.on >= on}
    for meeting in to_come.values():
        if meeting.is_to_be_told:
            told = last.get((meeting.action.step, meeting.action.owner))
            yield Invitation(meeting, called_off=False, organizer=organizer, last=told)
    for (step, owner), told in last.items():
        [action] = state.actions.where(step=step, owner=owner)
        if told.calls_off or action.id in to_come:
            continue
        gone = _called_off(state, action)
        if gone and gone.on >= on:
            yield Invitation(gone, called_off=True, organizer=organizer, last=told)


def _called_off(state: State, action: Action) -> BodyMeeting | None:
    """Return the meeting of an action, unless it was held."""
    was_held = action.state is ActionState.DONE and not is_called_off(action)
    return None if was_held else held_in(state, action)
