# SPDX-License-Identifier: EUPL-1.2
"""Gives each party whose mail names its page a link to it, and finds that link again."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from gehoord.domain.dossier.access import (
    Access,
    Seal,
    is_closed,
    last_valid_day,
    needed_until,
    owner_of,
)
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.last_duty import last_duty_on
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.own_page import bears_own_page
from gehoord.store.reader import Reader
from gehoord.store.register import Change
from gehoord.tasks.seal import new_salt, seal_of
from gehoord.tasks.settings import settings

LASTING: Final = "Links blijven geldig zolang iemand nog iets moet doen."


def with_access(change: Change, messages: Iterable[Message], on: date) -> list[Message]:
    """Return these messages, and see to it that who gets a page in them can open it.

    A party whose link was withdrawn gets no other one by itself.
    """
    found = list(messages)
    recipients = sorted({m.recipient for m in found if bears_own_page(m.body)})
    if recipients:
        _give(change, recipients, on)
    return found


def _give(change: Change, recipients: Iterable[str], on: date) -> None:
    seal, state = seal_of(settings().home, change), change.state()
    known = _by_recipient(change.all(Access, change.dossier_id))
    change.add(
        seal.new(change.dossier_id, who, earlier, on, valid_until(state, who, on), new_salt())
        for who in recipients
        if not is_closed(earlier := known.get(who, [])) and seal.known(earlier, on) is None
    )


def let_links_last(change: Change, on: date) -> None:
    """Let the links that end within a year last as long as their party owes something.

    They stay the same links: who kept one in a mail of years ago goes on using it. This is for
    links of before, and for what came to be owed after a link was made.
    """
    soon = on + timedelta(days=365)
    ending = [a for a in change.all(Access, change.dossier_id) if _ends_by(a, soon, on)]
    if ending:
        state = change.state()
        change.apply(Changes.replacing([(access, _as_needed(access, state)) for access in ending]))


def _ends_by(access: Access, day: date, on: date) -> bool:
    return access.is_valid(on) and access.expires_on <= day


def _as_needed(access: Access, state: State) -> Access:
    needed = needed_until(last_duty_on(state, access.owner))
    return access.lasting(needed) if needed else access


def token_for(reader: Reader, seal: Seal, dossier: str, recipient: str, on: date) -> str | None:
    """Return the token of the page of a party; nothing when it has no valid link of this seal."""
    return seal.known(reader.all(Access, dossier, recipient=recipient), on)


def valid_until(state: State, recipient: str, on: date) -> date:
    """Return the last day of a link that is made for a party on a day."""
    adoption = state.proposal.adoption
    planned = state.plan[adoption.id] if adoption else None
    adopted = planned.due_on if planned and planned.has_day else None
    return last_valid_day(adopted, last_duty_on(state, owner_of(recipient)), on)


def _by_recipient(accesses: list[Access]) -> dict[str, list[Access]]:
    ordered = sorted(accesses, key=lambda access: access.recipient)
    return {who: list(of) for who, of in groupby(ordered, key=lambda a: a.recipient)}
