# SPDX-License-Identifier: EUPL-1.2
"""The sterkteverdeling of S002, chapter 6, and small ones, as tests read and report them."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.strength_table import StrengthTable, TableStands
from gehoord.domain.workbook.grid import Grid
from gehoord.domain.workbook.strength_reading import StrengthRead, strength_in
from gehoord.tasks.workbook.delimited import grid_of_text

FILE = files("gehoord.procedures") / "noord-holland/imv-2019-2022.sterkte.csv"
AS_OF = date(2018, 8, 1)

SMALL = """\
onderdeel;aspirant;wijkagent;overig;totaal
Eenheid Klein;;;;
District Noord;;;;
Leiding District Noord;;;3,00;3,00
Basisteam Texel;1,00;2,00;10,50;13,50
District Noord;1,00;2,00;13,50;16,50
Totaal;1,00;2,00;13,50;16,50
"""
"""A unit of one district, in the layout of a printed plan."""

GROWTH = """
;2028;2029;structureel
de wijk;1,00;2,00;3,00
Som;1,00;2,00;3,00
"""
"""What comes in later years, below such a table."""


def read(text: str) -> StrengthRead:
    """Return what a table says that is typed with semicolons."""
    return strength_in([grid_of_text(text.encode())])


@cache
def of_s002() -> StrengthRead:
    """Return the table of S002: 60 lines, and its growth."""
    return strength_in([grid_of_text(FILE.read_bytes())])


def grid(*rows: tuple[Any, ...]) -> Grid:
    """Return a tab with these cells."""
    return Grid("Sterkte", rows)


def reported(
    read_: StrengthRead, on: date = AS_OF, stands: str = "voorlopig", **more: Any
) -> StrengthGiven:
    """Return the report with which a table is handed in."""
    content = {
        "op": on,
        "bestand": Document(name="sterkte.csv", content=b"x"),
        "peildatum": AS_OF,
        "stand": stands,
        "bron": "S002",
        "regels": read_.lines,
        "groei": read_.growth,
        **more,
    }
    return StrengthGiven.model_validate(content, by_alias=True, by_name=False)


def kept(read_: StrengthRead, number: int = 1, **more: Any) -> StrengthTable:
    """Return a table as the register has it."""
    given: dict[str, Any] = {
        "id": f"klein/sterkte/{number}",
        "dossier": "klein",
        "number": number,
        "recorded_on": date(2027, 6, 1),
        "as_of": AS_OF,
        "stands": TableStands.PROVISIONAL,
        "source": "S002",
        "lines": read_.lines,
        "growth": read_.growth,
    }
    return StrengthTable(**given | more)
