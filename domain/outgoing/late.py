# SPDX-License-Identifier: EUPL-1.2
"""What is late, whom to ring and whom nobody can remind: the adviser is told once of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import by_letters
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.ladder import reached
from gehoord.domain.dossier.mailboxes import is_reached, mailbox_of
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.proposal.step import REQUEST_ANSWER, StepKind


@dataclass(frozen=True, slots=True)
class LateNews:
    """What is late and who is not reached, of which the adviser was not told all.

    Attributes:
        topic: of the mail that says it.
        late: what is late, the oldest first.
        on: the day of the mail.
        calls: whom the adviser must ring, of which he was not told.
        requests: what he is asked to answer, of which he was not told.
        unreached: who cannot be reminded of what is due, by the key under which they get mail.
    """

    topic: Topic
    late: tuple[Action, ...]
    on: date
    calls: tuple[Action, ...] = ()
    requests: tuple[Action, ...] = ()
    unreached: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[Action, ...]:
        """What is late and was not told before; ``known`` the rest of it."""
        return tuple(action for action in self.late if not action.is_told_late)

    @property
    def known(self) -> tuple[Action, ...]:
        """What is late and was told before."""
        return tuple(action for action in self.late if action.is_told_late)

    @property
    def changes(self) -> Changes:
        """What this news changes: the adviser knows what is late, and what else he must do."""
        told = Changes.replacing((a, a.told_late()) for a in self.new)
        to_do = (*self.calls, *self.requests)
        return told + Changes.replacing((a, a.reminded(self.on)) for a in to_do)


def news_of_late(state: State, earlier: Iterable[Message], on: date) -> LateNews | None:
    """Return what is late and who is not reached, if the adviser was not told all of it.

    An action that got other days, or is owed again, counts as not told. On a day on which no mail
    is read the news waits.

    Args:
        state: the dossier.
        earlier: these mails that there are; none is sent twice.
        on: the day; what has its last day before it is late.
    """
    late, unreached, mails = _late(state, on), not_reached(state, on), list(earlier)
    topic = _topic(state, mails, late[-1].due_on if late else on)
    calls, requests = _new_to_do(state)
    news = LateNews(topic, tuple(late), on, calls, requests, unreached)
    told = {who for mail in mails for who in mail.facts}
    is_known = not news.changes and told.issuperset(unreached)
    return None if is_known or reading_day(on) != on else news


def _topic(state: State, mails: Iterable[Message], newest: date | None) -> Topic:
    return Topic(
        dossier=state.id,
        kind=MessageKind.LATE,
        recipient=ADVISER,
        due_on=newest,
        edition=sum(mail.due_on == newest for mail in mails),
    )


def _new_to_do(state: State) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """Return whom the adviser must ring, and what he must answer, of which he was not told."""
    owed = [action for action in state.open_actions() if action.is_outside_plan]
    new = [a for a in owed if a.owner == ADVISER and a.reminded_on is None]
    new.sort(key=lambda action: (by_letters(action.title), action.id))
    calls = tuple(action for action in new if action.step != REQUEST_ANSWER)
    return calls, tuple(action for action in new if action.step == REQUEST_ANSWER)


def _late(state: State, on: date) -> list[Action]:
    """Return what is late, the oldest first; who must follow that up is not late beside it.

    Of a council that was not heard in time it is not told as well that it did not treat the plan.
    """
    late = [a for a in state.open_actions() if a.is_late(on) and not a.is_outside_plan]
    unheard = {a.municipality for a in late if a.kind is StepKind.HEARING}
    late = [a for a in late if not (_treats(state, a) and a.municipality in unheard)]
    return sorted(late, key=lambda a: (a.due_on or on, a.name))


def _treats(state: State, action: Action) -> bool:
    """Whether it is the step in which a council treats the ontwerp on which it is heard."""
    return state.as_opened.step(action.step).treats_in_council


def not_reached(state: State, on: date) -> tuple[str, ...]:
    """Return who cannot be reminded of what is due for want of an address, in order."""
    mailboxes = {
        mailbox_of(state, action) for action in state.open_actions() if reached(state, action, on)
    }
    return tuple(sorted(m.recipient for m in mailboxes if not is_reached(state, m)))
