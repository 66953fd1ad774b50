# SPDX-License-Identifier: EUPL-1.2
"""How work is run as a Prefect flow: the work itself, and then all that follows the register."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Final

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State as RunState
from prefect.context import FlowRunContext
from prefect.states import Completed, Failed
from sqlalchemy.exc import SQLAlchemyError

from gehoord.domain.acts.ahead import refuse_to_run_ahead
from gehoord.domain.acts.form import THE_FORM
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import Day, Frozen, check
from gehoord.domain.outgoing.outcomes import refusal
from gehoord.domain.outgoing.progress import Aftermath, Outcome
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.toml_errors import cause
from gehoord.flows import clock
from gehoord.flows.telling import point_ahead, point_onward, say
from gehoord.store import opening
from gehoord.store.database import reason
from gehoord.store.outbox import waiting
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks.artifacts import standing_behind
from gehoord.tasks.board.belonging import OtherBoardError, claim_board
from gehoord.tasks.board.keeping import is_board_behind
from gehoord.tasks.board.places import ask_before_sending
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.tasks.calendars import are_calendars_behind
from gehoord.tasks.effects import keep_board, keep_forms, publish, send_mail, write_calendars
from gehoord.tasks.settings import settings
from gehoord.templates.ahead import ahead
from gehoord.templates.story.forms import Offered

_CONSOLE: Final = logging.getLogger(__name__)

Work = Callable[[Register, str, date], Outcome]


@lru_cache
def open_register() -> Register:
    """Return the register of this process."""
    return opening.open_register(settings().database, clock.now)


async def run(work: Work, dossier: object, on: object = None) -> RunState[None]:
    """Carry out work on a dossier and end in a state that says where things stand.

    Args:
        work: one of the functions of the stages; it can be run again at any time.
        dossier: its name, as somebody filled it in; the only one there is when it is not given.
        on: the day for which it runs; today when it is not given.
    """
    register = open_register()
    try:
        day, name, outcome = await _carried_out(register, work, dossier, on)
    except GehoordError as error:
        ends = refused(error)
        await point_onward(error, dossier)
        return ends
    return ended(outcome, await follow_up(register, [name], day))


async def run_stage(stage: Stage, work: Work, dossier: object, on: object) -> RunState[None]:
    """Carry out the work of a stage, with the arguments of `run`, and say where to go on."""
    reached: list[tuple[str, list[Offered]]] = []

    def looking_ahead(register: Register, name: str, day: date) -> Outcome:
        outcome = work(register, name, day)
        with register.reading() as reader:
            reached.append((name, ahead(state_in(reader, name), stage)))
        return outcome

    ended = await run(looking_ahead, dossier, on)
    for name, forms in reached:
        await point_ahead(name, forms)
    return ended


async def look_only(work: Work, dossier: object, on: object = None) -> RunState[None]:
    """Carry out work that changes nothing, with the arguments of `run`; so nothing follows it."""
    try:
        _, _, outcome = await _carried_out(open_register(), work, dossier, on)
    except GehoordError as error:
        return refused(error)
    return ended(outcome, Aftermath())


async def _carried_out(
    register: Register, work: Work, dossier: object, on: object
) -> tuple[date, str, Outcome]:
    day = the_day(on)
    await begin_run(register)
    name = the_dossier(register, dossier)
    refuse_ahead(register, name, day)
    outcome = work(register, name, day)
    say_outcome(outcome)
    return day, name, outcome


def say_outcome(outcome: Outcome) -> None:
    """Say on the page that opens what a run came to, and what changed."""
    say(outcome.lines or [outcome.text], logging.ERROR if outcome.refused else logging.INFO)


class _Started(Frozen):
    dag: Day


def the_day(said: object) -> date:
    """Return the day for which a run is started; today when none is given.

    Raises:
        GehoordError: it is no day.
    """
    if said in (None, ""):
        return clock.today()
    return check(_Started, {"dag": said}, THE_FORM).dag


def the_dossier(register: Register, said: object) -> str:
    """Return the dossier that is meant; when none is given, the only one there is.

    Raises:
        GehoordError: there is none by that name, or there are several to choose from.
    """
    with register.reading() as reader:
        if said:
            return reader.dossier(" ".join(str(said).split())).id
        names = reader.names()
    if len(names) == 1:
        return names[0]
    if not names:
        raise GehoordError("Er is nog geen dossier. Open er een met het formulier 'openen'.")
    raise GehoordError(f"{THE_FORM}: kies een dossier uit: {', '.join(names)}.")


def ended(outcome: Outcome, aftermath: Aftermath) -> RunState[None]:
    """Return the state in which a run ends; one of which mail stayed behind is no success."""
    whole = outcome.followed_by(aftermath)
    state = Failed if outcome.refused or aftermath.unsent else Completed
    return state(name=whole.name, message=whole.text)


def refuse_ahead(register: Register, dossier: str, on: date) -> None:
    """Refuse to work in earnest for a day that is still to come.

    Raises:
        GehoordError: it is, and the program or the dossier is in mode ``live``.
    """
    today = clock.today()
    if on <= today:
        return
    with register.reading() as reader:
        in_trial = reader.dossier(dossier).mode is Mode.TRIAL
    refuse_to_run_ahead(on, today, is_live=settings().is_live or not in_trial)


def refused(error: GehoordError) -> RunState[None]:
    """Return the state in which a run ends that was refused; the page that opens says why."""
    outcome = refusal(error)
    say_outcome(outcome)
    return Failed(name=outcome.name, message=outcome.text)


def attempt(work: Work, register: Register, dossier: str, on: date) -> Outcome:
    """Carry out work, or return the refusal."""
    try:
        refuse_ahead(register, dossier, on)
        return work(register, dossier, on)
    except GehoordError as error:
        return refusal(error)


async def begin_run(register: Register, name: str | None = None) -> None:
    """See to it that the run is on the board of this register, and give it a name.

    A name for a short run that comes every day: with ``flow_run_name`` Prefect opens another client
    for it, which costs as much as half an empty run.

    Raises:
        GehoordError: the board belongs to another register, and so does the run.
    """
    run = FlowRunContext.get()
    if run is None or run.flow_run is None:
        return
    async with get_client() as client:
        try:
            await claim_board(client, register, settings().home)
        except OtherBoardError as error:
            raise GehoordError(str(error)) from None
        except BoardUnreachableError:  # the work does not wait for the board
            return
        if name:
            await client.set_flow_run_name(run.flow_run.id, name)


async def follow_up(register: Register, dossiers: Sequence[str], on: date) -> Aftermath:
    """Let mail, calendars, board and Stand van zaken follow; return what stayed behind.

    What is right already costs a look, and no task. What cannot be done waits for the next run, and
    holds up no other dossier.
    """
    unsent: list[str] = []
    behind: list[str] = []
    allowed: list[str] = []
    for dossier in dossiers:
        with _noting(dossier, behind):
            refuse_ahead(register, dossier, on)
            allowed.append(dossier)
    if allowed:
        unsent += await send_due(register)
    followed: list[bool] = []
    for dossier in allowed:
        with _noting(dossier, behind):
            followed.append(await _follow(register, dossier, on, behind))
    if any(followed):
        with _noting("De formulieren", behind):
            await keep_forms(register, on)
    say((*unsent, *behind), logging.WARNING)
    return Aftermath((*unsent, *behind), bool(unsent))


async def send_due(register: Register) -> list[str]:
    """Send the mail of all dossiers that is due, and return in Dutch what did not leave."""
    unsent: list[str] = []
    with _noting("De mail", unsent):
        if waiting(register):
            if FlowRunContext.get():
                await ask_before_sending(register, settings().home)
            unsent += (await send_mail(register, settings())).told
    return unsent


@contextmanager
def _noting(what: str, behind: list[str]) -> Iterator[None]:
    """Note what cannot follow now: what was recorded stands all the same."""
    try:
        yield
    except (GehoordError, BoardUnreachableError) as error:
        behind.append(f"{what}: {error}")
    except SQLAlchemyError as error:
        behind.append(f"{what}: de database weigert dit ({reason(error)}).")
    except OSError as error:
        behind.append(f"{what}: {cause(error)}.")
    except Exception:
        # What registers, disks and Prefect are known to do wrong is told apart above. Anything else
        # is a fault of ours: what was recorded stands, so the run may not fail for it, nor leave
        # the other dossiers without mail and board. The log has it whole, and the run names it.
        _CONSOLE.exception("Na het vastleggen volgde niet alles: %s.", what)
        behind.append(f"{what}: hier maakt Gehoord zelf een fout; kijk in de log van Gehoord.")


async def _follow(register: Register, dossier: str, on: date, behind: list[str]) -> bool:
    """Let what is shown of one dossier follow it; return whether something else is shown now."""
    place = settings()
    if are_calendars_behind(register, dossier, place.calendars, on):
        await write_calendars(register, dossier, place, on)
    if await is_board_behind(register, dossier, place.home, on):
        report = await keep_board(register, dossier, place, on)
        behind += [f"Nog niet op het bord: {failure.key}." for failure in report.failed[:3]]
    if shown := standing_behind(register, dossier, place.home, on):
        await publish(shown, place)
    return shown is not None
