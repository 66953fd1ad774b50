# SPDX-License-Identifier: EUPL-1.2
"""Wachten: every day look at what is due, remind once, tell the adviser what is late."""

import logging
from collections.abc import Iterable
from datetime import date
from typing import Final

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.outcomes import ON_TIME, broken, looked
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows import clock
from gehoord.flows.running import (
    attempt,
    begin_run,
    ended,
    follow_up,
    open_register,
    refused,
    say_outcome,
)
from gehoord.store.register import Change, Register
from gehoord.tasks.accesses import LASTING, let_links_last
from gehoord.tasks.circulating import remind_readers
from gehoord.tasks.inviting import invite
from gehoord.tasks.last_look import note_look
from gehoord.tasks.next_plan import ASKED, ask_for_next
from gehoord.tasks.reminding import remind, tell_late
from gehoord.tasks.settings import settings

_CONSOLE: Final = logging.getLogger(__name__)


def look(register: Register, dossier: str, on: date) -> Outcome:
    """Queue the reminders that are due on ``on`` and were not sent before.

    First comes what an adoption of before did not ask yet, and that who owes something can go on
    opening his page. It goes by what is owed and not yet
    said, so a missed day is made up by the next one.
    """
    with register.together(dossier) as together:
        with together.change(on, "Gehoord", "wacht", ASKED) as change:
            ask_for_next(change, on)
        with together.change(on, "Gehoord", "toegang", LASTING) as change:
            let_links_last(change, on)
        with together.change(on, "Gehoord", "wacht") as change:
            return _told(change, dossier, on)


def _told(change: Change, dossier: str, on: date) -> Outcome:
    sent, has_news = remind(change, on)
    state = change.state()
    sent += remind_readers(change, state, on)
    invite(change, state, on)
    late = tell_late(change, on, has_news=has_news)
    return looked(dossier, sent, late.number, late.undelivered)


def look_at_each(register: Register, dossiers: Iterable[str], on: date) -> dict[str, Outcome]:
    """Look at each dossier, and return what that came to by its name; one holds up no other."""
    return {name: _looked_at(register, name, on) for name in dossiers}


def _looked_at(register: Register, dossier: str, on: date) -> Outcome:
    try:
        return attempt(look, register, dossier, on)
    except Exception:
        # What people, disks and databases do wrong is told apart in `attempt`. Anything else is a
        # fault of ours: it stands whole in the log, and may keep no griffie of another dossier
        # from its reminder.
        _CONSOLE.exception("De dagelijkse controle van %s brak af.", dossier)
        return broken(dossier)


def watched(register: Register) -> list[str]:
    """Return every dossier: after the adoption the yearly duties go on."""
    with register.reading() as reader:
        return reader.names()


@flow(name="Dagelijkse controle")
async def watch(dag: date | None = None) -> State[None]:
    """Kijk elke dag wat moet gebeuren: herinneren, melden wat te laat is, het bord bijwerken.

    Args:
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    register, day = open_register(), dag or clock.today()
    try:
        await begin_run(register, "dagelijkse controle")
    except GehoordError as error:
        return refused(error)
    names = watched(register)
    outcomes = list(look_at_each(register, names, day).values())
    for outcome in outcomes:
        say_outcome(outcome)
    aftermath = await follow_up(register, names, day)
    note_look(settings().home, clock.now())
    return ended(_of_all(outcomes), aftermath)


def _of_all(outcomes: list[Outcome]) -> Outcome:
    """Return one outcome that names what was refused or is late, if anything."""
    said = " ".join(outcome.text for outcome in outcomes)
    if failed := [o.name for o in outcomes if o.refused]:
        return Outcome(failed[0], said, refused=True)
    late = [o.name for o in outcomes if o.name != ON_TIME]
    return Outcome(late[0] if late else ON_TIME, said)
