# SPDX-License-Identifier: EUPL-1.2
"""Letters that tell what was recorded by mistake: who has one, and who hears that it is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gehoord.calendar.dutch import alphabetical, counted, enumeration
from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.errors import RefusedError


@dataclass(frozen=True, slots=True)
class WrongLetters:
    """What left of the letters that do not hold, and what did not.

    Attributes:
        news: what does not hold.
        waiting: letters that did not leave; they never do.
        left: those that did, of each recipient together.
    """

    news: LettersWrong
    waiting: tuple[Message, ...]
    left: Mapping[str, tuple[Message, ...]]

    def in_words(self, names: Mapping[str, str]) -> str:
        """Return in Dutch who has such a letter, and who tells them; empty when nobody has.

        Args:
            names: of everybody who gets letters, by his key.
        """
        if not self.left:
            return ""
        who = enumeration(alphabetical(names.get(key, key) for key in self.left))
        had = f"{counted(len(self.left), 'ontvanger heeft', 'ontvangers hebben')} al een brief"
        if self.news.is_written:
            return f"{had} en krijgen bericht dat die niet klopt: {who}."
        return f"{had} die niet klopt. Schrijf dat zelf aan {who}."


def news_of_wrong_letters(act: Act) -> LettersWrong | None:
    """Return which letters do not hold by an act, if some do not."""
    return next((news for news in act.news if isinstance(news, LettersWrong)), None)


def wrong_letters(
    news: LettersWrong, messages: Iterable[Message], entries: Iterable[JournalEntry]
) -> WrongLetters:
    """Return the letters that tell what was recorded by mistake.

    Args:
        news: what does not hold.
        messages: all messages of the dossier.
        entries: its journal, in order: a letter from before that was recorded told no such thing.
    """
    later = _after(news.since, entries)
    wrong = sorted(
        (m for m in messages if m.id in later and _tells(news, m)),
        key=lambda m: (m.created_on, m.id),
    )
    left: dict[str, tuple[Message, ...]] = {}
    for message in wrong:
        if message.has_left:
            left[message.recipient] = (*left.get(message.recipient, ()), message)
    return WrongLetters(news, tuple(m for m in wrong if not m.has_left), left)


def refuse_what_stands(wrong: WrongLetters) -> None:
    """Refuse to take back what a letter made so, once such a letter left.

    Raises:
        RefusedError: says what to do instead.
    """
    left = {message.step for letters in wrong.left.values() for message in letters}
    if left & wrong.news.stands_by:
        raise RefusedError(wrong.news.stands)


def _tells(news: LettersWrong, message: Message) -> bool:
    if news.is_of_change:
        return message.kind is MessageKind.CHANGED
    if not news.steps:
        return message.kind is MessageKind.PRIORITY
    return message.kind is MessageKind.LETTER and message.step in news.steps


def _after(key: str, entries: Iterable[JournalEntry]) -> set[str]:
    """Return what the journal first spoke of together with an object, or later, by id."""
    found: set[str] = set()
    earlier: set[str] = set()
    for entry in entries:
        spoken = {identifier for _, identifier in changes_of(entry) or {}}
        if found or key in spoken:
            found |= spoken - earlier
        else:
            earlier |= spoken
    return found
