"""The mails with which a draft goes to those who read along."""

from collections.abc import Iterable, Iterator

from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.circulated import critics, version_before
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.nearby import folded
from gehoord.domain.outgoing.review_reminders import RUNG, ReviewReminder
from gehoord.templates.drafts import DraftTold, ReviewAwaited, draft_to_read, response_awaited
from gehoord.templates.outgoing.outgoing import Outgoing, document_of


def drafts_to_read(post: Outgoing, circulation: Circulation) -> Iterator[Message]:
    """Yield a message with the draft for each who reads along.

    Args:
        post: the dossier and the day.
        circulation: what goes out, and to whom.

    Law: Politiewet 2012, art. 38b lid 2: it is no hearing of a council.
    """
    version = post.state.versions.one(circulation.version)
    if version is None:
        return
    told = _told(post.state, circulation, version)
    critical = _critical_of_the_last(post.state, version)
    for reader in circulation.sent_to:
        to = addressee_of(post.state, reader.recipient)
        asked = told._replace(was_critical=folded(reader.name) in critical)
        rendered = draft_to_read(post.to(to.name, to.party), asked)
        attached = document_of(version, "concept")
        topic = topic_of(post.state, circulation, version, reader)
        yield post.message(topic, reader.address, rendered, *attached)


def review_reminders(post: Outgoing, found: Iterable[ReviewReminder]) -> Iterator[Message]:
    """Yield a message to each reader who did not respond yet; the draft itself he has.

    Args:
        post: the dossier and the day.
        found: who is reminded, and of what.
    """
    for circulation, reader in found:
        version = post.state.versions.one(circulation.version)
        if version is None or circulation.respond_by is None:
            continue
        to = addressee_of(post.state, reader.recipient)
        told = ReviewAwaited(version, circulation.sent_on, circulation.respond_by)
        rendered = response_awaited(post.to(to.name, to.party), told)
        topic = topic_of(post.state, circulation, version, reader)
        reminding = topic.model_copy(update={"rung": RUNG})
        yield post.message(reminding, to.address or reader.address, rendered)


def topic_of(
    state: State, circulation: Circulation, version: DraftVersion, reader: SentTo
) -> Topic:
    """Return what the message to one reader is about: one for each time that it is sent."""
    owners = {action.owner for action in state.actions.where(step=circulation.step)}
    return Topic(
        dossier=state.id,
        kind=MessageKind.DRAFT,
        recipient=reader.recipient,
        step=circulation.step,
        owner=next(iter(owners)) if len(owners) == 1 else None,
        municipality=addressee_of(state, reader.recipient).municipality,
        version=version.number,
        due_on=circulation.respond_by,
        edition=circulation.number,
    )


def _told(state: State, circulation: Circulation, version: DraftVersion) -> DraftTold:
    before = version_before(state, version)
    promised = [each for each in version.follows if not state.is_finished(each.step)]
    return DraftTold(
        version=version,
        before=before,
        respond_by=circulation.respond_by,
        is_voluntary=circulation.is_voluntary,
        follows=tuple(each.in_words for each in promised),
    )


def _critical_of_the_last(state: State, version: DraftVersion) -> set[str]:
    before = version_before(state, version)
    return {folded(name) for name in critics(state, before)} if before else set()
