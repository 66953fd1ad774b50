# SPDX-License-Identifier: EUPL-1.2
"""Letters that tell what was recorded by mistake: found in the register, and put right."""

from collections import Counter
from collections.abc import Iterator

from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.names import names
from gehoord.domain.outgoing.wrong_letters import (
    WrongLetters,
    news_of_wrong_letters,
    refuse_what_stands,
    wrong_letters,
)
from gehoord.store.register import Change
from gehoord.templates.outgoing.corrections import notices_of_correction
from gehoord.templates.outgoing.outgoing import Outgoing


def letters_that_are_wrong(change: Change, act: Act) -> str:
    """Return in Dutch who has a letter that does not hold by an act; empty when nobody has.

    Raises:
        RefusedError: the act cannot be, once such a letter left.
    """
    news = news_of_wrong_letters(act)
    if news is None:
        return ""
    wrong = found_wrong(change, news)
    refuse_what_stands(wrong)
    return wrong.in_words(names(change.state()))


def found_wrong(change: Change, news: LettersWrong) -> WrongLetters:
    """Return the letters of a dossier that tell what was recorded by mistake."""
    dossier = change.dossier_id
    return wrong_letters(news, change.all(Message, dossier), change.all(JournalEntry, dossier))


def corrections(change: Change, post: Outgoing, news: LettersWrong) -> Iterator[Message]:
    """Yield what Gehoord writes to who has a letter that does not hold, if it writes at all."""
    if news.is_written:
        told = change.all(Message, change.dossier_id, kind=MessageKind.CORRECTION)
        earlier = Counter(message.recipient for message in told)
        yield from notices_of_correction(post, found_wrong(change, news), earlier)
