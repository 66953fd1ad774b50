# SPDX-License-Identifier: EUPL-1.2
"""The Prefect board: every action a person owes is a run that falls *Late* by itself.

The register is the truth. The board is read, compared with the cards, and only the differences
are written, one request after the other; then it is read again, because Prefect's bulk answers can
fail in part and, on an aborted transaction, even call a lost run created.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from prefect.client.orchestration import PrefectClient, get_client

from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.card import Card
from gehoord.tasks.board.differences import Difference, Repair, differences, state_for
from gehoord.tasks.board.people import people_deployment
from gehoord.tasks.board.prefect_api import (
    BOARD_TAG,
    Reasons,
    Run,
    create_runs,
    delete_runs,
    read_runs,
    set_state,
    update_run,
)
from gehoord.templates.filters import dossier_tag

__all__ = [
    "PAUSES",
    "BoardReport",
    "BoardUnreachableError",
    "Card",
    "Failure",
    "sync_board",
]

ROUNDS: Final = 4
TRIES: Final = 3
"""Writes of one difference within a round: SQLite refuses a whole transaction whose snapshot went
stale, and a breath later takes it."""
PAUSES: Final = (0.3, 1.0, 3.0, 6.0)
"""Seconds to wait between tries in a round, and before the second, third and fourth round."""

_UNSEEN: Final = "Prefect nam de wijziging aan, maar toont haar niet"


class BoardUnreachableError(Exception):
    """The board could not be read; nothing is known about it. The text is for the official."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A difference that is still there after the last round, and the last reason given."""

    key: str
    repair: Repair
    reason: str


@dataclass(frozen=True, slots=True)
class BoardReport:
    """What one sync found and did, counted in cards; verified by reading the board again.

    ``rescheduled`` counts runs put back to a (new) day, ``retried`` the writes that were repeated;
    what is in ``failed`` is not as the register has it. ``runs`` holds the run of each key.
    """

    created: int = 0
    rescheduled: int = 0
    renamed: int = 0
    marked_late: int = 0
    completed: int = 0
    cancelled: int = 0
    unchanged: int = 0
    retried: int = 0
    failed: tuple[Failure, ...] = ()
    runs: Mapping[str, UUID] = field(default_factory=dict, compare=False)


@dataclass(slots=True)
class _Board:
    """The board of one dossier during one sync."""

    client: PrefectClient
    on: date
    tags: tuple[str, ...]
    pauses: Sequence[float]

    async def runs(self) -> list[Run]:
        """Read the board, trying again after each pause."""
        for pause in self.pauses[1:ROUNDS]:
            try:
                return await read_runs(self.client, self.tags)
            except PrefectAnswerError:
                await asyncio.sleep(pause)
        try:
            return await read_runs(self.client, self.tags)
        except PrefectAnswerError as error:
            raise BoardUnreachableError(
                f"Het bord in Prefect is niet te lezen ({error}). Kijk of Prefect draait "
                "(`gehoord up`) en haal het bord dan bij met `gehoord board sync`."
            ) from error

    async def write(self, todo: Sequence[Difference]) -> Reasons:
        """Write the differences one after the other; return the reason per key that failed."""
        by_repair: defaultdict[Repair, list[Difference]] = defaultdict(list)
        for item in todo:
            by_repair[item.repair].append(item)
        moved = by_repair.pop(Repair.RESCHEDULE, [])
        missing, renamed = by_repair.pop(Repair.CREATE, []), by_repair.pop(Repair.RENAME, [])
        reasons = await self._delete(moved)
        gone = [item for item in moved if item.key not in reasons]
        reasons |= await self._create([*gone, *missing])
        for items in by_repair.values():
            reasons |= await self._set_states(items)
        return reasons | await self._rename(renamed)

    async def _set_states(self, changed: Sequence[Difference]) -> Reasons:
        """Write one request for all runs that come in the same state."""
        reasons: Reasons = {}
        groups: defaultdict[str, list[Difference]] = defaultdict(list)
        for item in changed:
            groups[repr(state_for(item.repair, item.card, self.on))].append(item)
        for group in groups.values():
            key_of = {item.run.id: item.key for item in group if item.run}
            state = state_for(group[0].repair, group[0].card, self.on)
            refused = await set_state(self.client, list(key_of), state)
            reasons |= {key_of[run]: reason for run, reason in refused.items()}
        return reasons

    async def _rename(self, renamed: Sequence[Difference]) -> Reasons:
        reasons: Reasons = {}
        for item in renamed:
            if item.card and item.run:
                reason = await update_run(self.client, item.run.id, self._label(item.card))
                reasons |= {item.key: reason} if reason else {}
        return reasons

    async def insist(self, todo: Sequence[Difference]) -> tuple[Reasons, int]:
        """Write, and write again what was refused; return all reasons and the number repeated."""
        reasons = refused = await self.write(todo)
        repeated = 0
        for _ in range(TRIES - 1):
            if not (todo := [item for item in todo if item.key in refused]):
                break
            await asyncio.sleep(self.pauses[0])
            repeated += len(todo)
            refused = await self.write(todo)
            reasons |= refused
        return reasons, repeated

    async def _delete(self, moved: Sequence[Difference]) -> Reasons:
        key_of = {item.run.id: item.key for item in moved if item.run}
        refused = await delete_runs(self.client, list(key_of))
        return {key_of[run]: reason for run, reason in refused.items()}

    async def _create(self, missing: Sequence[Difference]) -> Reasons:
        orders = [
            {
                **self._label(card),
                "idempotency_key": card.key,
                "state": state_for(item.repair, card, self.on),
            }
            for item in missing
            if (card := item.card)
        ]
        if not orders:
            return {}
        try:
            deployment = await people_deployment(self.client)
        except PrefectAnswerError as error:
            return dict.fromkeys([item.key for item in missing], str(error))
        return await create_runs(self.client, deployment, orders)

    def _label(self, card: Card) -> dict[str, Any]:
        tags = sorted({*card.tags, *self.tags})
        return {"name": card.name, "tags": tags, "parameters": {}}


