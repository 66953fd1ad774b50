"""Puts in the outbox what bodies must hear of their meetings."""

from datetime import date

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.invitations import Invitations, invitations
from gehoord.store.register import Change
from gehoord.tasks.accesses import with_access
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.invitations import news_for_bodies


def invite(change: Change, state: State, on: date) -> int:
    """Invite every body with an address to its meetings to come, and tell what changed in them.

    Compares what each body should know with what it was sent last, so that it can be repeated.

    Returns: how many messages are new.
    """
    if not any(party.address for party in state.eenheid.parties):
        return 0
    return _tell(change, state, _last_invitations(change), on)


def tell_invited(change: Change, on: date) -> int:
    """Do the same once somebody was invited: before that, only `invite` begins.

    Returns: how many messages are new.
    """
    last = _last_invitations(change)
    return _tell(change, change.state(), last, on) if last else 0


def _tell(change: Change, state: State, last: Invitations, on: date) -> int:
    post = post_of(state, on)
    mails = news_for_bodies(post, invitations(state, last, on, post.mail_from))
    return change.send(with_access(change, mails, on))


def _last_invitations(change: Change) -> Invitations:
    """Return the last invitation to each action for which a body was invited."""
    found = change.all(Message, change.dossier_id, kind=MessageKind.INVITATION)
    return {(m.step, m.owner): m for m in sorted(found, key=lambda m: m.edition)}
