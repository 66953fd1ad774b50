# SPDX-License-Identifier: EUPL-1.2
"""A board knows up to which entry of a journal it was brought; an older copy lacks that entry."""

from contextlib import suppress
from pathlib import Path
from typing import Final

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.actions import VariableCreate, VariableUpdate
from prefect.exceptions import ObjectNotFound

from gehoord.store.outbox import waiting
from gehoord.store.register import Register
from gehoord.store.since import Place, has_place
from gehoord.tasks import left
from gehoord.tasks.board.belonging import (
    CopyError,
    OtherBoardError,
    claim_board,
    unreachable,
)
from gehoord.tasks.board.sync import BoardUnreachableError

_PREFIX: Final = "gehoord_journaal_"


async def refuse_older(client: PrefectClient, register: Register, home: Path, dossier: str) -> None:
    """Leave the board alone if it knows an entry of a journal that this register has not.

    What then waits to be sent may have left before: it waits until a person has looked.

    Raises:
        OtherBoardError: it does.
        BoardUnreachableError: Prefect did not answer.
    """
    place = await _place(client, dossier)
    if place is None:
        return
    with register.reading() as reader:
        if has_place(reader, dossier, place):
            return
    left.hold(register, home, dossier, place)
    raise OtherBoardError(
        f"Het bord kent regel {place.number} van het journaal van '{dossier}', en dit register "
        "niet: dit is een oudere kopie. Het bord is met rust gelaten. Moet het dit register toch "
        f"volgen, geef dan 'gehoord board sync {dossier} --take-over'."
    )


async def ask_before_sending(register: Register, home: Path) -> None:
    """Let mail wait of each dossier of which the board knows more than this register.

    A board that does not answer, or of another register, knows nothing of it.
    """
    dossiers = {message.dossier for message in waiting(register)}
    if not dossiers:
        return
    with suppress(BoardUnreachableError):
        async with get_client() as client:
            with suppress(CopyError):  # what the board of its original knows, holds for a copy too
                await claim_board(client, register, home)
            for dossier in sorted(dossiers):
                with suppress(OtherBoardError):
                    await refuse_older(client, register, home, dossier)


async def keep_place(client: PrefectClient, dossier: str, place: Place) -> None:
    """Let the board know up to which entry it was brought.

    Raises:
        BoardUnreachableError: Prefect did not answer.
    """
    name, value = _name(dossier), {"number": place.number, "hash": place.hash}
    try:
        if await client.read_variable_by_name(name) is None:
            await client.create_variable(VariableCreate(name=name, value=value))
        else:
            await client.update_variable(VariableUpdate(name=name, value=value))
    except httpx.HTTPError as error:
        raise unreachable(error) from error


async def forget_place(dossier: str) -> None:
    """Let the board of this register follow it, also back to an older copy.

    Raises:
        BoardUnreachableError: Prefect did not answer.
    """
    try:
        async with get_client() as client:
            await client.delete_variable_by_name(_name(dossier))
    except ObjectNotFound:
        return
    except httpx.HTTPError as error:
        raise unreachable(error) from error


async def _place(client: PrefectClient, dossier: str) -> Place | None:
    """Return what the board knows; nothing when it was never told, or nobody can read it."""
    try:
        found = await client.read_variable_by_name(_name(dossier))
    except httpx.HTTPError as error:
        raise unreachable(error) from error
    match found.value if found else None:
        case {"number": int(number), "hash": str(text)}:
            return Place(number, text)
        case _:
            return None


def _name(dossier: str) -> str:
    return _PREFIX + dossier.replace("-", "_")
