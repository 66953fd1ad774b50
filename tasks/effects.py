# SPDX-License-Identifier: EUPL-1.2
"""What a flow does to the world, as tasks of Prefect: one effect each, safe to repeat.

A register has no hash, so that none of them is taken from a cache.
"""

from datetime import date
from typing import Final

from prefect import task
from prefect.cache_policies import NO_CACHE

from gehoord.store.register import Register
from gehoord.tasks import calendars
from gehoord.tasks.artifacts import Behind, publish_standing
from gehoord.tasks.board.keeping import sync_dossier
from gehoord.tasks.board.sync import BoardReport
from gehoord.tasks.forms import adjust_forms
from gehoord.tasks.mail import Delivery, deliver
from gehoord.tasks.settings import Settings


@task(name="Berichten verzenden", task_run_name="berichten verzenden", cache_policy=NO_CACHE)
async def send_mail(register: Register, place: Settings) -> Delivery:
    """Send what waits in the outbox. What cannot leave now waits for the next run."""
    return deliver(register, place)


@task(name="Agenda's bijwerken", task_run_name="agenda's bijwerken", cache_policy=NO_CACHE)
async def write_calendars(register: Register, dossier: str, place: Settings, on: date) -> int:
    """Write the calendars that changed."""
    return calendars.write_calendars(register, dossier, place.calendars, on)


@task(name="Bord bijwerken", task_run_name="bord bijwerken", cache_policy=NO_CACHE)
async def keep_board(register: Register, dossier: str, place: Settings, on: date) -> BoardReport:
    """Bring the board in line with the register."""
    return await sync_dossier(register, dossier, place.home, on)


@task(name="Stand van zaken bijwerken", task_run_name="stand van zaken", cache_policy=NO_CACHE)
async def publish(behind: Behind, place: Settings) -> None:
    """Show the Stand van zaken that changed."""
    await publish_standing(behind, place.home, place.outbox)


@task(name="Formulieren bijwerken", task_run_name="formulieren bijwerken", cache_policy=NO_CACHE)
async def keep_forms(register: Register, on: date) -> int:
    """Let the forms offer what is open now."""
    return await adjust_forms(register, on)


EFFECTS: Final = (send_mail, write_calendars, keep_board, publish, keep_forms)
