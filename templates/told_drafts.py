# SPDX-License-Identifier: EUPL-1.2
"""What pages say of the drafts: each version, what is other in it, and what was answered on it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.point import PointOutcome
from gehoord.domain.dossier.rounds_answered import MainLine, RoundAnswered, rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.outgoing.reading_along import rounds_told
from gehoord.domain.outgoing.uitvoeringsplannen import years_of_plans
from gehoord.domain.workbook.accounted import version_in_words
from gehoord.templates.told_promises import ToldPromise, told_promises
from gehoord.templates.wording import capital

_MOST: Final = 10
"""Main lines of one round that are named."""


@dataclass(frozen=True, slots=True)
class ToldDraft:
    """One version: which it is, since when, what changed, and what was answered on it."""

    name: str
    made_on: str
    changed: str
    answered: str
    points: str


@dataclass(frozen=True, slots=True)
class ToldRound:
    """The main lines of what was answered on one version, below `HEADINGS`.

    ``beside`` is how many more there are than these.
    """

    version: str
    lines: tuple[tuple[str, ...], ...]
    beside: int


@dataclass(frozen=True, slots=True)
class ToldDrafts:
    """All versions of the plan that count, and the main lines of each round that has points.

    ``read`` says of each version that went to be read to how many, and who did not respond.
    ``promises`` are the chapters that were to follow one of them. ``uitvoering`` says of each year
    how far the uitvoeringsplannen are that work the adopted plan out.
    """

    each: tuple[ToldDraft, ...]
    rounds: tuple[ToldRound, ...]
    read: tuple[str, ...]
    promises: tuple[ToldPromise, ...]
    uitvoering: tuple[str, ...] = ()
    headings: tuple[str, ...] = (
        "Hoofdlijn",
        "Punten",
        "Van hoeveel inzenders",
        *(outcome.capitalize() for outcome in PointOutcome),
        "Nog open",
    )


def told_drafts(state: State, on: date) -> ToldDrafts:
    """Return what pages say of the drafts; a text that is no version of the plan is none."""
    rounds = rounds_answered(state)
    answered = {one.version.id: one for one in rounds if one.version}
    plans = [version for version in standing(state.versions) if version.is_of_plan]
    versions = sorted(plans, key=lambda version: version.number)
    return ToldDrafts(
        tuple(_draft(version, answered.get(version.id)) for version in versions),
        tuple(_round(one) for one in rounds if one.points),
        tuple(one_line(told.in_words) for told in rounds_told(state)),
        told_promises(state, on),
        tuple(one_line(year.in_words) for year in years_of_plans(state, on)),
    )


def _draft(version: DraftVersion, answered: RoundAnswered | None) -> ToldDraft:
    return ToldDraft(
        one_line(f"{version.number}. {version.title}"),
        one_line(". ".join(filter(None, [day_in_words(version.made_on), version.filing_in_words]))),
        one_line(version.correction or version.changed),
        _answers(answered) if answered else "",
        _points(answered) if answered else "",
    )


def _answers(answered: RoundAnswered) -> str:
    late = sum(said.is_late for said in answered.answers)
    after = f", waarvan {late} na de laatste dag" if late else ""
    return f"{len(answered.answers)}{after}"


def _points(answered: RoundAnswered) -> str:
    points = answered.points
    waiting = sum(point.awaits_disposition for point in points)
    if not points:
        return ""
    return f"{len(points)}, {f'{waiting} nog open' if waiting else 'alle verwerkt'}"


def _round(one: RoundAnswered) -> ToldRound:
    lines = one.main_lines
    return ToldRound(
        capital(one_line(version_in_words(one.version))),
        tuple(map(_line, lines[:_MOST])),
        max(len(lines) - _MOST, 0),
    )


def _line(line: MainLine) -> tuple[str, ...]:
    numbers = (line.number(outcome) for outcome in (*PointOutcome, None))
    name = one_line(line.name) or "(geen hoofdlijn)"
    return (name, str(len(line.points)), str(line.senders), *map(str, numbers))
