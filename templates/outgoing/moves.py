"""The mails that tell griffies that a day they were told has moved."""

from collections.abc import Iterator

from gehoord.domain.acts.act import DaysMoved
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.templates.correspondence import moved
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def notices_of_move(post: Outgoing, news: DaysMoved) -> Iterator[Message]:
    """Yield a message to each griffie that was told another day before."""
    for action in post.state.open_actions():
        if action.id not in news.old or action.municipality is None:
            continue
        municipality = post.state.municipality(action.municipality)
        rendered = moved(
            post.to(municipality.name),
            action=action.title,
            old=news.old[action.id],
            new=When.promised_of(action.days),
            reason=news.reason,
        )
        topic = Topic(
            dossier=post.state.id,
            kind=MessageKind.MOVED,
            recipient=municipality.code,
            step=action.step,
            owner=action.owner,
            municipality=municipality.code,
            due_on=action.due_on,
            cause=news.step,
            edition=action.sequence,
        )
        calendar = post.calendar(municipality.code)
        yield post.message(topic, municipality.griffie_address or "", rendered, calendar)
