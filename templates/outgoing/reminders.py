# SPDX-License-Identifier: EUPL-1.2
"""The mails that remind, each to who owes something: of one action, or of several at once."""

from collections.abc import Iterable, Iterator, Sequence

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
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
from gehoord.templates.wording import capital, time_left


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
    if all(action.is_outside_plan for action in actions):
        return escalation(c, lines=list(_late(post, actions)))
    if len(items) == 1:
        return _alone(post, c, items[0])
    return reminders_together(
        c,
        lines=[
            (
                _asked(post.state, a),
                When.promised_of(a.days),
                _days_left(post, a),
                _to_come_first(post.state, a),
            )
            for a in actions
        ],
        hearing=any(map(_is_hearing, actions)),
    )


def _late(post: Outgoing, escalations: Iterable[Action]) -> Iterator[tuple[str, ...]]:
    """Yield what each is late and how long now, the last reminder of it, and by when to act."""
    for made in escalations:
        if late := post.state.actions.one(made.about or ""):
            what = f"{capital(owner_in_words(post.state, late))}: {late.title}"
            yield what, _how_late(post, late), _reminded(late), f"aanspreken {made.due_in_words}"


def _how_late(post: Outgoing, late: Action) -> str:
    if late.due_on is None or not late.names_day:
        return f"volgens de planning voorbij: {late.due_in_words}"
    since = time_left((post.on - late.due_on).days)
    return f"{since} te laat, de laatste dag was {day_in_words(late.due_on)}"


def _reminded(late: Action) -> str:
    on = late.reminded_on
    return f"het laatst herinnerd op {day_in_words(on)}" if on else "niet herinnerd"


def _alone(post: Outgoing, c: Correspondence, item: Reminder) -> Rendered:
    action = item.action
    return reminder(
        c,
        action=_asked(post.state, action),
        owner=owner_in_words(post.state, action),
        due=When.promised_of(action.days),
        days_left=_days_left(post, action),
        hearing=_is_hearing(action),
        waits_for=_to_come_first(post.state, action),
    )


def _to_come_first(state: State, action: Action) -> str:
    """Return what a meeting waits for; who owes himself what lacks need not be told."""
    return in_the_way(state, action) if action.kind.is_held else ""


def _asked(state: State, action: Action) -> str:
    """Return what is asked; of an agreement also with which text, for there may have been more."""
    ontwerp = state.ontwerp
    if action.kind is not StepKind.AGREEMENT or ontwerp is None:
        return action.title
    return f"{action.title} (versie {ontwerp.number}, van {day_in_words(ontwerp.made_on)})"


def _days_left(post: Outgoing, action: Action) -> int | None:
    return (action.due_on - post.on).days if action.due_on else None


def _is_hearing(action: Action) -> bool:
    return action.kind is StepKind.HEARING


def _name(post: Outgoing, action: Action) -> str:
    found = post.state.municipalities.where(code=action.municipality)
    return found[0].name if found else action.owner_name
