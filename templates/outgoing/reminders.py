"""The mails that remind, each to who owes something: of one action, or of several at once."""

from collections.abc import Iterable, Iterator, Sequence

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import Message
from gehoord.domain.outgoing.reminders import Bundle, Reminder
from gehoord.domain.proposal.step import StepKind
from gehoord.templates.correspondence import (
    Correspondence,
    Rendered,
    escalation,
    reminder,
    reminders_together,
)
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.owners import owner_in_words
from gehoord.templates.when import When


def reminders(post: Outgoing, due: Iterable[Bundle]) -> Iterator[Message]:
    """Yield the message of each mailbox."""
    for bundle in due:
        mailbox, first = bundle.mailbox, bundle.reminders[0]
        name = _name(post, first.action)
        c = post.to(name, mailbox.party)
        rendered = _rendered(post, c, bundle.reminders)
        code = first.action.municipality
        calendar = [post.calendar(code)] if first.to_griffie and code else []
        message = post.message(bundle.topic, mailbox.address, rendered, *calendar)
        yield message.model_copy(update={"facts": bundle.facts})


def _rendered(post: Outgoing, c: Correspondence, items: Sequence[Reminder]) -> Rendered:
    actions = [item.action for item in items]
    if all(action.is_escalation for action in actions):
        return escalation(c, lines=[(a.title, a.due_in_words) for a in actions])
    if len(items) == 1:
        return _alone(post, c, items[0])
    return reminders_together(
        c,
        lines=[(a.title, When.promised_of(a.days), _days_left(post, a)) for a in actions],
        hearing=any(map(_is_hearing, actions)),
    )


def _alone(post: Outgoing, c: Correspondence, item: Reminder) -> Rendered:
    action = item.action
    return reminder(
        c,
        action=action.title,
        owner=owner_in_words(post.state, action),
        due=When.promised_of(action.days),
        days_left=_days_left(post, action),
        hearing=_is_hearing(action),
    )


def _days_left(post: Outgoing, action: Action) -> int | None:
    return (action.due_on - post.on).days if action.due_on else None


def _is_hearing(action: Action) -> bool:
    return action.kind is StepKind.HEARING


def _name(post: Outgoing, action: Action) -> str:
    found = post.state.municipalities.where(code=action.municipality)
    return found[0].name if found else action.owner_name
