# SPDX-License-Identifier: EUPL-1.2
"""One round of reminding: who gets a mail today, and what is too long late."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.escalation import escalated
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.ladder import look_again_on, with_reminders
from gehoord.domain.dossier.mailboxes import is_reached
from gehoord.domain.dossier.reminded import Sent
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.reminders import Bundle, bundles, due_reminders


@dataclass(frozen=True, slots=True)
class RoundOfReminders:
    """What a round comes to.

    Attributes:
        mails: one for each mailbox that is reminded.
        changes: what was told, when each is looked at again, and who must act in another's stead.
        has_news: whether the adviser must hear something: he must ring somebody, or somebody got no
            mail for want of an address.
    """

    mails: tuple[Bundle, ...] = ()
    changes: Changes = field(default_factory=Changes)
    has_news: bool = False


def round_of_reminders(
    state: State, due: Iterable[Action], earlier: Collection[Sent], on: date
) -> RoundOfReminders:
    """Return the round of one day.

    Who does not read his mail on this day waits for a day on which he does. Who has no address gets
    what is then due when it comes. What is too long late becomes an action of somebody else; in a
    weekend nobody is rung.

    Args:
        state: the dossier.
        due: the actions of which the day to be looked at has come.
        earlier: the reminders of this dossier that there are.
        on: the day.
    """
    actions = list(due)
    late = actions if reading_day(on) == on else ()
    escalation = with_reminders(state, escalated(state, late, on))
    state = state.after(escalation)
    actions += escalation.of(Action)[1]
    wanted = list(due_reminders(state, on, actions))
    mails = tuple(bundles(state, wanted, earlier, on))
    told = {reminder.action.id for mail in mails for reminder in mail.reminders}
    done = Changes.replacing((a, _looked_at(state, a, on, is_told=a.id in told)) for a in actions)
    has_news = bool(escalation) or not all(is_reached(state, r.mailbox) for r in wanted)
    return RoundOfReminders(mails, escalation + done, has_news)


def _looked_at(state: State, action: Action, on: date, *, is_told: bool) -> Action:
    """Return an action once the rungs of its ladder up to a day are done with."""
    told = action.reminded(on) if is_told else action
    return told.to_remind(look_again_on(state, action, on))
