"""A card of the board: one action, the run it should be, and where the two differ. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.tasks.board.prefect_api import PEOPLE_PARAMETERS, Run


class CardState(StrEnum):
    """How an action stands in the register."""

    OPEN = "open"
    DONE = "done"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Card:
    """One action as the board shows it.

    ``key`` never changes (it is the idempotency key of the run); ``due_on`` is the last day on
    which the action is in time; ``spread_seconds`` (0 to 59) keeps cards of one day from falling
    late at one moment; ``parameters`` are the lines a reader of the run sees, under the names of
    ``PEOPLE_PARAMETERS``. ``due`` is by when it is due, in words; without ``names_day`` these are a
    month or an approximation.

    Raises:
        ValueError: the spread does not fit in the last minute of the day, or a line has another
            name.
    """

    key: str
    name: str
    due_on: date
    tags: tuple[str, ...]
    state: CardState
    spread_seconds: int = 0
    parameters: Mapping[str, str] = field(default_factory=dict)
    due: str = ""
    names_day: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.spread_seconds < 60:
            raise ValueError(
                f"Spreiding van {self.key}: {self.spread_seconds} seconden valt niet in de laatste "
                "minuut van de dag; neem 0 tot en met 59."
            )
        if unknown := self.parameters.keys() - PEOPLE_PARAMETERS:
            raise ValueError(
                f"De kaart {self.key} heeft onbekende regels: {', '.join(sorted(unknown))}; "
                f"gebruik alleen {', '.join(sorted(PEOPLE_PARAMETERS))}."
            )

    @property
    def moment(self) -> datetime:
        """The end of the last day in Amsterdam, in UTC."""
        end = time(23, 59, self.spread_seconds)
        return datetime.combine(self.due_on, end, AMSTERDAM).astimezone(UTC)


class Change(StrEnum):
    """What the board can lack compared with the register."""

    CREATE = "create"
    RESCHEDULE = "reschedule"
    RENAME = "rename"
    MARK_LATE = "mark_late"
    REOPEN = "reopen"
    COMPLETE = "complete"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing to write: a card without its run, a run without its card, or the two apart."""

    change: Change
    key: str
    card: Card | None = None
    run: Run | None = None


def differences(
    cards: Sequence[Card], runs: Sequence[Run], on: date, tags: Collection[str] = ()
) -> list[Difference]:
    """Compare the board with the register as of day ``on`` (a card due on ``on`` is in time).

    ``tags`` are those every run bears besides the card's own. A lapsed card without a run is in
    order; a completed run without a card is history and stays.
    """
    by_key = {run.key: run for run in runs}
    found: list[Difference] = []
    for card in cards:
        run = by_key.pop(card.key, None)
        if run is None:
            if card.state is not CardState.LAPSED:
                found.append(Difference(Change.CREATE, card.key, card))
            continue
        change = _change(card, run, on)
        if change:
            found.append(Difference(change, card.key, card, run))
        if change is not Change.RESCHEDULE and not _bears_label(run, card, tags):
            found.append(Difference(Change.RENAME, card.key, card, run))
    kept = {card.key for card in cards}
    found += [
        Difference(Change.CANCEL, run.key or str(run.id), run=run)
        for run in runs
        if run.key not in kept and run.state_type not in {"COMPLETED", "CANCELLED"}
    ]
    return found


def _bears_label(run: Run, card: Card, tags: Collection[str]) -> bool:
    return (
        run.name == card.name
        and run.tags == frozenset((*card.tags, *tags))
        and dict(run.parameters) == dict(card.parameters)
    )


def _change(card: Card, run: Run, on: date) -> Change | None:
    """Return what must happen to the state of this run, if anything."""
    if card.state is CardState.DONE:
        return None if run.state_type == "COMPLETED" else Change.COMPLETE
    if card.state is CardState.LAPSED:
        return None if run.state_type == "CANCELLED" else Change.CANCEL
    # Prefect fixes the planned moment when a run is made and counts lateness from it for ever, so
    # a run on another day can only be replaced.
    if run.planned_at is None or run.planned_at.astimezone(AMSTERDAM).date() != card.due_on:
        return Change.RESCHEDULE
    shown = run.state_name if run.state_type == "SCHEDULED" else None
    if card.due_on < on:
        return None if shown == "Late" else Change.MARK_LATE
    # Prefect's own service marks late by the clock, and would do so again: such a mark stays. One
    # set before its moment comes from a day that was only tried out, and goes.
    if shown == "Scheduled" or (shown == "Late" and run.state_at >= run.planned_at):
        return None
    return Change.REOPEN


def state_for(change: Change, card: Card | None, on: date) -> dict[str, Any]:
    """Return the state as Prefect reads it.

    Its names are Prefect's own: the filters of the UI go by name, and would miss another one.
    A late mark drops the spread, so that one request serves all cards of a day.
    """
    if card is None or card.state is CardState.LAPSED:
        reason = "De actie is vervallen." if card else "De actie staat niet meer in het register."
        return {"type": "CANCELLED", "name": "Cancelled", "message": reason}
    if card.state is CardState.DONE:
        return {"type": "COMPLETED", "name": "Completed", "message": "De actie is gedaan."}
    late = card.due_on < on
    passed = ": die dag is voorbij." if card.names_day else ": volgens de planning voorbij."
    moment = card.moment.replace(second=0) if change is Change.MARK_LATE else card.moment
    return {
        "type": "SCHEDULED",
        "name": "Late" if late else "Scheduled",
        "message": (card.due or f"Uiterlijk {day_in_words(card.due_on)}") + passed * late,
        "state_details": {"scheduled_time": moment.isoformat()},
    }
