"""Where the board and the register differ, and the state that mends it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.action import ActionState
from gehoord.tasks.board.card import Card
from gehoord.tasks.board.prefect_api import Run


class Repair(StrEnum):
    """What can bring a run in line with its card."""

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

    repair: Repair
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
            if card.state is not ActionState.LAPSED:
                found.append(Difference(Repair.CREATE, card.key, card))
            continue
        repair = _repair(card, run, on)
        if repair:
            found.append(Difference(repair, card.key, card, run))
        if repair is not Repair.RESCHEDULE and not _bears_label(run, card, tags):
            found.append(Difference(Repair.RENAME, card.key, card, run))
    kept = {card.key for card in cards}
    found += [
        Difference(Repair.CANCEL, run.key or str(run.id), run=run)
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


def _repair(card: Card, run: Run, on: date) -> Repair | None:
    """Return what must happen to the state of this run, if anything."""
    if card.state is ActionState.DONE:
        return None if run.state_type == "COMPLETED" else Repair.COMPLETE
    if card.state is ActionState.LAPSED:
        return None if run.state_type == "CANCELLED" else Repair.CANCEL
    # Prefect fixes the planned moment when a run is made and counts lateness from it for ever, so
    # a run on another day can only be replaced.
    if run.planned_at is None or run.planned_at.astimezone(AMSTERDAM).date() != card.due_on:
        return Repair.RESCHEDULE
    shown = run.state_name if run.state_type == "SCHEDULED" else None
    if card.due_on < on:
        return None if shown == "Late" else Repair.MARK_LATE
    # Prefect's own service marks late by the clock, and would do so again: such a mark stays. One
    # set before its moment comes from a day that was only tried out, and goes.
    if shown == "Scheduled" or (shown == "Late" and run.state_at >= run.planned_at):
        return None
    return Repair.REOPEN


def state_for(repair: Repair, card: Card | None, on: date) -> dict[str, Any]:
    """Return the state as Prefect reads it.

    Its names are Prefect's own: the filters of the UI go by name, and would miss another one.
    A late mark drops the spread, so that one request serves all cards of a day.
    """
    if card is None or card.state is ActionState.LAPSED:
        reason = "De actie is vervallen." if card else "De actie staat niet meer in het register."
        return {"type": "CANCELLED", "name": "Cancelled", "message": reason}
    if card.state is ActionState.DONE:
        return {"type": "COMPLETED", "name": "Completed", "message": "De actie is gedaan."}
    late = card.due_on < on
    passed = ": die dag is voorbij." if card.stretch.names_day else ": volgens de planning voorbij."
    moment = card.moment.replace(second=0) if repair is Repair.MARK_LATE else card.moment
    return {
        "type": "SCHEDULED",
        "name": "Late" if late else "Scheduled",
        "message": card.due_in_words + passed * late,
        "state_details": {"scheduled_time": moment.isoformat()},
    }
