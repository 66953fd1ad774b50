# SPDX-License-Identifier: EUPL-1.2
"""How far the uitvoeringsplannen of each year are: adopted, in concept, and still missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import (
    adopted_for,
    consultations,
    kept_themes,
    plans_owed,
    rounds_that_stand,
    theme_of,
    themes_missing,
    year_has_begun,
)


@dataclass(frozen=True, slots=True)
class YearOfPlans:
    """The uitvoeringsplannen of one year.

    Attributes:
        adopted: in order of day.
        in_draft: the themes of which the last concept is with the burgemeesters, and that concept.
        missing: the themes without one, in the order of the plan; those in concept among them.
        is_owed: whether the year is still open.
    """

    year: int
    adopted: tuple[Besluit, ...]
    in_draft: tuple[tuple[str, Circulation], ...]
    missing: tuple[str, ...]
    is_owed: bool

    @property
    def in_words(self) -> str:
        """The year in a few sentences."""
        said = [f"Uitvoeringsplannen voor {self.year}: {self._adopted}."]
        if self.missing:
            said.append(f"Nog zonder: {enumeration(list(self.missing))}.")
        for theme, sent in self.in_draft:
            of = f" van '{theme}'" if theme else ""
            day = sent.respond_by
            until = f", reageren tot en met {day_in_words(day)}" if day else ""
            said.append(f"In concept{of} sinds {day_in_words(sent.sent_on)}{until}.")
        return " ".join(said)

    @property
    def _adopted(self) -> str:
        if not self.adopted:
            return "nog niet vastgesteld"
        named = [
            f"{theme_of(besluit) or 'het hele plan'} ({day_in_words(besluit.taken_on)})"
            for besluit in self.adopted
        ]
        return f"vastgesteld voor {enumeration(named)}"


def years_of_plans(state: State, on: date) -> list[YearOfPlans]:
    """Return each year of which something is known, or that has begun and is still owed."""
    owed = {year for year, _ in plans_owed(state) if year is not None}
    begun = {year for year in owed if year_has_begun(year, on)}
    years = sorted(begun | set(_known_years(state))) if state.is_adopted else []
    return [_year(state, year, is_owed=year in owed) for year in years]


def _known_years(state: State) -> Iterator[int]:
    """Yield the years for which a uitvoeringsplan was adopted, or went out in concept."""
    yield from (b.year for b in state.besluiten_on(BesluitKind.UITVOERINGSPLAN) if b.year)
    yield from (step.year for step in rounds_that_stand(state) if step.year)


def _year(state: State, year: int, *, is_owed: bool) -> YearOfPlans:
    missing = themes_missing(state, year)
    adopted = adopted_for(state, year)
    themes = kept_themes(state)
    open_to_draft = missing if themes else [""] * (not adopted)
    last = [(theme, consultations(state, year, theme)[-1:]) for theme in open_to_draft]
    return YearOfPlans(
        year,
        tuple(adopted),
        tuple((theme, sent[0]) for theme, sent in last if sent),
        tuple(missing),
        is_owed,
    )
