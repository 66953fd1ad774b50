# SPDX-License-Identifier: EUPL-1.2
"""Openen and uitzetten: forms that open a dossier, of a proposal that is there or is made.

A deployment finds each by the name of its form, with a low line where that has a dash.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State as RunState
from prefect.runtime import flow_run

from gehoord.domain.acts.form import read_form
from gehoord.domain.acts.moving import only_looks
from gehoord.domain.acts.open import refuse_taken, refuse_unlawful
from gehoord.domain.acts.opening_forms import (
    LAYING_OUT,
    OPENING,
    LayingOut,
    Opening,
    looks_at_proposal,
)
from gehoord.domain.checks import findings
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Finding
from gehoord.domain.outgoing.opened import opened, would_open
from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import clock, running
from gehoord.flows.opening import open_dossier
from gehoord.flows.telling import BETTER, LONGEST_IN_LINK, OPEN_IT, point_ahead, point_to, say
from gehoord.store.reader import Reader
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.proposed import Proposed, laid_out, proposed
from gehoord.tasks.settings import settings
from gehoord.tasks.showing import show_beside_run
from gehoord.templates.ahead import after_opening
from gehoord.templates.findings import finding_lines
from gehoord.templates.forms_of_opening import FLOWS_OF_OPENING
from gehoord.templates.opening import PLAN_AND_FINDINGS, as_page, step_lines
from gehoord.templates.run_names import name_of_laying_out, name_of_opening


@flow(
    name=FLOWS_OF_OPENING[OPENING],
    flow_run_name=lambda: name_of_opening(flow_run.parameters),
    validate_parameters=False,
)
async def openen(
    voorstel: Any = None, naam: Any = None, alleen_bekijken: Any = False
) -> RunState[None]:
    """Open een dossier van een voorstel dat klaarligt: het plan, de raden en alle acties."""
    filled = {"voorstel": voorstel, "naam": naam, "alleen_bekijken": alleen_bekijken}

    def read(reader: Reader, _on: date) -> Proposed:
        return proposed(read_form(Opening, filled), settings().proposals, reader)

    return await _opened(OPENING, read, filled, looks=looks_at_proposal(alleen_bekijken))


@flow(
    name=FLOWS_OF_OPENING[LAYING_OUT],
    flow_run_name=lambda: name_of_laying_out(flow_run.parameters),
    validate_parameters=False,
)
async def nieuw_dossier(
    na: Any = None,
    eenheid: Any = None,
    vaststelling: Any = None,
    vorige: Any = None,
    naam: Any = None,
    verlengen: Any = False,
    besloten: Any = None,
    grond: Any = None,
    alleen_bekijken: Any = True,
) -> RunState[None]:
    """Zet een procedure uit, teruggerekend vanaf de vaststelling, en open er een dossier van.

    Met *Alleen bekijken* aan ziet u alleen de stappen en de bevindingen; er gaat niets open.
    """
    named = {"na": na, "eenheid": eenheid, "vaststelling": vaststelling, "vorige": vorige}
    extended = {"verlengen": verlengen, "besloten": besloten, "grond": grond}
    filled = {**named, "naam": naam, **extended, "alleen_bekijken": alleen_bekijken}

    def read(reader: Reader, on: date) -> Proposed:
        return laid_out(read_form(LayingOut, filled), settings().proposals, reader, on)

    return await _opened(LAYING_OUT, read, filled, looks=only_looks(alleen_bekijken))


async def _opened(
    form: str,
    read: Callable[[Reader, date], Proposed],
    filled: Mapping[str, Any],
    *,
    looks: bool,
) -> RunState[None]:
    """Show what a dossier is opened with, and open it unless somebody only looks."""
    register, on = running.open_register(), clock.today()
    given = _as_link(filled)
    try:
        await running.begin_run(register)
        with register.reading() as reader:
            wanted = read(reader, on)
            refuse_taken(wanted.name, reader.one(Dossier, wanted.name))
        found = findings(wanted.case)
        await _show(wanted, found, looks=looks)
        refuse_unlawful(found)
        if not looks:
            return await _carried_out(register, wanted, on)
    except GehoordError as error:
        ended = running.refused(error)
        await point_to(form, given, BETTER)
        return ended
    outcome = would_open(wanted.name, wanted.case.plan, Mode(settings().mail_mode))
    running.say_outcome(outcome)
    await point_to(form, {**given, "alleen_bekijken": False}, OPEN_IT)
    return running.ended(outcome, Aftermath())


def _as_link(filled: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a link to a form fills in; a switch that is off too, for it may open as on."""
    given = {name: answer for name, answer in filled.items() if answer not in (None, "")}
    return {name: it for name, it in given.items() if len(str(it)) <= LONGEST_IN_LINK}


async def _show(wanted: Proposed, found: list[Finding], *, looks: bool) -> None:
    """Show the plan and its findings: in lines, and all of it on a page beside the run."""
    case = wanted.case
    say(wanted.remarks)
    if looks:
        say(step_lines(case.plan, case.eenheid))
    say(finding_lines(found, wanted.remarks), logging.WARNING)
    text = wanted.text if looks else ""
    page = as_page(case.plan, case.eenheid, found, wanted.remarks, text)
    if address := await show_beside_run(PLAN_AND_FINDINGS, page):
        say([f"Alles, als tabel: {address}"])


async def _carried_out(register: Register, wanted: Proposed, on: date) -> RunState[None]:
    """Open the dossier, let everything follow it, and say where a person goes on."""
    case, mode = wanted.case, Mode(settings().mail_mode)
    by = (case.proposal, case.eenheid, wanted.text, on)
    open_dossier(register, wanted.name, *by, mode=mode)
    with register.reading() as reader:
        state = state_of(reader, wanted.name)
        outcome = opened(state)
        onward = after_opening(state, state_of(reader, wanted.after) if wanted.after else None)
    running.say_outcome(outcome)
    ended = running.ended(outcome, await running.follow_up(register, [wanted.name], on))
    await point_ahead(wanted.name, onward)
    return ended
