# SPDX-License-Identifier: EUPL-1.2
"""What was promised to follow a version: how it stands, and by when it is still of use."""

from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.chapter_to_follow import ChapterToFollow
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.step import Step


@dataclass(frozen=True, slots=True)
class Promised:
    """A chapter that was promised, with the action that keeps the promise.

    Attributes:
        chapter: what follows, and to whom.
        version: the number of the newest version with which it was promised.
        action: what is owed, or was done; its day is the one that holds now.
        needed_by: the last day on which it is of use; nothing while that day is unknown.
    """

    chapter: ChapterToFollow
    version: int
    action: Action
    needed_by: date | None

    @property
    def is_owed(self) -> bool:
        """Whether it was not sent on yet, and is still to come."""
        return self.action.is_open

    def is_late(self, on: date) -> bool:
        """Whether its day has passed, or is one on which it is of no use any more, or is none."""
        if not self.is_owed or self.needed_by is None:
            return False
        due = self.action.due_on
        return due is None or due > self.needed_by or due < on

    @property
    def standing(self) -> str:
        """Whether it was sent on and when, or by when that is promised."""
        if self.action.state is ActionState.LAPSED:
            return "komt niet meer"
        if self.action.done_on:
            return f"nagestuurd op {day_in_words(self.action.done_on)}"
        if self.action.due_on:
            return f"nog niet nagestuurd, toegezegd uiterlijk {day_in_words(self.action.due_on)}"
        return "nog niet nagestuurd, en zonder dag toegezegd"

    def in_words(self, on: date) -> str:
        """What follows, when and to whom, as it stands on a day: who reads the version lacks it."""
        what = f"{self.chapter.named}, aan {self.chapter.to}"
        if not self.is_owed:
            return f"{what}: {self.standing}"
        if self.action.due_on and self.action.due_on < on:
            return f"{what}: was toegezegd voor {day_in_words(self.action.due_on)}, volgt nog"
        return self.chapter.model_copy(update={"follows_by": self.action.due_on}).in_words


def promised_with(state: State, version: DraftVersion | None) -> list[Promised]:
    """Return what was promised with a version, as it stands now; also what was sent on since."""
    steps = {each.step for each in version.follows} if version else set()
    return [each for each in promised(state) if each.chapter.step in steps] if steps else []


def promised(state: State) -> list[Promised]:
    """Return what was promised, in the order in which it was."""
    found: dict[str, Promised] = {}
    for version in sorted(standing(state.versions), key=lambda each: each.number):
        for chapter in version.follows:
            for action in state.actions.where(step=chapter.step):
                needed = _needed_by(state, chapter)
                found[chapter.step] = Promised(chapter, version.number, action, needed)
    return list(found.values())


def _needed_by(state: State, chapter: ChapterToFollow) -> date | None:
    """Return the last day: of a statutory part while councils can answer, else before the adoption.

    Practice; no statute names a term (S003: so that burgemeesters can still inform their councils).
    """
    proposal = state.as_opened
    adopted = _last_day(state, proposal.adoption)
    answered = _last_day(state, proposal.hearing) if chapter.is_statutory else None
    days = (adopted and adopted - timedelta(days=1), answered)
    return min((day for day in days if day), default=None)


def _last_day(state: State, step: Step | None) -> date | None:
    planned = state.plan[step.id] if step else None
    return planned.due_on if planned and planned.has_day else None
