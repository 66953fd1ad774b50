# SPDX-License-Identifier: EUPL-1.2
"""Of which actions a mail that reminds tells, and on which rung of their ladder."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.fate import Fate
from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import Message, MessageState
from gehoord.domain.dossier.state import State


class Reminded(NamedTuple):
    """One reminder, alone in its mail or beside others.

    Attributes:
        rung: such as ``14 dagen voor``.
        due_on: the last day that was told.
        action: the id of the action.
    """

    rung: str
    due_on: date | None
    action: str

    @property
    def fact(self) -> str:
        """How a message keeps it."""
        return f"{self.rung}|{self.due_on or ''}|{self.action}"

    @property
    def step(self) -> str:
        """The step of the action."""
        return self.action.split("/")[1]

    @property
    def owner(self) -> str:
        """Who owes the action."""
        return self.action.split("/")[2]

    def still_asked(self, state: State) -> Action | None:
        """Return the action, if it is still owed by the day that was told."""
        action = state.actions.one(self.action)
        return action if action and action.is_open and action.due_on == self.due_on else None


class Sent(NamedTuple):
    """What the outbox keeps of a mail that reminds, without its words."""

    dossier: str
    recipient: str
    step: str | None
    owner: str | None
    rung: str
    due_on: date | None
    edition: int
    created_on: date
    state: MessageState
    facts: Sequence[str]

    @property
    def stands(self) -> bool:
        """Whether it left or will; one that was withdrawn tells nobody anything."""
        return self.state is not MessageState.WITHDRAWN


def reminded_in(mail: Message | Sent | Mailed | Fate) -> tuple[Reminded, ...]:
    """Return of what a reminder tells; one of 0.1.0 is about the one action in its columns."""
    if mail.facts:
        return tuple(map(_read, mail.facts))
    action = "/".join(filter(None, (mail.dossier, mail.step, mail.owner)))
    return (Reminded(mail.rung, mail.due_on, action),)


def told_in(mails: Iterable[Sent]) -> set[Reminded]:
    """Return all of which these mails tell."""
    return {reminded for mail in mails if mail.stands for reminded in reminded_in(mail)}


def not_reminded_after_all(state: State, mails: Iterable[Sent], on: date) -> Changes:
    """Return what changes for whoever was to be reminded on a day, of whom no mail stands.

    Such a mail was withdrawn before it left, for what it asked was done; then that was taken back.
    """
    told = {r.action for m in mails if m.stands and m.created_on == on for r in reminded_in(m)}
    missed = [a for a in state.open_actions() if a.reminded_on == on and a.id not in told]
    return Changes.replacing((a, a.reminded(None)) for a in missed)


def _read(fact: str) -> Reminded:
    rung, due_on, action = fact.split("|", 2)
    return Reminded(rung, date.fromisoformat(due_on) if due_on else None, action)
