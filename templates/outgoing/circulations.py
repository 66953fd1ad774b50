# SPDX-License-Identifier: EUPL-1.2
"""The mails with which a draft goes to those who read along."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.circulated import draft_in_words, rounds_read
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import body_that_adopts, draft_of
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import recipient_of
from gehoord.domain.outgoing.circulation_mail import cause_of_move
from gehoord.domain.outgoing.review_reminders import RUNG, ReviewReminder
from gehoord.templates.correspondence import moved
from gehoord.templates.drafts import (
    ReviewAwaited,
    UitvoeringTold,
    draft_to_read,
    response_awaited,
    uitvoeringsplan_to_read,
)
from gehoord.templates.outgoing.draft_told import told_to_each
from gehoord.templates.outgoing.moves import readers
from gehoord.templates.outgoing.outgoing import Outgoing, document_of
from gehoord.templates.when import When


def drafts_to_read(post: Outgoing, circulation: Circulation) -> Iterator[Message]:
    """Yield a message with the draft for each who reads along.

    Args:
        post: the dossier and the day.
        circulation: what goes out, and to whom.

    Law: Politiewet 2012, art. 38b lid 2: it is no hearing of a council.
    """
    version = post.state.versions.one(circulation.version)
    if version is None:
        return
    own = _uitvoering_told(post.state, circulation, version)
    for reader, told in told_to_each(post.state, circulation, version, post.on):
        to = addressee_of(post.state, reader.recipient)
        c = post.to(to.name, to.party)
        rendered = uitvoeringsplan_to_read(c, own) if own else draft_to_read(c, told)
        attached = document_of(version, "concept")
        topic = topic_of(post.state, circulation, version, reader)
        yield post.message(topic, reader.address, rendered, *attached)


def _uitvoering_told(
    state: State, circulation: Circulation, version: DraftVersion
) -> UitvoeringTold | None:
    """Return what is said of a uitvoeringsplan in concept; nothing of any other draft."""
    step = draft_of(state, version)
    if step is None or step.year is None:
        return None
    party = state.eenheid.party(body_that_adopts(state))
    body = party.in_sentence if party else ""
    return UitvoeringTold(step.year, step.subject or "", circulation.respond_by, body)


def review_reminders(post: Outgoing, found: Iterable[ReviewReminder]) -> Iterator[Message]:
    """Yield a message to each reader who did not respond yet; the draft itself he has.

    Args:
        post: the dossier and the day.
        found: who is reminded, and of what.
    """
    for circulation, reader in found:
        version = post.state.versions.one(circulation.version)
        if version is None or circulation.respond_by is None:
            continue
        to = addressee_of(post.state, reader.recipient)
        told = ReviewAwaited(version, circulation.sent_on, circulation.respond_by)
        rendered = response_awaited(post.to(to.name, to.party), told)
        topic = topic_of(post.state, circulation, version, reader)
        reminding = topic.model_copy(update={"rung": RUNG})
        yield post.message(reminding, to.address or reader.address, rendered)


def other_last_day(
    post: Outgoing, now: Circulation, known: Mapping[str, date | None]
) -> Iterator[Message]:
    """Yield a message to each who has the draft and did not respond: the last day is another one.

    Who hears the new day of an action of his own hears it once.

    Args:
        post: the dossier as it became, and the day.
        now: what went out, as it became.
        known: the last day that each reader was told; nothing for who has no draft.
    """
    one = next((each for each in rounds_read(post.state) if now in each.sent), None)
    if one is None or now.respond_by is None:
        return
    asked = {reader.recipient for reader in one.waiting} - _told_of_own(post.state, now.step)
    for reader in now.sent_to:
        was = known.get(reader.recipient)
        if reader.recipient in asked and was and was != now.respond_by:
            yield _with_other_day(post, now, one.version, reader, (was, now.respond_by))


def _told_of_own(state: State, step: str) -> set[str]:
    """Return who hears of the move of a step itself, by the key of his mail (`notices_of_move`)."""
    return {
        recipient_of(party, action.municipality)
        for action in state.owed(step)
        if action.municipality
        for party in readers(state, action)
    }


def _with_other_day(
    post: Outgoing,
    now: Circulation,
    version: DraftVersion,
    reader: SentTo,
    days: tuple[date, date],
) -> Message:
    """Return the message to one reader; ``days`` are the former last day and the new one."""
    was, becomes = (f"tot en met {day_in_words(day)}" for day in days)
    to = addressee_of(post.state, reader.recipient)
    rendered = moved(
        replace(post.to(to.name, to.party), page=""),
        action=f"reageren op {draft_in_words(version)}",
        old=was,
        new=When(becomes, Due.on(days[1])),
        reason="",
    )
    sequences = (action.sequence for action in post.state.actions.where(step=now.step))
    other = {
        "kind": MessageKind.MOVED,
        "cause": cause_of_move(now),
        "edition": max(sequences, default=0),
    }
    topic = topic_of(post.state, now, version, reader).model_copy(update=other)
    return post.message(topic, to.address or reader.address, rendered)


def topic_of(
    state: State, circulation: Circulation, version: DraftVersion, reader: SentTo
) -> Topic:
    """Return what the message to one reader is about: one for each time that it is sent."""
    owners = {action.owner for action in state.actions.where(step=circulation.step)}
    return Topic(
        dossier=state.id,
        kind=MessageKind.DRAFT,
        recipient=reader.recipient,
        step=circulation.step,
        owner=next(iter(owners)) if len(owners) == 1 else None,
        municipality=addressee_of(state, reader.recipient).municipality,
        version=version.number,
        due_on=circulation.respond_by,
        edition=circulation.number,
    )
