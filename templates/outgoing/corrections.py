# SPDX-License-Identifier: EUPL-1.2
"""The letters that tell who has a letter that does not hold that it does not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.addressees import Recipient, recipients
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.eenheid.eenheid import (
    BURGEMEESTERS,
    COUNCILS,
    GRIFFIES,
    HOOFDOFFICIER,
    KORPSCHEF,
    MINISTER,
    REGIOBURGEMEESTER,
    SAFETY_OFFICIALS,
)
from gehoord.domain.outgoing.wrong_letters import WrongLetters
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing


def notices_of_correction(
    post: Outgoing, wrong: WrongLetters, earlier: Mapping[str, int]
) -> Iterator[Message]:
    """Yield to everybody who has a letter that does not hold that it does not, and why.

    It goes to where that letter went.

    Args:
        post: the dossier and the day.
        wrong: which letters, and who has them.
        earlier: how many such notices each recipient had before, by his key.
    """
    known = {to.id: to for to in recipients(post.state, _parties(post, wrong))}
    for key, letters in wrong.left.items():
        last = letters[-1]
        to = known.get(key, Recipient(key, "", key, last.address, last.municipality))
        topic = Topic(
            dossier=post.state.id,
            kind=MessageKind.CORRECTION,
            recipient=key,
            letter=Letter.CORRECTION,
            step=last.step,
            municipality=last.municipality,
            edition=earlier.get(key, 0) + 1,
        )
        said = replace(
            post.to(to.name, to.party),
            wrong_letters=_named(letters),
            is_wrong=wrong.news.told,
            note=wrong.news.reason,
        )
        yield post.message(topic, last.address, letter(Letter.CORRECTION, said))


def _parties(post: Outgoing, wrong: WrongLetters) -> list[str]:
    """Return the parties that the letters were for, those of the steps first."""
    steps = [step for step in post.state.as_opened.steps if step.id in wrong.news.steps]
    return [*(party for step in steps for party in step.to), *_TOLD]


def _named(letters: Sequence[Message]) -> tuple[str, ...]:
    return tuple(f"{m.subject} ({day_in_words(m.created_on)})" for m in letters)


_TOLD: Final = (
    COUNCILS,
    GRIFFIES,
    BURGEMEESTERS,
    SAFETY_OFFICIALS,
    REGIOBURGEMEESTER,
    HOOFDOFFICIER,
    KORPSCHEF,
    MINISTER,
)
