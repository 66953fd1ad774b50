# SPDX-License-Identifier: EUPL-1.2
"""Puts in the outbox what bodies must hear of their meetings, and guests of their sessions."""

from collections.abc import Sequence
from datetime import date

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.invitations import Invitations, invitations
from gehoord.store.register import Change
from gehoord.tasks.accesses import with_access
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.invitations import news_for_bodies
from gehoord.templates.outgoing.session_invitations import news_for_guests


def invite(change: Change, state: State, on: date) -> int:
    """Invite every body with an address to its meetings to come, and guests to their sessions.

    Tells what changed too. Compares what each should know with what it was sent last, so that it
    can be repeated.

    Returns: how many messages are new.
    """
    if not state.sessions and not any(party.address for party in state.eenheid.parties):
        return 0
    sent = _sent(change)
    return _tell_bodies(change, state, sent, on) + _tell_guests(change, state, sent, on)


def tell_invited(change: Change, on: date) -> int:
    """Do the same once somebody was invited: before that, bodies hear by `invite` alone.

    Guests hear of a session as soon as it is planned.

    Returns: how many messages are new.
    """
    state, sent = change.state(), _sent(change)
    told = _tell_bodies(change, state, sent, on) if any(not m.rung for m in sent) else 0
    return told + _tell_guests(change, state, sent, on)


def _tell_bodies(change: Change, state: State, sent: Sequence[Message], on: date) -> int:
    post = post_of(state, on)
    last: Invitations = {(m.step, m.owner): m for m in sent if not m.rung}
    mails = news_for_bodies(post, invitations(state, last, on, post.mail_from))
    return change.send(with_access(change, mails, on))


def _tell_guests(change: Change, state: State, sent: Sequence[Message], on: date) -> int:
    if not state.sessions:
        return 0
    last = {(m.rung, m.recipient): m for m in sent if m.rung}
    return change.send(with_access(change, news_for_guests(post_of(state, on), last), on))


def _sent(change: Change) -> list[Message]:
    """Return every invitation that was made, each before the later ones about the same."""
    found = change.all(Message, change.dossier_id, kind=MessageKind.INVITATION)
    return sorted(found, key=lambda message: message.edition)
