"""Keeps the board of one dossier in line with the register."""

from datetime import date
from pathlib import Path

from prefect.client.orchestration import get_client

from gehoord.store import due
from gehoord.store.register import Register
from gehoord.store.since import last_place
from gehoord.store.state import state_of
from gehoord.tasks.board.cards import cards_of
from gehoord.tasks.board.glance import Glance, is_as_left
from gehoord.tasks.board.prefect_api import PrefectAnswerError
from gehoord.tasks.board.sync import BoardReport, sync_board
from gehoord.tasks.followed import Followed, followed, keep_followed, made_by
from gehoord.tasks.settings import settings


async def is_board_behind(register: Register, dossier: str, on: date) -> bool:
    """Whether the board must be read run by run: the register changed, or the board did."""
    kept = followed(_kept(dossier))
    with register.reading() as reader:
        if kept is None or kept.place != last_place(reader, dossier):
            return True
        wanted = Glance.of(due.counted(reader, dossier), on)
    if kept.made_with != made_by():
        return True
    async with get_client() as client:
        try:
            return not await is_as_left(client, dossier, wanted)
        except PrefectAnswerError:  # the whole reading tries longer, and says what is wrong
            return True


async def sync_dossier(register: Register, dossier: str, on: date) -> BoardReport:
    """Bring the board in line; what fails is in the report and is mended by the next `watch`."""
    with register.reading() as reader:
        place, state = last_place(reader, dossier), state_of(reader, dossier)
    report = await sync_board(cards_of(state), dossier, on)
    if not report.failed:
        keep_followed(_kept(dossier), Followed(place=place, made_with=made_by(), on=on))
    return report


def _kept(dossier: str) -> Path:
    return settings().home / "bord" / f"{dossier}.json"
