# SPDX-License-Identifier: EUPL-1.2
"""What a party asks of the adviser, and what he answers."""

from datetime import date

from gehoord.domain.acts.report import RequestAnswered, Requested
from gehoord.domain.dossier.request import Reply, RequestKind
from tests.story import ASKED

WANTED = date(2027, 10, 21)
WHY = "De raad vergadert pas een week later."


def asks(
    question: RequestKind = RequestKind.RESPITE,
    who: str = "Texel",
    until: date | None = WANTED,
    on: date = ASKED,
    text: str = WHY,
) -> Requested:
    wanted = until if question is RequestKind.RESPITE else None
    return Requested(on=on, who=who, question=question, until=wanted, text=text)


def answers(
    request: str = "1",
    reply: Reply = Reply.DENIED,
    on: date = ASKED,
    text: str = "Dan is er geen tijd meer om te wegen.",
) -> RequestAnswered:
    return RequestAnswered(on=on, request=request, reply=reply, text=text)
