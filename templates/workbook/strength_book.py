# SPDX-License-Identifier: EUPL-1.2
"""A sterkteverdeling as a workbook: to keep, or to fill in and hand in again."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_line import KINDS, SPLIT, STRUCTURAL, Level, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.strength_layout import LEVEL, NAME, PARENT
from gehoord.domain.workbook.tab import Column, Sort, Tab, TabLine
from gehoord.templates.wording import capital
from gehoord.templates.workbook.book import Book, BookTab

_YEARS_AHEAD: Final = 4


@dataclass(frozen=True)
class _StrengthTab(Tab):
    """The lines of the strength; each says what it is and what it is a part of."""

    table: StrengthTable | None
    eenheid: str
    name = "Sterkte"
    columns = (
        Column(capital(NAME), is_asked=True),
        Column(capital(LEVEL), Sort.CHOICE, tuple(Level), is_asked=True),
        Column(capital(PARENT), is_asked=True),
        *(Column(capital(kind), Sort.NUMBER, is_asked=True) for kind in (*KINDS, *SPLIT)),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return the lines of the table; where there is none, that of the eenheid to begin with."""
        known = self.table.lines if self.table else (_nothing(self.eenheid),)
        return [self.line("", *_cells(line)) for line in known]


@dataclass(frozen=True)
class _GrowthTab(Tab):
    """The growth by year."""

    table: StrengthTable | None
    years: tuple[str, ...]
    name = "Groei"

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """What it is for, the years, and what stays."""
        amounts = [Column(capital(when), Sort.NUMBER, is_asked=True) for when in self.years]
        return (Column(capital(NAME), is_asked=True), *amounts)

    def lines(self, state: State) -> list[TabLine]:
        """Return the lines of the growth, if the table has any."""
        growth = self.table.growth if self.table else ()
        return [
            self.line("", line.name, *(str(line.amounts.get(w, "")) for w in self.years))
            for line in growth
        ]


def strength_book(state: State, table: StrengthTable | None, on: date) -> Book:
    """Return a table as a workbook; without one an empty workbook to fill in."""
    years = tuple(table.growth[0].amounts) if table and table.growth else _coming(state)
    tabs = (_StrengthTab(table, state.dossier.eenheid_name), _GrowthTab(table, years))
    told = tuple(BookTab(tab, tuple(tab.lines(state))) for tab in tabs)
    return Book(f"Sterkteverdeling {state.dossier.title}", on, _explained(state, table, on), told)


def _coming(state: State) -> tuple[str, ...]:
    """Return the years of the plan, and what stays."""
    first = state.proposal.beleidsplan.start.year
    return (*(str(first + more) for more in range(_YEARS_AHEAD)), STRUCTURAL)


def _nothing(eenheid: str) -> StrengthLine:
    return StrengthLine(name=f"Eenheid {eenheid}", level=Level.EENHEID)


def _cells(line: StrengthLine) -> list[Value]:
    amounts = (column(line) for column in (*KINDS.values(), *SPLIT.values()))
    return [line.name, line.level, line.parent, *map(_number, amounts)]


def _number(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def _explained(state: State, table: StrengthTable | None, on: date) -> tuple[str, ...]:
    which = table.in_words if table else "er is nog geen sterkteverdeling; vul haar hier in"
    return (
        f"Sterkteverdeling van {state.dossier.eenheid_name}",
        f"Dossier '{state.id}' op {day_in_words(on)}: {which}.",
        "",
        "Zo vult u dit bestand in",
        "1. Zet op het blad Sterkte elk onderdeel in een eigen rij, met zijn niveau.",
        "2. Vul bij 'Valt onder' de naam in van de groep of de eenheid erboven.",
        "3. Vul de sterkte in fte in, met hoogstens twee decimalen. Leeg is niets.",
        "4. Elke groep, en de eenheid, heeft een eigen rij met haar som.",
        "5. De twee soorten wijkagenten en het blad Groei mag u leeg laten.",
        "6. Lever het in op uw pagina van de balie, onder Sterkteverdeling. U ziet eerst wat erin "
        "staat.",
        f"7. Op de opdrachtregel kan het ook: gehoord record sterkte {state.id} BESTAND.",
        "Klopt een som niet, dan wordt er niets vastgelegd en hoort u per cel wat er mis is.",
    )
