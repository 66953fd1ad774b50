# SPDX-License-Identifier: EUPL-1.2
"""The mail in which the adviser reads what is late, and whom nobody can remind."""

from collections.abc import Iterable, Iterator

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.outgoing.late import LateNews
from gehoord.domain.outgoing.unreached import shortened
from gehoord.templates.digests import LateLine, late_digest
from gehoord.templates.links import Links
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.owners import owner_in_words
from gehoord.templates.when import When
from gehoord.templates.wording import capital


def digest_of_late(post: Outgoing, news: LateNews, links: Links | None = None) -> Message:
    """Return the message to the adviser about everything that is late.

    Args:
        post: of the dossier.
        news: what is late.
        links: where the pages of Prefect are, if that is known.
    """
    rendered = late_digest(
        post.to(OFFICES[ADVISER]),
        new=list(_lines(post.state, news.new)),
        known=list(_lines(post.state, news.known)),
        calls=[f"{call.title}; {call.due_in_words}" for call in news.calls],
        requests=list(_asked(post.state, news.requests)),
        steps=list(dict.fromkeys(call.step for call in news.calls)),
        unreached=shortened(_who(post.state, news.unreached)),
        dossier=post.state.id,
        pages=_pages(links, post.state.id) if links else (),
    )
    message = post.message(news.topic, post.state.eenheid.address_of(ADVISER), rendered)
    return message.model_copy(update={"facts": news.unreached})


def _asked(state: State, requests: Iterable[Action]) -> Iterator[str]:
    """Yield what the adviser is asked, as he names it in his answer, and by when he gives that."""
    for action in requests:
        for asked in state.requests.where(action=action.id):
            yield f"{asked.called}; antwoord {action.due_in_words}"


def _pages(links: Links, dossier: str) -> list[tuple[str, str]]:
    return [
        ("alles wat te laat is", links.late(dossier)),
        ("de stand van zaken", links.standing(dossier)),
    ]


def _lines(state: State, late: Iterable[Action]) -> Iterator[LateLine]:
    for action in late:
        day = When.promised_of(action.days)
        if action.due_on and action.names_day:
            day = When.on(action.due_on)
        yield _named(state, action), day, in_the_way(state, action)


def _named(state: State, action: Action) -> str:
    """Return who owes what; of a day that Gehoord proposed it says so."""
    proposed = " (op een voorgestelde dag)" if has_proposed_day(state, action.step) else ""
    return f"{capital(owner_in_words(state, action))}: {action.title}{proposed}"


def _who(state: State, recipients: Iterable[str]) -> list[str]:
    """Return by name who gets mail under these keys."""
    griffies = {m.code: f"griffie van {m.name}" for m in state.municipalities}
    known = names(state) | griffies
    return [known.get(recipient, recipient) for recipient in recipients]
