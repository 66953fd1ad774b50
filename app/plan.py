# SPDX-License-Identifier: EUPL-1.2
"""`gehoord plan`: every step with its days."""

from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, ProposalName
from gehoord.app.councils import show_councils
from gehoord.app.explaining import links_as_json, years_as_json
from gehoord.app.printing import as_json, table
from gehoord.calendar.due import NO_DAY, ROUGHLY
from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.plan.account import account_of
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.procedures.library import proposal_of
from gehoord.templates.planned import what_is_done


def plan(
    voorstel: ProposalName,
    raden: Annotated[
        bool, typer.Option("--raden", help="Per raad: reces, en vergaderingen die passen.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Toon alle stappen met hun dag en waar die dag vandaan komt."""
    proposal, eenheid, _ = proposal_of(voorstel)
    laid_out = lay_out(proposal, eenheid)
    if raden:
        show_councils(laid_out, eenheid, json=json)
        return
    if json:
        as_json({"steps": [planned_as_json(laid_out, p) for p in laid_out.steps]})
        return
    table(
        ("Van", "Tot en met", "Zeker", "Fase", "Stap", "Wie", "Wat"),
        [
            (
                *_days(laid_out, p),
                p.precision,
                p.step.stage,
                p.id,
                p.step.owner,
                what_is_done(laid_out, p),
            )
            for p in laid_out.steps
        ],
    )


def _days(plan: Plan, planned: PlannedStep) -> tuple[str, str]:
    """Return the first and the last day in words; of yearly jaarverslagen those they are due."""
    if account := account_of(plan, planned):
        return day_in_words(account.first_day), full_day_in_words(account.last_day)
    roughly = ROUGHLY * planned.first_is_rough
    first = f"{day_in_words(planned.first.day)}{roughly}" if planned.first else ""
    return first, full_day_in_words(planned.due_on) if planned.has_day else NO_DAY


def planned_as_json(plan: Plan, planned: PlannedStep) -> dict[str, object]:
    """Return the documented JSON shape of a planned step."""
    step, account = planned.step, account_of(plan, planned)
    start = planned.first.day if planned.first else None
    end = planned.due_on if planned.has_day else None
    derivation = planned.derivation
    if account:
        start, end = account.first_day, account.last_day
        derivation = (account.link, *derivation)
    return {
        "id": step.id,
        "title": step.title,
        "stage": step.stage,
        "kind": step.kind,
        "owner": step.owner,
        "start": start,
        "end": end,
        "precision": planned.precision,
        "derivation": links_as_json(derivation),
        "after": list(step.after),
        "years": years_as_json(account),
    }
