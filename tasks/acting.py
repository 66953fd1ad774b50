# SPDX-License-Identifier: EUPL-1.2
"""Makes what an act comes to: its changes in the register, and its messages in the outbox."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gehoord.domain.acts.act import (
    Act,
    AddressChanged,
    DaysMoved,
    LettersWrong,
    News,
    NoticeSent,
    NoticeTakenBack,
    OntwerpSent,
    PlanAmended,
    PriorityGiven,
    Reminding,
    RequestReplied,
    RequestReplyWrong,
    RespiteTold,
)
from gehoord.domain.acts.following import with_what_follows
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.message import FORMER_ADDRESS, NOT_LEFT, Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.again import letter_that_missed
from gehoord.domain.outgoing.asked import rounds_of
from gehoord.domain.outgoing.notices import sent_notices
from gehoord.domain.outgoing.reminders import by_hand
from gehoord.domain.outgoing.withdrawn_besluit import told_of_withdrawn
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from gehoord.store.register import Change
from gehoord.store.reminded import reminders_sent
from gehoord.tasks.accesses import with_access
from gehoord.tasks.circulating import circulate
from gehoord.tasks.correcting import corrections, found_wrong
from gehoord.tasks.inviting import tell_invited
from gehoord.tasks.outdated import withdraw_outdated
from gehoord.tasks.posting import letters_before, post_of
from gehoord.templates.outgoing.again import sent_again, sent_anew
from gehoord.templates.outgoing.amendments import notices_of_change
from gehoord.templates.outgoing.moves import KnownDays, notices_of_move
from gehoord.templates.outgoing.notices import notices
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.outgoing.priorities import notices_of_priority
from gehoord.templates.outgoing.reminders import reminders
from gehoord.templates.outgoing.replies import notice_of_reply
from gehoord.templates.outgoing.respites import notices_of_respite


def carry_out(change: Change, state: State, act: Act, on: date, today: date | None = None) -> int:
    """Make the changes of an act, and put in the outbox what must be told.

    Args:
        change: the transaction in which all of it happens.
        state: the dossier on which the act was decided.
        act: what was decided.
        on: the day of the act.
        today: the day on which it is made, and its mail is written; else the day of the act.

    Returns: how many messages are new.
    """
    changes, written_on = with_what_follows(state, act.changes), today or on
    change.apply(with_reminders(state, changes))
    sent = circulate(change, changes, written_on)
    for news in act.news:
        if isinstance(news, AddressChanged):
            change.redirect(_not_left(change, news), news.address)
        if isinstance(news, NoticeTakenBack):
            change.withdraw(_letters_of(change, news.step))
        if isinstance(news, RequestReplyWrong):
            change.withdraw(_replies(change, news.request))
        if isinstance(news, LettersWrong):
            change.withdraw(found_wrong(change, news).waiting)
        known = withdraw_outdated(change, state, news)
        told = _messages(change, change.state(), news, written_on, known)
        sent += change.send(with_access(change, told, written_on))
    if _touches_meetings(act):
        tell_invited(change, written_on)
    return sent


def send_notices(change: Change, stage: Stage, on: date) -> int:
    """Send every notice of a stage that is ready; return how many messages are new."""
    state = change.state()
    return carry_out(change, state, sent_notices(state, stage, on), on)


def _touches_meetings(act: Act) -> bool:
    if any(act.changes.of(InfoSession)):
        return True
    replaced, added = act.changes.of(Action)
    held = (action for action in (*replaced, *added) if action.kind.is_held)
    return any(action.municipality is None for action in held)  # a body's; councils invite none


def _not_left(change: Change, news: AddressChanged) -> list[Message]:
    """Return what goes to the new address: all that did not leave, but what warns a former one."""
    known = change.all(Message, change.dossier_id, recipient=news.recipient)
    return [m for m in known if m.state in NOT_LEFT and m.rung != FORMER_ADDRESS]


def _letters_of(change: Change, step: str) -> list[Message]:
    return change.all(Message, change.dossier_id, kind=MessageKind.LETTER, step=step)


def _replies(change: Change, request: str) -> list[Message]:
    """Return the mails in which the adviser answered a request."""
    known = change.all(Message, change.dossier_id, kind=MessageKind.REPLY)
    return [message for message in known if message.facts[:1] == (request,)]


def _mistaken(change: Change, state: State, step: str) -> frozenset[str]:
    return told_of_withdrawn(state, step, change.all(JournalEntry, state.id))


def _messages(
    change: Change, state: State, news: News, on: date, known: KnownDays
) -> Iterator[Message]:
    post = post_of(state, on)
    match news:
        case NoticeSent(step):
            earlier = _letters_of(change, step)
            mistaken = _mistaken(change, state, step) if earlier else frozenset()
            post = replace(post, letters=letters_before(change, state.id, step))
            yield from sent_anew(notices(post, state.plan[step]), earlier, mistaken)
        case OntwerpSent(step):
            letters = change.all(Message, state.id, step=step, letter=Letter.ONTWERP)
            post = replace(post, letters=letters_before(change, state.id, step))
            yield from notices(post, state.plan[step], rounds_of(news, letters))
        case LettersWrong():
            yield from corrections(change, post, news)
        case Reminding(actions):
            yield from reminders(
                post, by_hand(state, actions, reminders_sent(change, state.id), on)
            )
        case RequestReplied(request):
            yield from notice_of_reply(post, request, len(_replies(change, request)) + 1)
        case AddressChanged(recipient=recipient, address=address):
            letters = change.all(Message, state.id, recipient=recipient, letter=Letter.ONTWERP)
            if again := letter_that_missed(state, letters, news):
                yield sent_again(again, address, on)
        case _:
            yield from _told(post, news, known)


def _told(post: Outgoing, news: News, known: KnownDays) -> Iterator[Message]:
    """Yield the messages of news that hang on no earlier message."""
    match news:
        case DaysMoved():
            yield from notices_of_move(post, news, known)
        case RespiteTold():
            yield from notices_of_respite(post, news, known)
        case PlanAmended(besluit):
            yield from notices_of_change(post, besluit)
        case PriorityGiven():
            yield from notices_of_priority(post, news)
