# SPDX-License-Identifier: EUPL-1.2
"""Puts in the outbox the drafts that go to be read, and reminders; withdraws what is outdated."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.message import STUCK, Message, MessageKind, MessageState
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.outgoing.circulation_mail import (
    cause_of_move,
    day_known_to,
    made_anew,
    mails_about,
)
from gehoord.domain.outgoing.review_reminders import reminders_to_respond, reminds_of_draft
from gehoord.store.register import Change
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.circulations import (
    drafts_to_read,
    other_last_day,
    review_reminders,
)
from gehoord.templates.outgoing.outgoing import Outgoing


def circulate(change: Change, changes: Changes, on: date) -> int:
    """Mail the drafts that go out by these changes, and withdraw what waits and should not leave.

    Args:
        change: the transaction, in which the changes were made.
        changes: what was made of it.
        on: the day.

    Returns: how many messages are new.
    """
    if not _touches_drafts(changes):
        return 0
    outdated = _outdated(change, changes)
    change.withdraw(outdated)
    new = [each for each in changes.of(Circulation)[1] if each.is_by_mail]
    moved = list(_moved(changes))
    if not new and not moved:
        return 0
    post = post_of(change.state(), on)
    mails = [drafts_to_read(post, each) for each in new]
    for now in moved:
        about = mails_about(now, _made(change))
        mails += [_drafts_anew(post, now, about, outdated), _other_day(post, now, about)]
    return change.send(chain.from_iterable(mails))


def _moved(changes: Changes) -> Iterator[Circulation]:
    """Yield of what went out by mail that its readers have another day to respond."""
    for old, now in changes.replaced:
        if not isinstance(old, Circulation) or not isinstance(now, Circulation):
            continue
        if now.counts and now.is_by_mail and old.respond_by != now.respond_by:
            yield now


def _drafts_anew(
    post: Outgoing, now: Circulation, about: list[Message], outdated: list[Message]
) -> Iterator[Message]:
    """Yield the drafts that waited, with their new last day, where they were on their way to."""
    waited = {
        m.recipient: m.address
        for m in mails_about(now, outdated)
        if _is_draft(m) and m.state in (MessageState.WAITING, *STUCK)
    }
    for draft in drafts_to_read(post, now):
        if draft.recipient in waited:
            before = [m for m in about if _is_draft(m) and m.recipient == draft.recipient]
            again = made_anew(draft, before)
            yield again.model_copy(update={"address": waited[draft.recipient]})


def _other_day(post: Outgoing, now: Circulation, about: list[Message]) -> Iterator[Message]:
    known = {one.recipient: day_known_to(one.recipient, about) for one in now.sent_to}
    return other_last_day(post, now, known)


def _is_draft(message: Message) -> bool:
    return message.kind is MessageKind.DRAFT and not reminds_of_draft(message)


def remind_readers(change: Change, state: State, on: date) -> int:
    """Remind who did not respond to a draft that was mailed to him; each once.

    Args:
        change: the transaction.
        state: the dossier.
        on: the day.

    Returns: how many messages are new.
    """
    due = list(reminders_to_respond(state, on)) if state.circulations else []
    if not due:
        return 0
    made = change.all(Message, change.dossier_id, kind=MessageKind.DRAFT)
    got = {(m.edition, m.recipient) for m in made if _is_draft(m) and m.has_left}
    found = [each for each in due if (each.circulation.number, each.reader.recipient) in got]
    before = [m for m in made if reminds_of_draft(m)]
    return change.send(_not_yet(review_reminders(post_of(state, on), found), before))


def _not_yet(reminders: Iterable[Message], before: list[Message]) -> Iterator[Message]:
    """Yield the reminders of a last day of which the reader was not reminded yet."""
    for reminder in reminders:
        about = (reminder.edition, reminder.recipient)
        his = [m for m in before if (m.edition, m.recipient) == about]
        stands = (m for m in his if m.state is not MessageState.WITHDRAWN)
        if all(m.due_on != reminder.due_on for m in stands):
            yield made_anew(reminder, his)


def _touches_drafts(changes: Changes) -> bool:
    return any(any(changes.of(kind)) for kind in (Circulation, Reviewer, DraftVersion))


def _outdated(change: Change, changes: Changes) -> list[Message]:
    """Return the mails about drafts that leave no more.

    They are those of what was withdrawn or moved, for whom was withdrawn, of an older text, and
    those that did not arrive at who is now sent it again. A reminder stands as long as the content
    does.
    """
    made = _made(change)
    newer = [each for each in changes.of(DraftVersion)[1] if each.is_of_plan]
    if newer and all(each.corrects for each in newer):
        return [m for m in made if _is_draft(m)]
    if newer:
        return made
    return [*_in_vain(made, changes), *_stuck_before(made, changes.of(Circulation)[1])]


def _made(change: Change) -> list[Message]:
    """Return the drafts and their reminders, and the mails that tell their readers another day."""
    drafts = change.all(Message, change.dossier_id, kind=MessageKind.DRAFT)
    moves = change.all(Message, change.dossier_id, kind=MessageKind.MOVED)
    causes = {cause_of_move(each) for each in change.all(Circulation, change.dossier_id)}
    return drafts + [m for m in moves if m.cause in causes]


def _in_vain(made: Sequence[Message], changes: Changes) -> list[Message]:
    """Return the mails about what was withdrawn or moved, and to whom was withdrawn."""
    gone = {each.key for each in changes.of(Reviewer)[0] if not each.counts}
    stopped = [each for each in changes.of(Circulation)[0] if not each.counts]
    about = [m for each in (*stopped, *_moved(changes)) for m in mails_about(each, made)]
    return [*about, *(m for m in made if m.recipient in gone)]


def _stuck_before(made: Iterable[Message], new: Iterable[Circulation]) -> Iterator[Message]:
    """Yield the drafts that did not arrive at who is sent it again in the same step."""
    for circulation in new:
        again = {one.recipient for one in circulation.sent_to}
        of_step = (m for m in made if m.step == circulation.step and m.recipient in again)
        yield from (m for m in of_step if m.state in STUCK)
