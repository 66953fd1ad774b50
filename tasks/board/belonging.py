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


async def claim_board(client: PrefectClient, register: Register, home: Path) -> None:
    """Let a board that belongs to no register belong to this one.

    Args:
        client: the way to Prefect.
        register: whose board it must be.
        home: where this register lives, for people who meet its board.

    Raises:
        OtherBoardError: it belongs to another register.
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
    return {"register": register.identity, "home": str(home.absolute())}


def unreachable(error: httpx.HTTPError) -> BoardUnreachableError:
    """Return what is said when Prefect does not answer."""
    return BoardUnreachableError(
        f"Het bord in Prefect is niet te lezen ({type(error).__name__}). Kijk of Prefect draait "
        "('gehoord up') en haal het bord dan bij met 'gehoord board sync'."
    )
