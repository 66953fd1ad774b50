# SPDX-License-Identifier: EUPL-1.2
"""Keeps the board of one dossier in line with the register."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from prefect.client.orchestration import get_client

from gehoord.domain.outgoing.story import Story, stories
from gehoord.store import due
from gehoord.store.fates import fates, place_and_mail
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.artifacts import forget_standing
from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.belonging import claim_board
from gehoord.tasks.board.cards import cards_of
from gehoord.tasks.board.glance import Glance, falls_late, is_as_left
from gehoord.tasks.board.places import keep_place, refuse_older
from gehoord.tasks.board.sync import BoardReport, sync_board
from gehoord.tasks.board.telling import Telling, with_stories
from gehoord.tasks.followed import (
    FOREVER,
    MADE_BY,
    Followed,
    begin_following,
    followed,
    keep_followed,
)


async def is_board_behind(register: Register, dossier: str, home: Path, on: date) -> bool:
    """Whether the board must be read run by run: the register changed, or the board did."""
    kept = followed(_kept(home, dossier))
    with register.reading() as reader:
        place, to_leave = place_and_mail(reader, dossier)
        if kept is None or kept.place != place:
            return True
        opened_on = reader.dossier(dossier).opened_on
        owed = due.counted(reader, dossier)
        wanted = Glance.of(owed, opened_on, on)
    is_told_anew = falls_late(owed, kept.on, on) or on >= kept.until
    if kept.made_with != _made_with(to_leave) or is_told_anew:
        return True
    async with get_client() as client:
        try:
            return not await is_as_left(client, dossier, wanted)
        except PrefectAnswerError:  # the whole reading tries longer, and says what is wrong
            return True


async def sync_dossier(register: Register, dossier: str, home: Path, on: date) -> BoardReport:
    """Bring the board in line; what fails is in the report and is mended by the next `watch`.

    Of two at once neither keeps that the board is right, so that the next one reads it whole. The
    Stand van zaken is shown anew: this may be another Prefect than the one that had it.

    Raises:
        OtherBoardError: the board belongs to another register or a later one; it is left alone.
        BoardUnreachableError: the board could not be read.
    """
    file = _kept(home, dossier)
    mark = begin_following(file, on)
    forget_standing(dossier, home)
    with register.reading() as reader:
        place, to_leave = place_and_mail(reader, dossier)
        state = state_of(reader, dossier)
        told = stories(state, recorded(reader, dossier), fates(reader, dossier), on)
    async with get_client() as client:
        await claim_board(client, register, home)
        await refuse_older(client, register, home, dossier)
        report = await sync_board(cards_of(state, told), dossier, on, client=client)
        report = await with_stories(client, report, Telling(state, told, register.now()), home)
        if not report.failed:
            await keep_place(client, dossier, place)
    if report.failed or followed(file) != mark:
        file.unlink(missing_ok=True)
    else:
        made_with, until = _made_with(to_leave), _stands_until(told, on)
        keep_followed(file, Followed(place=place, made_with=made_with, on=on, until=until))
    return report


def _stands_until(told: Mapping[str, Story], on: date) -> date:
    """Return the first day on which a card says something else of what is left to its council."""
    left = [story.outlook for story in told.values() if story.outlook]
    return min((turn for each in left for turn in each.turns if turn > on), default=FOREVER)


def _kept(home: Path, dossier: str) -> Path:
    return home / "bord" / f"{dossier}.json"


def _made_with(to_leave: int) -> str:
    """Return what a board rests on besides the journal: mail leaves without an entry in it."""
    return f"{MADE_BY}, {to_leave} te verzenden"
