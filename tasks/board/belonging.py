# SPDX-License-Identifier: EUPL-1.2
"""A board belongs to one register: a variable in Prefect says to which."""

from pathlib import Path
from typing import Any, Final

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.actions import VariableCreate, VariableUpdate
from prefect.exceptions import ObjectAlreadyExists

from gehoord.store.register import Register
from gehoord.tasks.board.sync import BoardUnreachableError

OWNER: Final = "gehoord_register"
"""The name of the variable."""


class OtherBoardError(BoardUnreachableError):
    """The board belongs to another register, and is left alone."""


class CopyError(OtherBoardError):
    """The board belongs to the register of which this one is a copy, and is left alone."""


async def claim_board(client: PrefectClient, register: Register, home: Path) -> None:
    """Let a board that belongs to no register belong to this one.

    Args:
        client: the way to Prefect.
        register: whose board it must be.
        home: where this register lives, for people who meet its board.

    Raises:
        OtherBoardError: it belongs to another register; a CopyError when this is a copy of that.
        BoardUnreachableError: Prefect did not say to which.
    """
    try:
        owner = await _owner(client)
        if owner is None:
            owner = await _say_owner(client, register, home)
    except httpx.HTTPError as error:
        raise unreachable(error) from error
    if owner.get("register") != register.identity:
        where = f" in {owner['home']}" if owner.get("home") else ""
        raise OtherBoardError(
            f"Dit Prefect hoort bij een ander register{where}; het bord is met rust gelaten. Kijk "
            "GEHOORD_HOME en PREFECT_API_URL na. Moet het toch het bord van dit register worden, "
            "geef dan 'gehoord board sync --take-over'."
        )
    ours = _value(register, home)
    if key := _elsewhere(owner, ours):
        raise CopyError(
            f"Dit Prefect hoort bij het register in {owner[key]}, en dit is een ander register: "
            f"een kopie in {ours[key]}. Het bord is met rust gelaten. Moet het voortaan het "
            "bord van deze kopie zijn, geef dan 'gehoord board sync --take-over'."
        )


def _elsewhere(owner: dict[str, Any], ours: dict[str, Any]) -> str | None:
    """Return in what a register in a file differs from the owner's: its home, or the file itself.

    A copy has the same identity. Several machines may share one in PostgreSQL, each with its home.
    """
    if "file" not in ours:
        return None
    for key in ("home", "file"):
        there, here = owner.get(key), ours[key]
        if there and here and Path(there).resolve() != Path(here).resolve():
            return key
    return None


async def take_over(register: Register, home: Path) -> None:
    """Let a board belong to this register, whoever it belonged to.

    Raises:
        BoardUnreachableError: Prefect did not answer.
    """
    try:
        async with get_client() as client:
            if await _owner(client) is None:
                await _say_owner(client, register, home)
            else:
                ours = VariableUpdate(name=OWNER, value=_value(register, home))
                await client.update_variable(ours)
    except httpx.HTTPError as error:
        raise unreachable(error) from error


async def _owner(client: PrefectClient) -> dict[str, Any] | None:
    """Return what the variable holds; of what nobody can read, that it is of no register known."""
    found = await client.read_variable_by_name(OWNER)
    if found is None:
        return None
    return found.value if isinstance(found.value, dict) else {}


async def _say_owner(client: PrefectClient, register: Register, home: Path) -> dict[str, Any]:
    """Write the variable, unless another register was first; return what it then holds."""
    value = _value(register, home)
    try:
        await client.create_variable(VariableCreate(name=OWNER, value=value, tags=["gehoord"]))
    except ObjectAlreadyExists:
        return await _owner(client) or {}
    return value


def _value(register: Register, home: Path) -> dict[str, Any]:
    value = {"register": register.identity, "home": str(home.absolute())}
    url = register.engine.url
    if url.drivername.startswith("sqlite"):
        # One that can only be read is opened without its address.
        value["file"] = str(Path(url.database).absolute()) if url.database else ""
    return value


def unreachable(error: httpx.HTTPError) -> BoardUnreachableError:
    """Return what is said when Prefect does not answer."""
    return BoardUnreachableError(
        f"Het bord in Prefect is niet te lezen ({type(error).__name__}). Kijk of Prefect draait "
        "('gehoord up') en haal het bord dan bij met 'gehoord board sync'."
    )
