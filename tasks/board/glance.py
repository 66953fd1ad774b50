"""One look at the board that tells whether somebody or something changed it since it was right.

It counts the runs of what is owed, by state and by stretches of four weeks. What only a reading of
every run can show (a name, a text) nobody can change in Prefect's pages.
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
from gehoord.tasks.board.sync import dossier_tag

STRETCH: Final = timedelta(weeks=4)
_SETTLED: Final = frozenset({"Completed", "Cancelled"})
"""The states of what nobody owes any more: such runs stand at whatever moment they were made."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the board must show of a dossier on a day.

    Attributes:
        start: the moment from which is counted.
        stretches: how many stretches of four weeks.
        runs: the number of runs of what is still owed, by stretch and state.
    """

    start: datetime
    stretches: int
    runs: Counter[tuple[int, str]]

    @classmethod
    def of(cls, counted: Iterable[Counted], on: date) -> "Glance":
        """Return what must be seen when an action due on ``on`` is still in time."""
        known = list(counted)
        days = [on, *(line.due_on for line in known)]
        start = datetime.combine(min(days) - timedelta(days=1), time(), UTC)
        runs: Counter[tuple[int, str]] = Counter()
        for line in known:
            if line.state is ActionState.OPEN:
                name = "Late" if line.due_on < on else "Scheduled"
                runs[(end_of(line.due_on) - start) // STRETCH, name] += line.number
        until = datetime.combine(max(days) + timedelta(days=2), time(), UTC)
        return cls(start, -(-(until - start) // STRETCH), runs)

    def agrees(self, seen: History) -> bool:
        """Whether the board shows this and nothing else."""
        owed = {key: number for key, number in seen.items() if key[1] not in _SETTLED}
        return owed == self.runs


async def is_as_left(client: PrefectClient, dossier: str, wanted: Glance) -> bool:
    """Ask once how many runs of a dossier there are, and whether that is as it must be.

    Raises:
        PrefectAnswerError: Prefect did not answer.
    """
    tags = (BOARD_TAG, dossier_tag(dossier))
    seen = await run_history(client, tags, wanted.start, wanted.stretches, STRETCH)
    return wanted.agrees(seen)