async def sync_board(
    cards: Sequence[Card],
    dossier: str,
    on: date,
    *,
    client: PrefectClient | None = None,
    pauses: Sequence[float] = PAUSES,
) -> BoardReport:
    """Bring the board of one dossier in line with its cards, as of day ``on``.

    Pass all cards of the dossier, done and lapsed ones too: an open run without a card is
    cancelled. Safe to repeat, and safe beside another sync; their stories are told in turn
    (`stories`). Nothing to do costs the reads alone, one per 200 runs. What fails is written again
    in up to four rounds; ``pauses`` holds four stretches of seconds (see ``PAUSES``).

    Raises:
        BoardUnreachableError: the board could not be read in four attempts.
        ValueError: two cards have one key.
    """
    if len({card.key for card in cards}) < len(cards):
        raise ValueError(f"Twee kaarten van {dossier} hebben dezelfde sleutel.")
    tags = (BOARD_TAG, dossier_tag(dossier))
    tried: dict[str, set[Repair]] = {}
    reasons: Reasons = {}
    retried = 0
    async with get_client() if client is None else nullcontext(client) as api:
        board = _Board(api, on, tags, pauses)
        runs = await board.runs()
        left = differences(cards, runs, on, tags)
        for number in range(ROUNDS):
            if not left:
                break
            if number:
                retried += len(left)
                await asyncio.sleep(pauses[number])
            for item in left:
                tried.setdefault(item.key, set()).add(item.repair)
            refused, repeated = await board.insist(left)
            reasons |= refused
            retried += repeated
            runs = await board.runs()
            left = differences(cards, runs, on, tags)
    failed = tuple(Failure(i.key, i.repair, reasons.get(i.key, _UNSEEN)) for i in left)
    report = _report(cards, tried, retried, failed)
    return replace(report, runs=_by_key(runs))


def _by_key(runs: Sequence[Run]) -> dict[str, UUID]:
    return {run.key: run.id for run in runs if run.key}


def _report(
    cards: Sequence[Card],
    tried: Mapping[str, set[Repair]],
    retried: int,
    failed: tuple[Failure, ...],
) -> BoardReport:
    missed = {failure.key for failure in failed}
    done = [repairs for key, repairs in tried.items() if key not in missed]

    def count(*kinds: Repair) -> int:
        return sum(1 for repairs in done if not repairs.isdisjoint(kinds))

    return BoardReport(
        # A replaced run that came back in a later round was rescheduled, not new.
        created=sum(1 for repairs in done if Repair.CREATE in repairs)
        - sum(1 for repairs in done if {Repair.CREATE, Repair.RESCHEDULE} <= repairs),
        rescheduled=count(Repair.RESCHEDULE, Repair.REOPEN),
        renamed=count(Repair.RENAME),
        marked_late=count(Repair.MARK_LATE),
        completed=count(Repair.COMPLETE),
        cancelled=count(Repair.CANCEL),
        unchanged=sum(1 for card in cards if card.key not in tried),
        retried=retried,
        failed=failed,
    )
