"""The mails that tell griffies and burgemeesters that a day they were told has moved."""

from collections.abc import Iterator

from gehoord.domain.acts.act import DaysMoved
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, SAFETY_OFFICIALS, recipient_of
from gehoord.templates.correspondence import moved
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def notices_of_move(post: Outgoing, news: DaysMoved) -> Iterator[Message]:
    """Yield a message to everybody in a municipality who was told another day before."""
    for action in post.state.open_actions():
        if action.id in news.old and action.municipality is not None:
            municipality = post.state.municipality(action.municipality)
            for party in readers(post.state, action):
                yield _message(post, news, action, municipality, party)


def readers(state: State, action: Action) -> Iterator[str]:
    """Yield who owes it, and who else in a municipality had a letter of this procedure."""
    steps = state.as_opened.steps
    owner = state.as_opened.step(action.step).owner
    yield owner
    for party in (BURGEMEESTERS, SAFETY_OFFICIALS):
        had_letter = any(party in step.to and state.is_finished(step.id) for step in steps)
        if had_letter and party != owner:
            yield party


def _message(
    post: Outgoing, news: DaysMoved, action: Action, municipality: FrozenMunicipality, party: str
) -> Message:
    rendered = moved(
        post.to(municipality.name, party),
        action=action.title,
        old=news.old[action.id],
        new=When.promised_of(action.days),
        reason=news.reason,
    )
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.MOVED,
        recipient=recipient_of(party, municipality.code),
        step=action.step,
        owner=action.owner,
        municipality=municipality.code,
        due_on=action.due_on,
        cause=news.step,
        edition=action.sequence,
    )
    calendar = post.calendar(municipality.code)
    return post.message(topic, municipality.address_of(party), rendered, calendar)
