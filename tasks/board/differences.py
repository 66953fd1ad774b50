# SPDX-License-Identifier: EUPL-1.2
"""Where the board and the register differ, and the state that mends it. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from gehoord.domain.dossier.action import ActionState
from gehoord.tasks.board.card import Card
from gehoord.tasks.board.prefect_api import Run
from gehoord.templates import cards as says
from gehoord.templates.filters import WITHOUT_DAY

_SETTLED: Final = frozenset({"COMPLETED", "CANCELLED"})


class Repair(StrEnum):
    """What can bring a run in line with its card; ``TELL`` is of its story (`stories`)."""

    CREATE = "create"
    RESCHEDULE = "reschedule"
    RENAME = "rename"
    MARK_LATE = "mark_late"
    REOPEN = "reopen"
    COMPLETE = "complete"
    CANCEL = "cancel"
    TELL = "tell"


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
    kept = {card.key for card in cards}
    found = [item for card in cards for item in _of_card(card, by_key.get(card.key), on, tags)]
    return found + [
        Difference(Repair.CANCEL, run.key or str(run.id), run=run)
        for run in runs
        if run.key not in kept and run.state_type not in _SETTLED
    ]


def _of_card(card: Card, run: Run | None, on: date, tags: Collection[str]) -> Iterator[Difference]:
    if run is None:
        if card.state is not ActionState.LAPSED:
            yield Difference(Repair.CREATE, card.key, card)
        return
    repair = _repair(card, run, on)
    if repair:
        yield Difference(repair, card.key, card, run)
    if repair is not Repair.RESCHEDULE and not _bears_label(run, card, tags):
        yield Difference(Repair.RENAME, card.key, card, run)


def _bears_label(run: Run, card: Card, tags: Collection[str]) -> bool:
    return (
        run.name == card.name and run.tags == frozenset((*card.tags, *tags)) and not run.parameters
    )


def _repair(card: Card, run: Run, on: date) -> Repair | None:
    """Return what must happen to the state of this run, if anything."""
    if card.state is ActionState.DONE:
        return None if run.state_type == "COMPLETED" else Repair.COMPLETE
    if card.state is ActionState.LAPSED:
        return None if run.state_type == "CANCELLED" else Repair.CANCEL
    return _repair_of_owed(card, run, on)


def _repair_of_owed(card: Card, run: Run, on: date) -> Repair | None:
    # Prefect fixes the planned moment when a run is made and counts lateness from it for ever, so
    # a run on another day can only be replaced. One that was settled keeps the moment of that, and
    # the pages show it there: what is owed again gets a new run too.
    if card.due_on is None:
        is_waiting = (run.state_type, run.state_name) == ("PENDING", WITHOUT_DAY)
        return None if is_waiting else Repair.RESCHEDULE
    if run.planned_on != card.due_on or run.state_type in _SETTLED:
        return Repair.RESCHEDULE
    if card.due_on < on:
        return None if run.is_shown("Late") else Repair.MARK_LATE
    return None if run.is_shown("Scheduled") or _was_marked_by_clock(run) else Repair.REOPEN


def _was_marked_by_clock(run: Run) -> bool:
    """Whether Prefect's own service marked it late: it would do so again, so that mark stays.

    One that was set before its moment comes from a day that was only tried out, and goes.
    """
    planned = run.planned_at
    return run.is_shown("Late") and planned is not None and run.state_at >= planned


def state_for(repair: Repair, card: Card | None, on: date) -> dict[str, Any]:
    """Return the state as Prefect reads it.

    Its names are Prefect's own: the filters of the UI go by name, and would miss another one.
    A late mark drops the spread, so that one request serves all cards of a day.
    """
    if card is None or card.state is ActionState.LAPSED:
        reason = says.LAPSED if card else says.UNKNOWN
        return {"type": "CANCELLED", "name": "Cancelled", "message": reason}
    if card.state is ActionState.DONE:
        return {"type": "COMPLETED", "name": "Completed", "message": says.DONE}
    if card.due_on is None or card.moment is None:
        message = says.owed(card.days, late=False)
        return {"type": "PENDING", "name": WITHOUT_DAY, "message": message}
    late = card.due_on < on
    moment = card.moment.replace(second=0) if repair is Repair.MARK_LATE else card.moment
    return {
        "type": "SCHEDULED",
        "name": "Late" if late else "Scheduled",
        "message": says.owed(card.days, late=late),
        "state_details": {"scheduled_time": moment.isoformat()},
    }
