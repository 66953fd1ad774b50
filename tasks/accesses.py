# SPDX-License-Identifier: EUPL-1.2
"""Gives each party whose mail names its page a link to it, and finds that link again."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from gehoord.domain.dossier.access import Access, Seal, is_closed, last_valid_day
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.own_page import bears_own_page
from gehoord.store.reader import Reader
from gehoord.store.register import Change
from gehoord.tasks.seal import new_salt, seal_of
from gehoord.tasks.settings import settings


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
    seal = seal_of(settings().home, change)
    until = valid_until(change.state(), on)
    known = _by_recipient(change.all(Access, change.dossier_id))
    change.add(
        seal.new(change.dossier_id, who, earlier, on, until, new_salt())
        for who in recipients
        if not is_closed(earlier := known.get(who, [])) and seal.known(earlier, on) is None
    )


def token_for(reader: Reader, seal: Seal, dossier: str, recipient: str, on: date) -> str | None:
    """Return the token of the page of a party; nothing when it has no valid link of this seal."""
    return seal.known(reader.all(Access, dossier, recipient=recipient), on)


def valid_until(state: State, on: date) -> date:
    """Return the last day of a link that is made on a day."""
    adoption = state.proposal.adoption
    planned = state.plan[adoption.id] if adoption else None
    return last_valid_day(planned.due_on if planned and planned.has_day else None, on)


def _by_recipient(accesses: list[Access]) -> dict[str, list[Access]]:
    ordered = sorted(accesses, key=lambda access: access.recipient)
    return {who: list(of) for who, of in groupby(ordered, key=lambda a: a.recipient)}
