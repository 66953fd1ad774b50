"""The mail in which the adviser reads what is late."""

from collections.abc import Iterator

from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.templates.correspondence import late_digest
from gehoord.templates.outgoing.outgoing import Outgoing
from gehoord.templates.when import When


def digest_of_late(post: Outgoing) -> Iterator[Message]:
    """Yield one message to the adviser for each day on which something became late."""
    late = sorted(
        (a for a in post.state.open_actions() if a.is_late(post.on)),
        key=lambda a: (a.due_on, a.name),
    )
    if not late:
        return
    lines = [
        (
            f"{a.owner_name}: {a.title}",
            When.on(a.due_on) if a.names_day else When.promised(a.stretch),
        )
        for a in late
    ]
    topic = Topic(
        dossier=post.state.id,
        kind=MessageKind.LATE,
        recipient=ADVISER,
        due_on=max(a.due_on for a in late),
    )
    yield post.message(topic, "", late_digest(post.to(OFFICES[ADVISER]), late=lines))
