"""Puts in the outbox the drafts that go to be read, and reminders; withdraws what is outdated."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.message import STUCK, Message, MessageKind
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.outgoing.review_reminders import reminders_to_respond, reminds_of_draft
from gehoord.store.register import Change
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.circulations import (
    drafts_to_read,
    other_last_day,
    review_reminders,
)


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
    change.withdraw(_outdated(change, changes))
    new = [each for each in changes.of(Circulation)[1] if each.is_by_mail]
    moved = list(_moved(changes))
    if not new and not moved:
        return 0
    post = post_of(change.state(), on)
    mails = [drafts_to_read(post, each) for each in new]
    mails += [other_last_day(post, old, now) for old, now in moved]
    return change.send(chain.from_iterable(mails))


def _moved(changes: Changes) -> Iterator[tuple[Circulation, Circulation]]:
    """Yield of what went out by mail that its readers have another day to respond."""
    for old, now in changes.replaced:
        if not isinstance(old, Circulation) or not isinstance(now, Circulation):
            continue
        if now.counts and now.is_by_mail and old.respond_by != now.respond_by:
            yield old, now


def remind_readers(change: Change, state: State, on: date) -> int:
    """Remind who did not respond to a draft that was mailed to him; each once.

    Args:
        change: the transaction.
        state: the dossier.
        on: the day.

    Returns: how many messages are new.
    """
    due = list(reminders_to_respond(state, on)) if state.circulations else []
    return change.send(review_reminders(post_of(state, on), due)) if due else 0


def _touches_drafts(changes: Changes) -> bool:
    return any(any(changes.of(kind)) for kind in (Circulation, Reviewer, DraftVersion))


def _outdated(change: Change, changes: Changes) -> list[Message]:
    """Return the drafts that leave no more.

    They are those of what was withdrawn, for whom was withdrawn, of an older text, and those that
    did not arrive at who is now sent it again. A reminder stands as long as the content does.
    """
    made = change.all(Message, change.dossier_id, kind=MessageKind.DRAFT)
    newer = [each for each in changes.of(DraftVersion)[1] if each.is_of_plan]
    if newer and all(each.corrects for each in newer):
        return [m for m in made if not reminds_of_draft(m)]
    if newer:
        return made
    return [*_in_vain(made, changes), *_stuck_before(made, changes.of(Circulation)[1])]


def _in_vain(made: Iterable[Message], changes: Changes) -> list[Message]:
    """Return the drafts of what was withdrawn, and for whom was."""
    stopped = {each.number for each in changes.of(Circulation)[0] if not each.counts}
    gone = {each.key for each in changes.of(Reviewer)[0] if not each.counts}
    return [m for m in made if m.edition in stopped or m.recipient in gone]


def _stuck_before(made: Iterable[Message], new: Iterable[Circulation]) -> Iterator[Message]:
    """Yield the drafts that did not arrive at who is sent it again in the same step."""
    for circulation in new:
        again = {one.recipient for one in circulation.sent_to}
        of_step = (m for m in made if m.step == circulation.step and m.recipient in again)
        yield from (m for m in of_step if m.state in STUCK)
