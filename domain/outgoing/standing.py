# SPDX-License-Identifier: EUPL-1.2
"""Where a dossier stands on one day: what is late and whose, what comes, and what waits."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from gehoord.domain.checks import findings
from gehoord.domain.checks.case import Case
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.mailboxes import mailbox_of
from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.missed_ontwerp import missed_ontwerp
from gehoord.domain.dossier.reminded import reminded_in
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.finding import Finding
from gehoord.domain.proposal.stage import Stage


class Lateness(NamedTuple):
    """An action that is late.

    Attributes:
        action: the action.
        days: the number of days since its last day.
        reminded_on: when reminders about the days that it now has were made that left, in order.
        next_on: the first day to come that matters: of the next reminder, or on which something
            that rests on it is due.
        rests_on_it: the title of what is due on that day; empty when that is a reminder.
        followed_up: what others must do because it is late, and did not yet.
        waits_for: what its owner waits for, in Dutch; empty when he can act.
    """

    action: Action
    days: int
    reminded_on: tuple[date, ...]
    next_on: date | None
    rests_on_it: str
    followed_up: tuple[Action, ...] = ()
    waits_for: str = ""


class StageTally(NamedTuple):
    """How far a stage is: how many actions are done, of how many, and how many are late.

    What must be done only because others are late does not count.

    ``next`` is what is due in it first, of what is not late.
    """

    stage: Stage
    done: int
    owed: int
    late: int
    next: Action | None


class LastDone(NamedTuple):
    """What the journal says of one thing that was done."""

    on: date
    by: str
    event: str
    text: str


@dataclass(frozen=True)
class StateOfAffairs:
    """What is known of a dossier when its Stand van zaken is written.

    Attributes:
        case: the dossier on the day.
        mail: what became of its messages.
        lately: the last entries of its journal, the newest first.
    """

    case: Case
    on: date
    state: State
    mail: tuple[Mailed, ...]
    lately: tuple[LastDone, ...]

    @cached_property
    def late(self) -> list[Lateness]:
        """What is late, the oldest first."""
        late = [a for a in self.state.open_actions() if a.is_late(self.on) and not a.about]
        reminded, followed_up = self._reminded(), self._followed_up()
        return [
            Lateness(
                action,
                (self.on - action.due_on).days,
                tuple(sorted(reminded[action.id, action.due_on])),
                *self._next_of(action),
                tuple(followed_up[action.id]),
                in_the_way(self.state, action),
            )
            for action in sorted(late, key=lambda a: (a.due_on or self.on, a.name))
            if action.due_on
        ]

    def _reminded(self) -> defaultdict[tuple[str, date | None], list[date]]:
        """Return when who was reminded of which action, by the day that was told."""
        found: defaultdict[tuple[str, date | None], list[date]] = defaultdict(list)
        for message in self.mail:
            if message.is_sent_reminder:
                for reminded in reminded_in(message):
                    found[reminded.action, reminded.due_on].append(message.created_on)
        return found

    def _followed_up(self) -> defaultdict[str, list[Action]]:
        """Return what is open because an action is late, by that action."""
        found: defaultdict[str, list[Action]] = defaultdict(list)
        for action in self.state.open_actions():
            if action.about:
                found[action.about].append(action)
        return found

    def _next_of(self, action: Action) -> tuple[date | None, str]:
        """Return the first day to come that matters to a late action, and what is due on it."""
        if action.step not in self._waiting:
            self._waiting[action.step] = self._waits_for(action.step)
        reminder = action.remind_on
        reminded = [(reminder, "")] if reminder and reminder >= self.on else []
        return min([*reminded, *self._waiting[action.step]], default=(None, ""))

    @cached_property
    def _waiting(self) -> dict[str, list[tuple[date, str]]]:
        """What waits for each step of which that was asked: hundreds of actions ask it of one."""
        return {}

    def _waits_for(self, step: str) -> list[tuple[date, str]]:
        """Return what is due first of what rests on a step and is still to come, if anything is."""
        waits = [
            (waiting.due_on, waiting.title)
            for resting in self._resting_on(step)
            for waiting in self.state.open_actions(step=resting)
            if waiting.due_on and waiting.due_on >= self.on
        ]
        return sorted(waits)[:1]

    def _resting_on(self, step: str) -> set[str]:
        """Return the steps that rest on a step, also by way of others."""
        found: set[str] = set()
        ahead = {step}
        while ahead:
            ahead = {s.id for s in self.state.as_opened.steps if ahead & {*s.after}} - found
            found |= ahead
        return found

    def coming(self, most: int) -> list[tuple[date, list[Action]]]:
        """Return what is due on each of the first days to come, today included."""
        by_day: defaultdict[date, list[Action]] = defaultdict(list)
        for action in self.state.open_actions():
            if action.due_on and action.due_on >= self.on:
                by_day[action.due_on].append(action)
        return [(day, by_day[day]) for day in sorted(by_day)[:most]]

    def stages(self) -> Iterator[StageTally]:
        """Yield how far each stage is."""
        for stage in Stage:
            actions = [a for a in self.state.actions if a.stage is stage and not a.about]
            states = Counter(a.state for a in actions)
            late = sum(a.is_late(self.on) for a in actions)
            done, owed = states[ActionState.DONE], len(actions) - states[ActionState.LAPSED]
            yield StageTally(stage, done, owed, late, self._first(actions))

    def _first(self, actions: list[Action]) -> Action | None:
        """Return the action that is due first of those that are open and not late."""
        waiting = [a for a in actions if a.is_open and not a.is_late(self.on) and a.due_on]
        return min(waiting, key=lambda a: (a.due_on or self.on, a.id), default=None)

    @property
    def unreached(self) -> set[str]:
        """Who owes something and has no known address, by the key under which they get mail.

        The adviser is reached at the sender's own address.
        """
        mailboxes = {mailbox_of(self.state, action) for action in self.state.open_actions()}
        return {m.recipient for m in mailboxes if not m.address and m.recipient != ADVISER}

    @cached_property
    def missed(self) -> frozenset[str]:
        """The municipalities of which the council does not have the ontwerp that it was sent."""
        return missed_ontwerp(self.state, self.mail)

    @property
    def undelivered(self) -> list[Mailed]:
        """What was tried and did not arrive, the longest waiting first."""
        found = [message for message in self.mail if message.is_undelivered]
        return sorted(found, key=lambda m: (m.created_on, m.id))

    @cached_property
    def findings(self) -> list[Finding]:
        """What the checks say of it, heaviest first."""
        return findings(self.case)

    def stands_until(self) -> date:
        """Return the first day to come on which it may say something else, if nothing happens.

        As long as something is late, or does not arrive, that is the next day.
        """
        if self.late or self.undelivered:
            return self.on + timedelta(days=1)
        day = timedelta(days=1)
        falls = [a.due_on + day for a in self.state.open_actions() if a.due_on]
        return min([self.case.stands_until(), *(d for d in falls if d > self.on)])
