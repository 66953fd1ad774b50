# SPDX-License-Identifier: EUPL-1.2
"""Two senders never decide on one mail: whoever took it in hand last, it is his."""

from datetime import UTC, datetime

import sqlalchemy as sa

from gehoord.domain.dossier.message import Message, MessageState
from gehoord.store.outbox import claim, release, settle, withdraw
from gehoord.store.table_of import table_of
from tests.story_in_register import StoryInRegister, ToldInRegister

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
M = table_of(Message)


def mails(story: StoryInRegister) -> list[Message]:
    with story.register.reading() as reader:
        return reader.all(Message, "klein")


def test_who_took_too_long_does_not_decide_on_a_mail_that_another_took_in_hand(
    told: ToldInRegister,
) -> None:
    story = told("asked")
    waiting = next(mail for mail in mails(story) if mail.state is MessageState.WAITING)
    first = claim(story.register, waiting.id)
    assert first is not None
    assert claim(story.register, waiting.id) is None, "it is in hand"
    with story.register.delivering() as connection:
        connection.execute(sa.update(M).where(M.c.id == waiting.id).values(lease_until=LONG_AGO))
    second = claim(story.register, waiting.id)
    assert second is not None
    settle(story.register, first.model_copy(update={"state": MessageState.REFUSED}))
    release(story.register, first)
    withdraw(story.register, first)
    assert next(mail for mail in mails(story) if mail.id == waiting.id) == second
    settle(story.register, second.model_copy(update={"state": MessageState.SENT}))
    [sent] = [mail for mail in mails(story) if mail.id == waiting.id]
    assert sent.state is MessageState.SENT
