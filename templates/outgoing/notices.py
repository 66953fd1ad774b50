# SPDX-License-Identifier: EUPL-1.2
"""The letters of a notice: one for each addressee, with its calendar and its document."""

from collections.abc import Iterator, Mapping
from typing import Final

from gehoord.domain.dossier.addressees import Recipient, recipients
from gehoord.domain.dossier.message import Attachment, Message, MessageKind, Topic
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing, carried_by, document_of

_WITH_CALENDAR: Final = (Letter.RESERVE_TIME, Letter.ONTWERP)


def notices(
    post: Outgoing, planned: PlannedStep, rounds: Mapping[str, int] | None = None
) -> Iterator[Message]:
    """Yield the messages of one notice, one for each addressee.

    Args:
        post: the dossier and the day.
        planned: the step of the notice.
        rounds: which councils are asked about the ontwerp now and for which time, by the code of
            their municipality; nobody in another municipality gets anything. An office or a body
            gets each ontwerp once.
    """
    for to in recipients(post.state, planned.step.to):
        if rounds is None:
            yield from _notice(post, planned, to, None)
        elif to.municipality is None and rounds:
            yield from _notice(post, planned, to, 1)
        elif number := rounds.get(to.municipality or ""):
            yield from _notice(post, planned, to, number)


def _notice(
    post: Outgoing, planned: PlannedStep, to: Recipient, number: int | None
) -> Iterator[Message]:
    kind = planned.step.letter
    if kind is None:
        return
    carried = carried_by(post.state, planned.step)
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.LETTER,
        recipient=to.id,
        letter=kind,
        step=planned.id,
        municipality=to.municipality,
        version=carried.number if isinstance(carried, DraftVersion) else None,
        round=number,
    )
    attachments: list[Attachment] = document_of(carried, _NAMES.get(kind, ""))
    if kind in _WITH_CALENDAR and to.municipality:
        attachments.append(post.calendar(to.municipality))
    yield post.message(topic, to.address, letter(kind, post.about(planned, to)), *attachments)


_NAMES: Final = {
    Letter.ONTWERP: "ontwerp",
    Letter.ADOPTION: "beleidsplan",
    Letter.ANNOUNCEMENT: "beleidsplan",
    Letter.SEND_OUT: "beleidsplan",
    Letter.JAARVERSLAG: "jaarverslag",
}
"""What a document is called in the letter that carries it."""
