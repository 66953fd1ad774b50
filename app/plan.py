"""`gehoord plan`: every step with its days."""

from typing import Annotated

import typer

from gehoord.app.arguments import AsJson, ProposalName
from gehoord.app.councils import show_councils
from gehoord.app.explaining import links_as_json
from gehoord.app.printing import as_json, table
from gehoord.calendar.due import NO_DAY, ROUGHLY
from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.plan.plan import PlannedStep, lay_out
from gehoord.procedures.library import proposal_of


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
        as_json({"steps": [planned_as_json(p) for p in laid_out.steps]})
        return
    table(
        ("Van", "Tot en met", "Zeker", "Fase", "Stap", "Wie", "Wat"),
        [
            (
                f"{day_in_words(p.first.day)}{ROUGHLY * p.first_is_rough}" if p.first else "",
                full_day_in_words(p.due_on) if p.has_day else NO_DAY,
                p.precision,
                p.step.stage,
                p.id,
                p.step.owner,
                f"{p.step.title} [vervangen]" if p.step.replaced_by else p.step.title,
            )
            for p in laid_out.steps
        ],
    )


def planned_as_json(planned: PlannedStep) -> dict[str, object]:
    """Return the documented JSON shape of a planned step."""
    step = planned.step
    return {
        "id": step.id,
        "title": step.title,
        "stage": step.stage,
        "kind": step.kind,
        "owner": step.owner,
        "start": planned.first.day if planned.first else None,
        "end": planned.due_on if planned.has_day else None,
        "precision": planned.precision,
        "derivation": links_as_json(planned.derivation),
        "after": list(step.after),
    }
