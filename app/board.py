# SPDX-License-Identifier: EUPL-1.2
"""The board from the command line: it follows the register whenever Prefect answers."""

import asyncio
import os
import urllib.error
import urllib.request
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from gehoord.app.arguments import Day
from gehoord.app.output import note_done
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossiers
from gehoord.app.serving import known_address
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.register import Register
from gehoord.tasks.settings import settings

if TYPE_CHECKING:
    from gehoord.tasks.board.sync import BoardReport

app = typer.Typer(help="Het bord in Prefect.")


@app.callback()
def board() -> None:
    """Het bord in Prefect."""


@app.command()
def sync(
    dossier: Annotated[
        str | None, typer.Argument(metavar="DOSSIER", help="Weglaten mag: dan volgen ze alle.")
    ] = None,
    on: Day = None,
    take: Annotated[
        bool,
        typer.Option("--take-over", "--overnemen", help="Ook als het bord van een ander was."),
    ] = False,
) -> None:
    """Bouw het bord opnieuw op uit het register; er gaat niets verloren."""
    from gehoord.flows.running import refuse_ahead

    if prefect_api() is None:
        raise GehoordError("Prefect is niet te bereiken. Start het met 'gehoord up'.")
    where = register()
    names, day = the_dossiers(dossier, where), on or clock.today()
    for name in names:
        refuse_ahead(where, name, day)
    note_done()
    kept = [keep_board(where, name, day, take=take) for name in names]
    if not all(kept):
        raise typer.Exit(2)


def prefect_api() -> str | None:
    """Return the address at which the Prefect of this register answers, or nothing.

    It is the one that `gehoord up` started for the same home, or that ``PREFECT_API_URL`` names: a
    register in which somebody tries things out must not come on the board of another one.
    """
    address = os.environ.get("PREFECT_API_URL") or known_address(settings().home)
    if address is None:
        return None
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=2):  # noqa: S310
            return address
    except (OSError, ValueError, urllib.error.URLError):
        return None


def keep_board(where: Register, dossier: str, on: date, *, take: bool = False) -> bool:
    """Bring the board in line if Prefect answers; return whether all of it is now right.

    The board of another register is left alone, unless a person says to ``take`` it.
    """
    if (address := prefect_api()) is None:
        say("Het bord volgt zodra Prefect draait ('gehoord up').")
        return True
    from gehoord.tasks.board.sync import BoardUnreachableError

    try:
        report = _followed(address, where, dossier, on, take=take)
    except BoardUnreachableError as error:
        say(str(error))
        return False
    say(f"Bord: {_counted(report)}.")
    for failure in report.failed[:3]:
        say(f"Nog niet op het bord: {failure.key} ({failure.reason}).")
    return not report.failed


def follow_quietly(where: Register, dossier: str, on: date) -> bool:
    """Bring the board in line if Prefect answers; return whether it did, and say nothing."""
    if (address := prefect_api()) is None:
        return True
    from gehoord.tasks.board.sync import BoardUnreachableError

    try:
        return not _followed(address, where, dossier, on).failed
    except BoardUnreachableError:
        return False


def _followed(
    address: str, where: Register, dossier: str, on: date, *, take: bool = False
) -> "BoardReport":
    os.environ.setdefault("PREFECT_API_URL", address)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")
    from gehoord.app.speaking import speaking_with

    with speaking_with(address):
        return asyncio.run(_follow(where, dossier, on, take=take))


def _counted(report: "BoardReport") -> str:
    """Return how many cards came, changed and stayed the same; of what is none it says nothing."""
    numbers = {
        "nieuw": report.created,
        "gedaan": report.completed,
        "verplaatst": report.rescheduled,
        "te laat": report.marked_late,
        "vervallen": report.cancelled,
        "gelijk": report.unchanged,
    }
    return ", ".join(f"{number} {what}" for what, number in numbers.items() if number) or "leeg"


def ask_before_sending(where: Register) -> None:
    """Let mail wait of which the board knows that an older copy of the register would send it."""
    if (address := prefect_api()) is None:
        return
    from gehoord.app.speaking import speaking_with
    from gehoord.tasks.board import places

    with speaking_with(address):
        asyncio.run(places.ask_before_sending(where, settings().home))


def let_board_follow(where: Register, dossier: str) -> None:
    """Let its board follow a register of which a person released the mail, if Prefect answers."""
    if (address := prefect_api()) is None:
        return
    from prefect.client.orchestration import get_client

    from gehoord.app.speaking import speaking_with
    from gehoord.tasks.board.belonging import CopyError, OtherBoardError, claim_board
    from gehoord.tasks.board.places import forget_place
    from gehoord.tasks.board.sync import BoardUnreachableError

    async def follow() -> None:
        async with get_client() as client:
            with suppress(CopyError):  # its original comes to it again by itself
                await claim_board(client, where, settings().home)
        await forget_place(dossier)

    with speaking_with(address):
        try:
            asyncio.run(follow())
        except OtherBoardError:
            return  # the look at the board that follows says so
        except BoardUnreachableError as error:
            say(str(error))


def own_board(where: Register, address: str) -> None:
    """Let a Prefect that was just started be the board of this register.

    Raises:
        GehoordError: its home holds the board of another register.
    """
    from prefect.client.orchestration import get_client

    from gehoord.app.speaking import speaking_with
    from gehoord.tasks.board.belonging import CopyError, OtherBoardError, claim_board, take_over
    from gehoord.tasks.board.sync import BoardUnreachableError

    async def claim() -> None:
        home = settings().home
        try:
            async with get_client() as client:
                await claim_board(client, where, home)
        except CopyError:  # the board was moved or copied together with the register
            await take_over(where, home)

    with speaking_with(address):
        try:
            asyncio.run(claim())
        except OtherBoardError as error:
            raise GehoordError(str(error)) from None
        except BoardUnreachableError as error:
            say(str(error))  # each look at the board asks again whose it is


def renew_forms(where: Register, address: str) -> None:
    """Let the forms of a Prefect that was just started offer what is open, and older ones go."""
    from gehoord.app.speaking import speaking_with
    from gehoord.tasks.board.sync import BoardUnreachableError
    from gehoord.tasks.forms import adjust_forms, remove_former

    async def renew() -> None:
        await remove_former()
        await adjust_forms(where, clock.today())

    with speaking_with(address):
        try:
            asyncio.run(renew())
        except BoardUnreachableError as error:
            say(str(error))


async def _follow(where: Register, dossier: str, on: date, *, take: bool) -> "BoardReport":
    """Bring the board in line, and the Stand van zaken and the forms beside it."""
    from gehoord.tasks.artifacts import publish_standing, standing_behind
    from gehoord.tasks.board.belonging import take_over
    from gehoord.tasks.board.keeping import sync_dossier
    from gehoord.tasks.board.places import forget_place
    from gehoord.tasks.forms import adjust_forms

    home, outbox = settings().home, settings().outbox
    if take:
        await take_over(where, home)
        await forget_place(dossier)
    report = await sync_dossier(where, dossier, home, on)
    if shown := standing_behind(where, dossier, home, on):
        await publish_standing(shown, home, outbox)
        await adjust_forms(where, on)
    return report
