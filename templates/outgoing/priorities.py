# SPDX-License-Identifier: EUPL-1.2
"""The letters that tell that another theme has priority while the plan runs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gehoord.domain.acts.act import PriorityGiven
from gehoord.domain.dossier.addressees import recipients
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, COUNCILS, HOOFDOFFICIER, KORPSCHEF
from gehoord.domain.proposal.step import Letter
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When

_TOLD: Final = (COUNCILS, BURGEMEESTERS, HOOFDOFFICIER, KORPSCHEF)


def notices_of_priority(post: Outgoing, news: PriorityGiven) -> Iterator[Message]:
    """Yield to every council, every burgemeester and both offices what has priority, and why."""
    for to in recipients(post.state, _TOLD):
        said = replace(
            post.to(to.name, to.party),
            themes_on=When.on(news.besluit.taken_on),
            themes_in=news.comes,
            themes_out=news.goes,
            note=news.reason,
        )
        topic = Topic(
            dossier=post.state.id,
            kind=MessageKind.PRIORITY,
            recipient=to.id,
            letter=Letter.PRIORITY,
            municipality=to.municipality,
            edition=int(news.besluit.id.rpartition("/")[2]),
        )
        yield post.message(topic, to.address, letter(Letter.PRIORITY, said))
