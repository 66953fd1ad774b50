"""`gehoord new`: a proposal laid out backwards from its adoption."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.arguments import parse_day
from gehoord.app.printing import say
from gehoord.app.writing import refuse_taken, write_output
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.flows import clock
from gehoord.procedures.library import EENHEID, eenheid_named, shipped_as
from gehoord.templates.proposal import new_proposal


def new(
    eenheid: Annotated[
        str,
        typer.Argument(metavar="EENHEID",
                       help="Zoals limburg, of het pad van uw eigen eenheid.toml."),
    ],
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
    where, day = eenheid_named(eenheid), clock.today()
    laid_out = lay_backwards(where, adoption, day, previous)
    text = new_proposal(where, laid_out, day)
    if output is None:
        say(text)
        return
    refuse_taken(output)
    write_output(output, text.encode())
    say(*laid_out.remarks, *where.remarks)
    if not shipped_as(eenheid) and not (output.parent / EENHEID).is_file():
        say(f"Zet uw {EENHEID} in dezelfde map als {output}.")
    say(f"Geschreven: {output}. Kijk het na en doe dan: gehoord check {output}")
