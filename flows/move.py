# SPDX-License-Identifier: EUPL-1.2
"""Verplaatsen: another day for a step, and everything that follows from it, in one transaction."""

import logging
from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.form import boxes, read_form
from gehoord.domain.acts.move import Consequences, Wanted, moved
from gehoord.domain.acts.moving import MOVING, Moving, only_looks
from gehoord.domain.outgoing.outcomes import shifted, would_shift
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows.choosing import say_choices
from gehoord.flows.running import look_only, run
from gehoord.flows.telling import BETTER, CARRY_OUT, point_to, say
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks.acting import carry_out
from gehoord.tasks.informed import informed
from gehoord.tasks.showing import show_beside_run
from gehoord.templates.consequences import CONSEQUENCES, as_markdown, in_lines, warnings
from gehoord.templates.run_names import name_of_move


def move(
    register: Register,
    dossier: str,
    step: str,
    to: date,
    reason: str,
    on: date,
    *,
    dry_run: bool = False,
) -> Consequences:
    """Give a step another last day and let everything that counts from it follow.

    What has been done stays where it happened. With ``dry_run`` nothing is changed.

    Raises:
        RefusedError: the step is done, the day is past, or the plan would become unlawful.
        GehoordError: no reason is given.
    """
    wanted = Wanted(step, to, reason)
    if dry_run:
        with register.reading() as reader:
            state = state_in(reader, dossier)
            return moved(state, wanted, on, informed(reader, dossier)).consequences
    with register.changing(
        dossier, on, "adviseur", "verplaatst", f"{step} naar {day_in_words(to)}: {reason}"
    ) as change:
        state = change.state()
        found = moved(state, wanted, on, informed(change, dossier))
        carry_out(change, state, found.act, on)
    return found.consequences


@flow(
    name="Een dag verplaatsen",
    flow_run_name=lambda: name_of_move(flow_run.parameters),
    validate_parameters=False,
)
async def move_step(
    dossier: Any = None,
    stap: Any = None,
    naar: Any = None,
    reden: Any = None,
    alleen_bekijken: Any = True,
) -> State[None]:
    """Geef een stap een andere dag. Wat daarvan afhangt, schuift mee.

    Met *Alleen bekijken* aan ziet u alleen wat er schuift; dan verandert er niets.
    """
    filled = {"stap": stap, "naar": naar, "reden": reden, "alleen_bekijken": alleen_bekijken}
    link = {"dossier": dossier, **filled, "alleen_bekijken": False}
    looks = only_looks(alleen_bekijken)
    found: list[Consequences] = []

    def work(register: Register, name: str, on: date) -> Outcome:
        asked = read_form(Moving, filled)
        by = (asked.step, asked.to, asked.reason, on)
        found.append(move(register, name, *by, dry_run=looks))
        done = would_shift if looks else shifted
        return done(len(found[0].shifted), found[0].behind)

    ended = await (look_only if looks else run)(work, dossier, None)
    for consequences in found:
        await _show(consequences)
    say_choices(ended, MOVING, boxes(Moving), dossier, filled)
    if ended.is_failed():
        await point_to(MOVING, {**link, "alleen_bekijken": looks}, BETTER)
    elif looks:
        await point_to(MOVING, link, CARRY_OUT)
    return ended


async def _show(found: Consequences) -> None:
    """Show what follows: first what is wrong with it, then a line for each step, then all of it."""
    say(warnings(found), logging.WARNING)
    say(in_lines(found))
    if address := await show_beside_run(CONSEQUENCES, as_markdown(found)):
        say([f"Alles, als tabel: {address}"])
