# SPDX-License-Identifier: EUPL-1.2
"""The mail in which whoever asked something of the adviser reads his answer."""

from collections.abc import Iterator

from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.request import PartyRequest, RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import GRIFFIES
from gehoord.domain.proposal.step import REQUEST_ANSWER
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.replies import replied


def notice_of_reply(post: Outgoing, identifier: str, edition: int) -> Iterator[Message]:
    """Yield the answer to a request, to whoever made it and to nobody else.

    Args:
        post: the dossier and the day.
        identifier: of the request.
        edition: which answer to it this is, from 1.
    """
    asked = post.state.requests.one(identifier)
    if asked is None:
        return
    found = post.state.municipalities.where(code=asked.owner)
    party, _, code = asked.recipient.rpartition(" ")
    party = party or (GRIFFIES if found else code)
    municipality = found[0] if found else None
    address = (municipality or post.state.eenheid).address_of(party)
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.REPLY,
        recipient=asked.recipient,
        step=REQUEST_ANSWER,
        municipality=municipality.code if municipality else None,
        rung=str(asked.number),
        edition=edition,
    )
    rendered = replied(
        post.to(municipality.name if municipality else asked.name, party),
        asked=asked.what if asked.is_about_hearing else "",
        asked_on=asked.asked_on,
        text=asked.text,
        reply=asked.state,
        answer=asked.answer,
        by_committee=asked.question is RequestKind.COMMITTEE,
        last_day=_last_day(post.state, asked),
    )
    message = post.message(topic, address, rendered)
    yield message.model_copy(update={"facts": (asked.id,)})


def _last_day(state: State, asked: PartyRequest) -> str:
    """Return until when the council of who asked may answer; empty where it is not waited for."""
    waits = state.hearings.where(municipality=asked.owner, state=HearingState.INVITED)
    due = waits[0].due if waits and asked.is_about_hearing else None
    return due.in_words if due else ""
