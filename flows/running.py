"""How work is run as a Prefect flow: the work itself, then mail, calendars, board, overviews."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State as RunState
from prefect.logging import get_run_logger
from prefect.states import Completed, Failed

from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows import clock
from gehoord.store import opening
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.artifacts import publish_overviews
from gehoord.tasks.board.cards import sync_dossier
from gehoord.tasks.board.sync import BoardReport
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.mail import Delivery, deliver
from gehoord.tasks.settings import Settings, settings

Work = Callable[[Register, str, date], Outcome]


@lru_cache
def open_register() -> Register:
    """Return the register of this process."""
    return opening.open_register(settings().database, clock.now)


async def run(work: Work, dossier: str, on: date | None) -> RunState[None]:
    """Carry out work on a dossier and end in a state that says where things stand.

    Args:
        work: one of the functions of the stages; it can be run again at any time.
        dossier: its name.
        on: the day for which it runs; today when it is not given.
    """
    day = on or clock.today()
    register = open_register()
    outcome = attempt(work, register, dossier, day)
    if outcome.refused:
        return Failed(name=outcome.name, message=outcome.text)
    held = await follow_up(register, dossier, day)
    return Completed(name=outcome.name, message=" ".join([outcome.text, *held]))


def attempt(work: Work, register: Register, dossier: str, on: date) -> Outcome:
    """Carry out work, or return the refusal: its name cites the article, its text what to do."""
    try:
        return work(register, dossier, on)
    except RefusedError as error:
        ground = error.article.short if error.article else "volgorde van het procesvoorstel"
        return Outcome(f"Geweigerd: {ground}", str(error), refused=True)
    except GehoordError as error:
        return Outcome("Geweigerd", str(error), refused=True)


async def follow_up(register: Register, dossier: str, on: date) -> list[str]:
    """Let mail, calendars, board and overviews follow the register; return what stayed behind."""
    with register.reading() as reader:
        state = state_of(reader, dossier)
    delivery = await send_mail(register, settings())
    await write_files(state, settings(), on)
    report = await keep_board(state, on)
    await publish_overviews(state, on)
    behind = [f"Nog niet verzonden: {reason}." for reason in delivery.held[:3]]
    behind += [f"Nog niet op het bord: {failure.key}." for failure in report.failed[:3]]
    for line in behind:
        get_run_logger().warning(line)
    return behind


def settle(register: Register, dossier: str, on: date, place: Settings) -> Delivery:
    """Do the part of `follow_up` that needs no Prefect: mail and calendars."""
    with register.reading() as reader:
        state = state_of(reader, dossier)
    delivery = deliver(register, place)
    write_calendars(state, place.calendars, on)
    return delivery


@task(name="Berichten verzenden", task_run_name="berichten verzenden", cache_policy=NO_CACHE)
async def send_mail(register: Register, place: Settings) -> Delivery:
    """Send what waits in the outbox. What cannot leave now waits for the next run."""
    return deliver(register, place)


@task(name="Agenda's bijwerken", task_run_name="agenda's bijwerken", cache_policy=NO_CACHE)
async def write_files(state: State, place: Settings, on: date) -> int:
    """Write the calendars that changed."""
    return write_calendars(state, place.calendars, on)


@task(name="Bord bijwerken", task_run_name="bord bijwerken", cache_policy=NO_CACHE)
async def keep_board(state: State, on: date) -> BoardReport:
    """Bring the board in line with the register."""
    return await sync_dossier(state, on)
