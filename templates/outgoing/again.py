# SPDX-License-Identifier: EUPL-1.2
"""A letter that is sent again, with one sentence that says why."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.message import (
    LONGEST_SUBJECT,
    Message,
    MessageState,
    Topic,
    message_key,
)
from gehoord.domain.outgoing.again import Again
from gehoord.templates.wording import shortened


def sent_again(again: Again, address: str, on: date) -> Message:
    """Return a letter as a new message to another address; what it asks and by when stays.

    It is word for word the same.

    Args:
        again: the letter, and when it left before.
        address: where it goes now.
        on: the day on which it is put in the outbox.
    """
    why = (
        f"Dit bericht ging op {day_in_words(again.left_on)} naar een ander adres. U krijgt het "
        "hierbij opnieuw; de laatste dag om te antwoorden is niet veranderd."
    )
    return Message(
        **dict(again.topic),
        id=message_key(again.topic),
        address=address,
        subject=shortened(f"Opnieuw verzonden: {again.letter.subject}", LONGEST_SUBJECT),
        body=f"{why}\n\n{again.letter.body}",
        attachments=again.letter.attachments,
        created_on=on,
        thread=again.letter.thread,
        mail_domain=again.letter.mail_domain,
    )


def sent_anew(
    letters: Iterable[Message],
    earlier: Iterable[Message],
    mistaken: Collection[str] = frozenset(),
) -> Iterator[Message]:
    """Yield the letters of a notice of which the sending may have been taken back.

    Who had such a letter gets the one of now in its place; for anybody else it is the first. Where
    that letter was about another besluit, this one is no letter that is sent again.

    Args:
        letters: as they are now, each as if it were the first.
        earlier: the letters of this notice that there are.
        mistaken: those of them about a besluit that was withdrawn since, by id.
    """
    known: dict[str, list[Message]] = {}
    for message in earlier:
        known.setdefault(message.recipient, []).append(message)
    for letter in letters:
        before = sorted(known.get(letter.recipient, []), key=lambda m: m.edition)
        yield _in_the_place_of(before, letter, mistaken) if before else letter


def _in_the_place_of(before: list[Message], letter: Message, mistaken: Collection[str]) -> Message:
    same = {name: getattr(letter, name) for name in Topic.model_fields}
    topic = Topic(**same | {"edition": before[-1].edition + 1})
    anew = letter.model_copy(update={"edition": topic.edition, "id": message_key(topic)})
    left = [m for m in before if m.state in (MessageState.SENT, MessageState.SENDING)]
    if not left:
        return anew
    if left[-1].id in mistaken:
        return anew.model_copy(update={"body": f"{_of_another(left[-1])}\n\n{letter.body}"})
    why = (
        f"U kreeg dit bericht ook op {day_in_words(left[-1].created_on)}. Wat u nu krijgt, komt "
        "daarvoor in de plaats."
    )
    update = {
        "subject": shortened(f"Opnieuw verzonden: {letter.subject}", LONGEST_SUBJECT),
        "body": f"{why}\n\n{letter.body}",
    }
    return anew.model_copy(update=update)


def _of_another(mistaken: Message) -> str:
    return (
        f"Op {day_in_words(mistaken.created_on)} kreeg u hierover ook een brief. Het besluit in "
        "die brief was bij vergissing vastgelegd en is teruggenomen. Deze brief gaat over het "
        "besluit dat nu geldt."
    )
