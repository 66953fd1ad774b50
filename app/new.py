# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new`: a proposal laid out backwards from its adoption."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from gehoord.app.arguments import parse_day
from gehoord.app.learned import practice_before
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.learned.extending import extension_of
from gehoord.domain.proposal.proposal import Extension
from gehoord.flows import clock
from gehoord.procedures.library import EENHEID, eenheid_named, shipped_as
from gehoord.store.state import state_of
from gehoord.templates.laid_out import LaidOutText, laid_out_after, laid_out_for

_Dossier = Annotated[
    str | None,
    typer.Option("--after", "--na", metavar="DOSSIER",
                 help="Een vastgesteld dossier: maak het voorstel voor de procedure erna."),
]  # fmt: skip
_Extended = Annotated[
    str | None,
    typer.Option("--extend", "--verleng", metavar="DOSSIER",
                 help="Een vastgesteld dossier: maak het voorstel voor een jaar verlenging."),
]  # fmt: skip
_DecidedOn = Annotated[
    date | None,
    typer.Option("--decided", "--besloten", parser=parse_day, metavar="DAG",
                 help="Met --extend: de dag waarop tot de verlenging is besloten."),
]  # fmt: skip
_Ground = Annotated[
    str, typer.Option("--ground", "--grond", help="Met --extend: waarom het plan wordt verlengd.")
]


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
    after: _Dossier = None,
    extend: _Extended = None,
    decided: _DecidedOn = None,
    ground: _Ground = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Het bestand; anders op het scherm.")
    ] = None,
) -> None:  # fmt: skip
    """Maak een haalbaar voorstel, teruggerekend vanaf de vaststelling, met uitleg erin."""
    _refuse_two_sources(eenheid or previous, after, extend, decided or ground)
    if after is None and extend is None:
        made = _of_eenheid(eenheid, adoption, previous)
    else:
        made = _after(after, adoption, extend, _ExtensionAsked(decided, ground))
    if output is None:
        say(made.text)
    else:
        _write(made, output, needs_eenheid=not shipped_as(eenheid or made.eenheid.id))


def _write(made: LaidOutText, output: Path, *, needs_eenheid: bool) -> None:
    refuse_taken(output)
    write_output(output, made.text.encode())
    say(*made.remarks)
    if needs_eenheid and not (output.parent / EENHEID).is_file():
        say(f"Zet uw {EENHEID} in dezelfde map als {output}.")
    say(f"Geschreven: {output}. Kijk het na en doe dan: gehoord check {output}")


class _ExtensionAsked(NamedTuple):
    """What an adviser says of an extension: no dossier knows it."""

    decided: date | None
    ground: str


def _refuse_two_sources(
    given: object, after: str | None, extend: str | None, of_extension: object
) -> None:
    """Refuse what cannot be asked at once; ``given`` is what a dossier says itself."""
    if after and extend:
        raise GehoordError(
            "Met --after komt er een nieuw plan, met --extend een jaar bij het oude. Kies een van "
            "beide."
        )
    if given and (after or extend):
        option = "--after" if after else "--extend"
        raise GehoordError(
            f"Met {option} komen de eenheid en de vorige vaststelling uit het dossier. Laat "
            "EENHEID en --previous weg."
        )
    if of_extension and not extend:
        raise GehoordError("--decided en --ground horen bij --extend. Laat ze weg, of noem dat.")


def _missing(what: str) -> str:
    return (
        f"'gehoord new': {what} ontbreekt; vul dat in, of noem met --after een vastgesteld "
        "dossier. Zie 'gehoord new --help'."
    )


def _of_eenheid(eenheid: str | None, adoption: date | None, previous: date | None) -> LaidOutText:
    if eenheid is None or adoption is None:
        raise GehoordError(_missing("EENHEID" if eenheid is None else "optie '--adoption'"))
    where = eenheid_named(eenheid)
    return laid_out_for(where, adoption, previous, clock.today(), practice_before)


def _extension(asked: _ExtensionAsked, state: State, on: date) -> Extension:
    """Return on what ground the plan of a dossier is extended.

    Raises:
        GehoordError: a person did not say when that was decided, or why; or it cannot have been
            on that day, for today is ``on``.
    """
    if asked.decided is None:
        raise GehoordError("Noem de dag waarop tot de verlenging is besloten, met --decided.")
    return extension_of(state, asked.decided, asked.ground, on, ("--decided", "--ground"))


def _after(
    after: str | None, adoption: date | None, extend: str | None, asked: _ExtensionAsked
) -> LaidOutText:
    where, day = register(), clock.today()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(after or extend, where))
        extension = _extension(asked, state, day) if extend else None
        return laid_out_after(state, adoption, extension, day, practice_before)
