"""`gehoord new`: a proposal laid out backwards from its adoption."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from gehoord.app.arguments import parse_day
from gehoord.app.learned import known_practice
from gehoord.app.printing import say
from gehoord.app.writing import refuse_taken, write_output
from gehoord.calendar.dutch import capital
from gehoord.domain.learned.departures import departures
from gehoord.domain.learned.leg import Moment
from gehoord.domain.proposal.backwards import LaidOutBackwards, lay_backwards
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
    experience = _experience(laid_out)
    text = new_proposal(where, laid_out, day, experience)
    if output is None:
        say(text)
        return
    refuse_taken(output)
    write_output(output, text.encode())
    say(*laid_out.remarks, *map(capital, experience), *where.remarks)
    if not shipped_as(eenheid) and not (output.parent / EENHEID).is_file():
        say(f"Zet uw {EENHEID} in dezelfde map als {output}.")
    say(f"Geschreven: {output}. Kijk het na en doe dan: gehoord check {output}")


def _experience(laid_out: LaidOutBackwards) -> list[str]:
    """Return where what is laid out departs from every earlier procedure, in sentences."""
    days = {moment: laid_out.days[step] for moment, step in _STEPS.items()}
    plan_starts_on = date(laid_out.adoption.year + 1, 1, 1)
    return list(departures(days, known_practice().before(plan_starts_on)))


_STEPS: Final = {
    Moment.THEMES: "themas",
    Moment.THEMES_TOLD: "themabrief",
    Moment.ONTWERP_SENT: "verzending",
    Moment.LAST_ANSWER: "horen",
    Moment.ADOPTED: "vaststelling",
}
"""The steps of what is laid out at which a procedure comes to each moment."""
