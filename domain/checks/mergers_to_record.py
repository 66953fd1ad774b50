# SPDX-License-Identifier: EUPL-1.2
"""Does the dossier know the mergers of the country that are near, or past?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.checks.case import MERGER_NEAR, Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.finding import Severity
from gehoord.law.mergers import Merger
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()
_A_DAY: Final = timedelta(days=1)


@CHECKS.add(
    "herindeling-vastleggen",
    Severity.WARN,
    mistake=13,
    article=HEAR_COUNCILS,
    reading="gehoord worden de raden die er bij de vaststelling zijn",
    remedy="Leg de herindeling vast op de eerste dag van de nieuwe gemeente, met de opdracht die "
    "erbij staat of met het formulier melden-herindeling.",
)
def merger_to_record(case: Case) -> Iterator[Observation]:
    """A merger of the country is near or past, and the dossier does not know it yet."""
    for merger, ceasing in mergers_near(case):
        if case.state:
            yield (), _in_words(case.state.id, merger, ceasing)


def mergers_near(case: Case) -> Iterator[tuple[Merger, list[FrozenMunicipality]]]:
    """Yield each merger that a dossier does not know yet, with who ceases in it."""
    if case.state is None or case.on is None:
        return
    for merger in case.mergers_of_dossier:
        ceasing = _not_recorded(case, merger)
        if ceasing and merger.on <= case.on + MERGER_NEAR:
            yield merger, ceasing


def _not_recorded(case: Case, merger: Merger) -> list[FrozenMunicipality]:
    """Return which municipalities of the dossier go into another by a merger it does not know.

    One that is split is there once for each that gets a part.
    """
    there = case.state.municipalities if case.state else []
    return [m for m in there if m.code in merger.ceased_codes and _goes_into(m, merger)]


def _goes_into(municipality: FrozenMunicipality, merger: Merger) -> bool:
    if municipality.until is None:
        return True
    is_split = municipality.until == merger.on - _A_DAY and bool(municipality.successors)
    return is_split and merger.code not in municipality.successors


def _in_words(dossier: str, merger: Merger, ceasing: list[FrozenMunicipality]) -> str:
    names = enumeration([m.name for m in ceasing])
    verb = "gaat" if len(ceasing) == 1 else "gaan"
    options = " ".join(f"--opgeheven {m.code}" for m in ceasing)
    elsewhere = ", van een andere eenheid" * any(m.code in dict(merger.came_from) for m in ceasing)
    doubt = f" Onzeker: {merger.uncertain.act}." if merger.uncertain.act else ""
    return (
        f"{names} {verb} op {day_in_words(merger.on)} op in {merger.name}{elsewhere}; dit dossier "
        f'weet dat nog niet: gehoord record herindeling {dossier} {merger.code} "{merger.name}" '
        f"{options} --op {merger.on.isoformat()}.{doubt}"
    )
