"""What is late: the adviser is told once, and again of what became late anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.message import Message, MessageKind, Topic
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import ADVISER


@dataclass(frozen=True, slots=True)
class LateNews:
    """Everything that is late, of which the adviser was not told all.

    Attributes:
        topic: of the mail that says it.
        late: what is late, the oldest first.
    """

    topic: Topic
    late: tuple[Action, ...]

    @property
    def changes(self) -> Changes:
        """What this news changes: the adviser knows of each that it is late."""
        return Changes.replacing((a, a.told_late()) for a in self.late if not a.is_told_late)


def news_of_late(state: State, earlier: Iterable[Message], on: date) -> LateNews | None:
    """Return what is late, if something is of which the adviser was not told.

    An action that got other days, or is owed again, counts as not told. On a day on which no mail
    is read the news waits.

    Args:
        state: the dossier.
        earlier: the mails about what is late that there are; none is sent twice.
        on: the day; what has its last day before it is late.
    """
    late = sorted(
        (a for a in state.open_actions() if a.is_late(on)), key=lambda a: (a.due_on or on, a.name)
    )
    if all(a.is_told_late for a in late) or reading_day(on) != on:
        return None
    newest = late[-1].due_on
    topic = Topic(
        dossier=state.id,
        kind=MessageKind.LATE,
        recipient=ADVISER,
        due_on=newest,
        edition=sum(message.due_on == newest for message in earlier),
    )
    return LateNews(topic, tuple(late))
