# SPDX-License-Identifier: EUPL-1.2
"""A card of the board: one action, and the run it should be. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from gehoord.calendar.due import Stretch
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import ActionState


@dataclass(frozen=True, slots=True)
class Card:
    """One action as the board shows it.

    ``key`` never changes (it is the idempotency key of the run); ``days`` are those of the action
    as they were worked out, if it has any; ``spread_seconds`` (0 to 59) keeps cards of one day from
    falling late at one moment.

    Raises:
        ValueError: the spread does not fit in the last minute of the day.
    """

    key: str
    name: str
    days: Stretch | None
    tags: tuple[str, ...]
    state: ActionState
    spread_seconds: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.spread_seconds < 60:
            raise ValueError(
                f"Spreiding van {self.key}: {self.spread_seconds} seconden valt niet in de laatste "
                "minuut van de dag; neem 0 tot en met 59."
            )

    @property
    def due_on(self) -> date | None:
        """The last day on which the action is in time; nothing when it has none."""
        return self.days.last.day if self.days else None

    @property
    def moment(self) -> datetime | None:
        """The end of the last day in Amsterdam, in UTC; nothing when there is none."""
        return end_of(self.due_on, self.spread_seconds) if self.due_on else None


def end_of(day: date, second: int = 0) -> datetime:
    """Return the last minute of a day in Amsterdam, in UTC."""
    return datetime.combine(day, time(23, 59, second), AMSTERDAM).astimezone(UTC)
