# SPDX-License-Identifier: EUPL-1.2
"""`gehoord move`: a step is given another day."""

import sys
from contextlib import nullcontext, redirect_stdout
from datetime import date
from typing import Annotated, Final, NoReturn

import typer

from gehoord.app.afterwards import day_of, leave_unsettled, settle
from gehoord.app.arguments import AsJson, Day, DossierArgument, StepArgument, parse_day
from gehoord.app.printing import as_json, findings, say, table
from gehoord.app.register import dossier_if_any, register, the_dossier
from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.move import Consequences
from gehoord.domain.errors import GehoordError

REASON: Final = "Waarom de dag verandert. Dit komt woordelijk in de mail aan griffies en anderen."


def move(
    dossier: DossierArgument,
    stap: StepArgument,
    naar: Annotated[
        date, typer.Argument(metavar="DAG", parser=parse_day, help="De nieuwe laatste dag.")
    ],
    reason: Annotated[str, typer.Option("--reason", "--reden", help=REASON)] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Laat alleen de gevolgen zien.")
    ] = False,
    on: Day = None,
    json: AsJson = False,
) -> None:
    """Geef een stap een andere dag en laat zien wat meeschuift."""
    if not reason:
        _refuse_without_reason(dossier, stap)
    from gehoord.flows.move import move as move_step
    from gehoord.flows.running import refuse_ahead

    where, day = register(), day_of(on)
    name = the_dossier(dossier, where)
    refuse_ahead(where, name, day)
    done = move_step(where, name, stap, naar, reason, day, dry_run=dry_run)
    if json:
        as_json({"applied": not dry_run, **_as_json(done)})
    else:
        _show(done)
        say("Dit was een proef; er is niets veranderd." if dry_run else "De dag is verplaatst.")
    if dry_run:
        return
    with redirect_stdout(sys.stderr) if json else nullcontext():
        settled = settle(where, [name], day)
    if not settled:
        leave_unsettled()


def _refuse_without_reason(dossier: str, step: str) -> NoReturn:
    """Refuse a move of which nobody says why; a step that is not there is told first."""
    if there := dossier_if_any(dossier):
        there.as_opened.step(step)
    raise GehoordError(
        "'gehoord move': optie '--reason' ontbreekt; schrijf erachter waarom de dag verandert. "
        "Zie 'gehoord move --help'."
    )


def _as_json(done: Consequences) -> dict[str, object]:
    """Return the documented JSON shape."""
    return {
        "shifted": [{"action": a, "from": b, "to": c} for a, b, c in done.shifted],
        "kept": list(done.kept),
        "appearing": [f.as_json() for f in done.appearing],
        "vanishing": [f.as_json() for f in done.vanishing],
        "told": list(done.told),
        "behind": list(done.behind),
    }


def _show(done: Consequences) -> None:
    """Print what follows from a move, for people."""
    table(("Actie", "Was", "Wordt"), done.shifted)
    for title in done.kept:
        say(f"Blijft staan, want al gedaan: {title}.")
    for sentence in done.behind:
        say(f"Let op: {sentence}")
    findings(done.appearing)
    for finding in done.vanishing:
        say(f"Vervalt: {finding.text}")
    say(f"Krijgt bericht: {enumeration(list(done.told)) or 'niemand'}.")
    if done.told:
        say("In dat bericht staat uw reden, woord voor woord.")
