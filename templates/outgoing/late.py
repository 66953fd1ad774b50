"""The mail in which the adviser reads what is late."""

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.proposed import has_proposed_day
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.domain.outgoing.late import LateNews
from gehoord.templates.correspondence import late_digest
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def digest_of_late(post: Outgoing, news: LateNews) -> Message:
    """Return the message to the adviser about everything that is late."""
    lines = [
        (
            _named(post.state, a),
            When.on(a.due_on) if a.due_on and a.names_day else When.promised_of(a.days),
        )
        for a in news.late
    ]
    address = post.state.eenheid.address_of(ADVISER)
    return post.message(news.topic, address, late_digest(post.to(OFFICES[ADVISER]), late=lines))


def _named(state: State, action: Action) -> str:
    """Return who owes what; of a day that Gehoord proposed it says so."""
    proposed = " (op een voorgestelde dag)" if has_proposed_day(state, action.step) else ""
    return f"{action.owner_name}: {action.title}{proposed}"
