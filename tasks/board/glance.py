# SPDX-License-Identifier: EUPL-1.2
"""One look at the board that tells whether somebody or something changed it since it was right.

It counts the runs of what is owed, by state and by stretches of four weeks, and those of what is
done. What only a reading of every run can show (a name, a text) nobody can change in Prefect's
pages.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from prefect.client.orchestration import PrefectClient

from gehoord.domain.dossier.action import ActionState
from gehoord.store.due import Counted
from gehoord.tasks.board.card import end_of
from gehoord.tasks.board.prefect_api import BOARD_TAG, History, run_history
from gehoord.templates.filters import WITHOUT_DAY, dossier_tag

STRETCH: Final = timedelta(weeks=4)
_DONE: Final = "Completed"
_GONE: Final = "Cancelled"
"""The state of a run without a card, or of one that lapsed: such a run may be there or not."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the board must show of a dossier on a day.

    Attributes:
        start: the moment from which is counted.
        stretches: how many stretches of four weeks.
        owed: the number of runs of what is still owed, by stretch and state.
        undated: how many actions are owed without a day; their runs stand at whatever moment they
            were made, as do those of the next.
        done: how many actions are done.
    """

    start: datetime
    stretches: int
    owed: Counter[tuple[int, str]]
    undated: int
    done: int

    @classmethod
    def of(cls, counted: Iterable[Counted], opened_on: date, on: date) -> "Glance":
        """Return what must be seen when an action due on ``on`` is still in time."""
        known = list(counted)
        days = [opened_on, on, *(line.due_on for line in known if line.due_on)]
        start = datetime.combine(min(days) - timedelta(days=1), time(), UTC)
        owed: Counter[tuple[int, str]] = Counter()
        for due_on, number in _open(known).items():
            if due_on:
                name = "Late" if due_on < on else "Scheduled"
                owed[(end_of(due_on) - start) // STRETCH, name] += number
        until = datetime.combine(max(days) + timedelta(days=2), time(), UTC)
        done = sum(line.number for line in known if line.state is ActionState.DONE)
        return cls(start, -(-(until - start) // STRETCH), owed, _open(known)[None], done)

    def agrees(self, seen: History) -> bool:
        """Whether the board shows what is owed and nothing else, and no less of what is done.

        A completed run without a card is history: there may be more of them.
        """
        made: Counter[str] = Counter()
        for (_, name), number in seen.items():
            made[name] += number
        owed = {key: n for key, n in seen.items() if key[1] not in (_DONE, _GONE, WITHOUT_DAY)}
        is_all_owed = owed == self.owed and made[WITHOUT_DAY] == self.undated
        return is_all_owed and made[_DONE] >= self.done


def _open(known: Iterable[Counted]) -> Counter[date | None]:
    """Return how many actions are open, by their last day."""
    found: Counter[date | None] = Counter()
    for line in known:
        if line.state is ActionState.OPEN:
            found[line.due_on] += line.number
    return found


def falls_late(counted: Iterable[Counted], since: date, on: date) -> bool:
    """Whether a last day passed since the board was right for a day.

    Prefect may show that by itself, but the story on the card does not say so yet.
    """
    return any(day and since <= day < on for day in _open(counted))


async def is_as_left(client: PrefectClient, dossier: str, wanted: Glance) -> bool:
    """Ask once how many runs of a dossier there are, and whether that is as it must be.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    tags = (BOARD_TAG, dossier_tag(dossier))
    seen = await run_history(client, tags, wanted.start, wanted.stretches, STRETCH)
    return wanted.agrees(seen)
