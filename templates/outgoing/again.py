"""A letter that is sent again: word for word the same, with one sentence that says why."""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.message import Message, message_key
from gehoord.domain.outgoing.again import Again
from gehoord.templates.correspondence import LONGEST_SUBJECT
from gehoord.templates.wording import shortened


def sent_again(again: Again, address: str, on: date) -> Message:
    """Return a letter as a new message to another address; what it asks and by when stays.

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
