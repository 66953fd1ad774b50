# SPDX-License-Identifier: EUPL-1.2
"""`gehoord new`: a proposal laid out backwards from its adoption."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from gehoord.app.arguments import parse_day
from gehoord.app.learned import practice_before
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.app.writing import refuse_taken, write_output
from gehoord.calendar.dutch import capital, day_in_words
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.learned.departures import departures
from gehoord.domain.learned.leg import Moment
from gehoord.domain.learned.next_procedure import next_procedure
from gehoord.domain.proposal.backwards import lay_backwards
from gehoord.domain.proposal.proposal import Extension
from gehoord.flows import clock
from gehoord.procedures.library import EENHEID, eenheid_named, shipped_as
from gehoord.store.state import state_of
from gehoord.templates.next_proposal import next_proposal
from gehoord.templates.proposal import new_proposal


@dataclass(frozen=True, slots=True)
class _Made:
    """A new proposal, and what is told of it."""

    text: str
    remarks: list[str]
    needs_eenheid: bool


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
        _write(made, output)


def _write(made: _Made, output: Path) -> None:
    refuse_taken(output)
    write_output(output, made.text.encode())
    say(*made.remarks)
    if made.needs_eenheid and not (output.parent / EENHEID).is_file():
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


def _extension(asked: _ExtensionAsked, state: State, on: date) -> Extension:
    """Return on what ground the plan of a dossier is extended.

    Raises:
        GehoordError: a person did not say when that was decided, or why; or it cannot have been
            on that day, for today is ``on``.
    """
    if asked.decided is None:
        raise GehoordError("Noem de dag waarop tot de verlenging is besloten, met --decided.")
    said = day_in_words(asked.decided)
    if asked.decided > on:
        raise GehoordError(f"Op {said} (--decided) is nog niet besloten: die dag moet nog komen.")
    if state.adoption and asked.decided < state.adoption.taken_on:
        raise GehoordError(
            f"Op {said} (--decided) kan niet tot de verlenging zijn besloten: het plan is pas "
            f"vastgesteld op {day_in_words(state.adoption.taken_on)}."
        )
    refuse_without_ground(asked.ground, "waarom het plan wordt verlengd (--ground)")
    return Extension(
        plan=state.as_opened.beleidsplan.name,
        ground=asked.ground,
        same_content=True,
        decided_on=asked.decided,
    )


def _after(
    after: str | None, adoption: date | None, extend: str | None, asked: _ExtensionAsked
) -> _Made:
    where, day = register(), clock.today()
    with where.reading() as reader:
        state = state_of(reader, the_dossier(after or extend, where))
        extension = _extension(asked, state, day) if extend else None
        following = next_procedure(state, day, adoption, extension)
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
