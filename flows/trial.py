# SPDX-License-Identifier: EUPL-1.2
"""Proefbrief: the adviser sends a letter to himself, as it would be for one recipient."""

from datetime import date

from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.drafted import addressed, drafted, the_one
from gehoord.tasks.posting import post_of
from gehoord.templates.outgoing.trials import trial


def send_trial(register: Register, dossier: str, step: str, who: str, on: date) -> str:
    """Put one letter in the outbox for the adviser alone, and return what he reads of it.

    Args:
        register: where the dossier is kept.
        dossier: its name.
        step: the step of the letter.
        who: the recipient for whom it is made; the first one when empty.
        on: today.

    Raises:
        GehoordError: it is no step with a letter, or the letter does not go to that recipient.
    """
    with register.reading() as reader:
        state = state_of(reader, dossier)
        the_one(addressed(drafted(reader, state, step, on), state, who), who)
    text = f"{step}, aan {who}" if who else step
    with register.changing(dossier, on, "adviseur", "proefbrief", text) as change:
        state = change.state()
        letter = the_one(addressed(drafted(change, state, step, on, page=False), state, who), who)
        earlier = change.all(Message, dossier, kind=MessageKind.TRIAL)
        message = trial(post_of(state, on), letter, len(earlier) + 1)
        change.send([message])
    return f"Een proef gaat naar u alleen: {message.subject}"
