# SPDX-License-Identifier: EUPL-1.2
"""An amount of fte in one cell, as people write it; what can be read in two ways is refused."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from gehoord.domain.dossier.fte import MOST, NONE, fte_in_words
from gehoord.domain.workbook.cell import ERRORS, CellError, text_in
from gehoord.domain.workbook.grid import Cell, Flaw

_BLANKS: Final = re.compile(r"[\s\u00a0\u202f\u2009']")
_DASHES: Final = "-\u2013\u2014\u2212"
"""What people type for nothing, and before what is below zero."""
_DUTCH: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
"""2.832,60 and 2832,60; a comma before three figures may be meant as a thousand."""
_POINT: Final = re.compile(r"(\d+)\.(\d{1,2})")
_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMALS: Final = re.compile(r"\d+[.,]\d{3,}")
_CENT: Final = Decimal("0.01")
_NOISE: Final = Decimal("0.000001")
"""What a program for spreadsheets leaves when it adds up; no person writes so small an amount."""
_SHORT: Final = 40


def fte_in(cell: Cell) -> Decimal:
    """Return the fte in a cell; an empty one, or a dash, is none.

    Raises:
        CellError: it is no amount, it is negative, or it can be read in two ways.
    """
    if isinstance(cell, bool):
        raise CellError(f"'{text_in(cell)}' is geen getal; vul het aantal fte in")
    if isinstance(cell, date):
        raise CellError(
            "het rekenprogramma heeft hier een dag van gemaakt; geef de cel de opmaak van een "
            "getal en typ het aantal opnieuw"
        )
    amount = _of_number(cell) if isinstance(cell, float) else _of_text(text_in(cell))
    if amount < NONE:
        raise CellError(f"{fte_in_words(amount)} is minder dan nul; sterkte kan niet negatief zijn")
    if amount >= MOST:
        raise CellError("dit is meer fte dan de hele politie heeft; verbeter het getal")
    return amount


def _of_number(number: float) -> Decimal:
    """Return a number without what adding up left behind it."""
    written = Decimal(repr(number))
    if not written.is_finite():
        raise CellError("hier staat geen getal; vul het aantal fte in")
    if abs(written) >= MOST:
        return written
    near = written.quantize(_CENT, ROUND_HALF_UP)
    if abs(near - written) > _NOISE:
        raise CellError(f"{str(written).replace('.', ',')} heeft meer dan twee decimalen; rond af")
    return near.to_integral_value() if near == near.to_integral_value() else near.normalize()


def _of_text(text: str) -> Decimal:
    said = _BLANKS.sub("", text)
    if not said.strip(_DASHES):
        return NONE
    if text.startswith(ERRORS):
        raise CellError(Flaw.ERROR)
    if text.startswith("="):
        raise CellError(Flaw.NO_OUTCOME)
    negative = said[0] in _DASHES or (said[0] == "(" and said[-1] == ")")
    amount = _of_figures(said.strip(f"{_DASHES}()") if negative else said, text[:_SHORT])
    return -amount if negative else amount


def _of_figures(said: str, shown: str) -> Decimal:
    """Return what figures say, with a comma or a point before the decimals."""
    if found := _DUTCH.fullmatch(said):
        whole, decimals = found[1].replace(".", ""), found[2]
        return Decimal(f"{whole}.{decimals}" if decimals else whole)
    if found := _POINT.fullmatch(said):
        return Decimal(said)
    if _DECIMALS.fullmatch(said) and "," in said:
        whole, _, rest = said.partition(",")
        raise CellError(
            f"'{shown}' kan {whole}{rest} zijn of {whole},{rest[:2]}; schrijf het als {whole}"
            f"{rest} of {whole},{rest[:2]}"
        )
    if _ENGLISH.fullmatch(said):
        whole, _, decimals = said.replace(",", "").partition(".")
        better = f"{whole},{decimals[:2]}" if decimals else whole
        raise CellError(f"'{shown}' heeft de komma en de punt andersom; schrijf {better}")
    if _DECIMALS.fullmatch(said):
        raise CellError(f"'{shown}' heeft meer dan twee decimalen; rond af")
    raise CellError(f"'{shown}' is geen getal; schrijf het aantal fte als 165,10")
