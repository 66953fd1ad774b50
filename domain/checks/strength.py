# SPDX-License-Identifier: EUPL-1.2
"""Is the strength in the plan enough, and is it the one on which the councils were heard?"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.fte import fte_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_changes import compared
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import HEAR_COUNCILS, WIJKAGENT_NORM

CHECKS = Checks()


class _Wijkagenten(NamedTuple):
    """How many wijkagenten there are, how many there are to be at least, and from what that is."""

    number: Decimal
    norm: int
    ground: str


@CHECKS.add(
    "wijkagentnorm",
    Severity.WARN,
    mistake=6,
    article=WIJKAGENT_NORM,
    practice="S002: 298 wijkagenten, terwijl het inwoneraantal er 305 rechtvaardigt",
    remedy="Verdeel meer wijkagenten, of leg uit wanneer de norm wordt gehaald.",
)
def too_few_wijkagenten(case: Case) -> Iterator[Observation]:
    """The eenheid has fewer wijkagenten than one for every 5,000 inhabitants."""
    found = _wijkagenten(case)
    if found and found.number < found.norm:
        yield (
            (),
            f"De sterkteverdeling telt {fte_in_words(found.number)} wijkagenten; {found.ground} "
            f"zijn er ten minste {found.norm} nodig.",
        )


@CHECKS.add(
    "sterkte-veranderd-na-horen",
    Severity.WARN,
    mistake=3,
    also=(4,),
    article=HEAR_COUNCILS,
    reading="over wat na het horen verandert, zijn de raden niet gehoord",
    practice="S002: de definitieve verdeling wordt de burgemeesters nagezonden",
    remedy="Stuur de raden de definitieve verdeling met wat er veranderde, of weeg of opnieuw "
    "horen nodig is.",
)
def strength_changed_since_heard(case: Case) -> Iterator[Observation]:
    """The strength that is adopted is distributed otherwise than the councils were heard on."""
    state = case.state
    ontwerp, final = (state.ontwerp, state.final) if state else (None, None)
    if state is None or ontwerp is None or final is None or not _was_asked(state, ontwerp):
        return
    heard, now = table_of(state, ontwerp), table_of(state, final)
    if heard is None or now is None or heard.id == now.id:
        return
    found = compared(heard, now)
    if found.is_material:
        yield (
            (final.step, ontwerp.step),
            f"De sterkteverdeling in '{final.title}' is een andere dan waarover de raden zijn "
            f"gevraagd. {found.in_words}",
        )


def table_of(state: State, version: DraftVersion | None) -> StrengthTable | None:
    """Return the sterkteverdeling in a version, if one is known."""
    return state.strengths.one(version.strength) if version and version.strength else None


def _was_asked(state: State, ontwerp: DraftVersion) -> bool:
    """Whether a council was asked about this ontwerp."""
    return bool(state.hearings.where(version=ontwerp.content_id))


def _wijkagenten(case: Case) -> _Wijkagenten | None:
    """Return the wijkagenten of the version that is adopted or heard, else of the proposal."""
    planned = case.proposal.beleidsplan.strength
    norm = planned.norm if planned else None
    ground = _of_inhabitants(planned.inhabitants if planned else None)
    table = _table(case.state)
    if table is None:
        return _Wijkagenten(Decimal(planned.wijkagenten), planned.norm, ground) if planned else None
    if table.norm is not None:
        norm, ground = table.norm, _of_inhabitants(table.inhabitants, table)
    return _Wijkagenten(table.wijkagenten, norm, ground) if norm else None


def _table(state: State | None) -> StrengthTable | None:
    if state is None:
        return None
    return table_of(state, state.final) or table_of(state, state.ontwerp)


def _of_inhabitants(inhabitants: int | None, table: StrengthTable | None = None) -> str:
    if not inhabitants:
        return "naar de norm"
    on = table.inhabitants_on if table else None
    return f"bij {inhabitants} inwoners{f' op {day_in_words(on)}' if on else ''}"
