# SPDX-License-Identifier: EUPL-1.2
"""What follows every change and needs no Prefect: mail leaves, and calendars are written."""

from datetime import date

from gehoord.store.register import Register
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.mail import Delivery, deliver
from gehoord.tasks.settings import Settings


def send_and_write(register: Register, dossier: str, on: date, place: Settings) -> Delivery:
    """Send what waits in the outbox, of every dossier, and write the calendars of this one."""
    delivery = deliver(register, place)
    write_calendars(register, dossier, place.calendars, on)
    return delivery
