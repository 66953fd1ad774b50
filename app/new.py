# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new`: a proposal laid out backwards from its adoption."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from gehoord.app.arguments import parse_day
from gehoord.app.learned import practice_before
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output
from gehoord.calendar.dutch import capital
from gehoord.domain.errors import GehoordError
from gehoord.domain.learned.departures import departures
from gehoord.domain.learned.leg import Moment
from gehoord.domain.learned.next_procedure import next_procedure
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.flows import clock
from gehoord.procedures.library import EENHEID, eenheid_named, shipped_as
from gehoord.store.state import state_of
from gehoord.templates.next_proposal import next_proposal
from gehoord.templates.proposal import new_proposal


def new(
    eenheid: Annotated[
        str | None,
        typer.Argument(metavar="EENHEID",
                       help="Zoals limburg, of het pad van uw eigen eenheid.toml."),
    ] = None,
    adoption: Annotated[
        date | None,
        typer.Option("--adoption", "--vaststelling", parser=parse_day, metavar="DAG",
                     help="De dag waarop het plan wordt vastgesteld."),
    ] = None,
    previous: Annotated[
        date | None,
        typer.Option("--previous", "--vorige", parser=parse_day, metavar="DAG",
                     help="De dag waarop het vorige plan is vastgesteld."),
    ] = None,
    after: Annotated[
        str | None,
        typer.Option("--after", "--na", metavar="DOSSIER",
                     help="Een vastgesteld dossier: maak het voorstel voor de procedure erna."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Het bestand; anders op het scherm.")
    ] = None,
) -> None:  # fmt: skip
    """Maak een haalbaar voorstel, teruggerekend vanaf de vaststelling, met uitleg erin."""
    if after is None:
        made = _of_eenheid(eenheid, adoption, previous)
    elif eenheid or previous:
        raise GehoordError(_TWO_SOURCES)
    else:
        made = _after(after, adoption)
    if output is None:
        say(made.text)
        return
    refuse_taken(output)
    write_output(output, made.text.encode())
    say(*made.remarks)
    if made.needs_eenheid and not (output.parent / EENHEID).is_file():
        say(f"Zet uw {EENHEID} in dezelfde map als {output}.")
    say(f"Geschreven: {output}. Kijk het na en doe dan: gehoord check {output}")


_TWO_SOURCES: Final = (
    "Met --after komen de eenheid en de vorige vaststelling uit het dossier. Laat EENHEID en "
    "--previous weg."
)


def _missing(what: str) -> str:
    return (
        f"'gehoord new': {what} ontbreekt; vul dat in, of noem met --after een vastgesteld "
        "dossier. Zie 'gehoord new --help'."
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """A new proposal, and what is told of it."""

    text: str
    remarks: list[str]
    needs_eenheid: bool


def _of_eenheid(eenheid: str | None, adoption: date | None, previous: date | None) -> _Made:
    if eenheid is None or adoption is None:
        raise GehoordError(_missing("EENHEID" if eenheid is None else "optie '--adoption'"))
    where, day = eenheid_named(eenheid), clock.today()
    laid_out = lay_backwards(where, adoption, day, previous)
    days = {moment: laid_out.days[step] for moment, step in _STEPS.items()}
    experience = _experience(days, date(laid_out.adoption.year + 1, 1, 1))
    remarks = [*laid_out.remarks, *map(capital, experience), *where.remarks]
    text = new_proposal(where, laid_out, day, experience)
    return _Made(text, remarks, needs_eenheid=not shipped_as(eenheid))


def _after(dossier: str, adoption: date | None) -> _Made:
    where, day = register(), clock.today()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(dossier, where))
        following = next_procedure(state, day, adoption)
        experience = _experience(following.moments, following.plan_starts_on)
        text = next_proposal(state, following, day, experience)
        remarks = [*following.remarks, *map(capital, experience), *state.eenheid.remarks]
        return _Made(text, remarks, needs_eenheid=not shipped_as(state.eenheid.id))


def _experience(days: Mapping[Moment, date], plan_starts_on: date) -> list[str]:
    """Return where a plan departs from every earlier procedure, in sentences."""
    return list(departures(days, practice_before(plan_starts_on)))


_STEPS: Final = {
    Moment.THEMES: "themas",
    Moment.THEMES_TOLD: "themabrief",
    Moment.ONTWERP_SENT: "verzending",
    Moment.LAST_ANSWER: "horen",
    Moment.ADOPTED: "vaststelling",
}
"""The steps of what is laid out at which a procedure comes to each moment."""
