"""Commands on proposals: `new`, `check`, `plan`. They read files and change nothing else."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.councils import show_councils
from gehoord.app.explaining import links_as_json
from gehoord.app.printing import AsJson, as_json, findings, say, table
from gehoord.app.register import ProposalName, dossier_if_any, parse_day
from gehoord.calendar.due import ROUGHLY
from gehoord.calendar.dutch import counted, day_in_words, full_day_in_words
from gehoord.domain.checks import Case
from gehoord.domain.checks import findings as judge
from gehoord.domain.errors import GehoordError
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import PlannedStep, lay_out
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.toml_errors import cause
from gehoord.flows.clock import today
from gehoord.law.politiewet import ADOPT
from gehoord.procedures.library import eenheid_of, is_proposal, proposal_of
from gehoord.templates.proposal import new_proposal

app = typer.Typer()


@app.command()
def new(
    eenheid: Annotated[str, typer.Argument(metavar="EENHEID", help="Bijvoorbeeld noord-holland.")],
    adoption: Annotated[
        date,
        typer.Option("--adoption", "--vaststelling", parser=parse_day, metavar="DAG",
                     help="De dag waarop het plan wordt vastgesteld."),
    ],
    previous: Annotated[
        date | None,
        typer.Option("--previous", "--vorige", parser=parse_day, metavar="DAG",
                     help="De dag waarop het vorige plan is vastgesteld."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Het bestand; anders op het scherm.")
    ] = None,
) -> None:  # fmt: skip
    """Maak een haalbaar voorstel, teruggerekend vanaf de vaststelling, met uitleg erin."""
    where, day = eenheid_of(eenheid), today()
    layout = lay_backwards(where, adoption, day, previous)
    text = new_proposal(where, layout, day)
    if output is None:
        say(text)
        return
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise GehoordError(f"{output} bestaat al. Kies een andere naam.") from None
    except OSError as error:
        raise GehoordError(f"{output} kan niet worden geschreven ({cause(error)}).") from None
    say(*layout.remarks, f"Geschreven: {output}. Kijk het na en doe dan: gehoord check {output}")


@app.command()
def check(
    voorstel: Annotated[
        str, typer.Argument(metavar="VOORSTEL|DOSSIER", help="Een voorstel, of een dossier.")
    ],
    json: AsJson = False,
) -> None:
    """Toets een voorstel of een dossier aan de wet. Stopt met code 2 als het zo niet mag."""
    case = _case_of(voorstel)
    proposal, found = case.proposal, judge(case)
    blocks = sum(f.severity is Severity.BLOCK for f in found)
    if json:
        as_json({"findings": [f.as_json() for f in found]})
    else:
        findings(found)
        if previous := proposal.beleidsplan.previous_adopted_on:
            last = full_day_in_words(last_lawful_day(previous))
            say(f"De laatste dag om vast te stellen is {last} ({ADOPT}).")
        say(
            f"{proposal.title}: {counted(blocks, 'blokkade', 'blokkades')}, "
            f"{counted(len(found) - blocks, 'andere bevinding', 'andere bevindingen')}.",
            "Gehoord ondersteunt een jurist en vervangt die niet.",
        )
    if blocks:
        raise typer.Exit(2)


@app.command()
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
                f"{day_in_words(p.span.start)}{ROUGHLY * p.first_is_rough}",
                full_day_in_words(p.due_on),
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
        "start": planned.span.start,
        "end": planned.span.end,
        "precision": planned.precision,
        "derivation": links_as_json(planned.derivation),
        "after": list(step.after),
    }


def _case_of(name: str) -> Case:
    """Return the proposal or the dossier by this name as a case; a proposal goes first."""
    if not is_proposal(name) and (state := dossier_if_any(name)):
        return Case.of_dossier(state, today())
    proposal, eenheid, _ = proposal_of(name)
    return Case.of(proposal, eenheid)
