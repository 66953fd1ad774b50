# SPDX-License-Identifier: EUPL-1.2
"""What stands in one cell, read as its column asks; a day is never guessed."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.fixed import Fixed, NoDateError, UnreadableDateError
from gehoord.calendar.ical.text import BLANK, paragraphs
from gehoord.domain.nearby import meant, unknown
from gehoord.domain.workbook.grid import Cell

Value = str | date
"""What a cell says; an empty text when it is empty."""

LONGEST: Final = 32_000
"""Characters; a program for spreadsheets keeps no more than 32,767 in a cell."""
SHORTENED: Final = " … (ingekort)"
ERRORS: Final = (
    "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "Err:",
)  # fmt: skip
"""How a text begins that a program for spreadsheets wrote where a value is missing."""

_MONTH_FIRST: Final = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\s*")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?")
_MONTHS_OF_YEAR: Final = 12
_SHORT: Final = 60


class CellError(ValueError):
    """A cell does not say what its column asks; what is wrong and what to do, in Dutch."""


_NOT_IN_CELLS: Final = {0x09: " ", 0xFFFE: None, 0xFFFF: None}
"""A tab, which some programs lose; and what no XML can hold."""


def written(text: str) -> str:
    """Return a text as it is put in a cell: readable, without tabs, no longer than one holds."""
    clean = paragraphs(text.translate(_NOT_IN_CELLS))
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(SHORTENED)] + SHORTENED


def plain(value: Value) -> str:
    """Return what a cell says as it is compared: programs change blanks and the form of a day.

    >>> plain("Meer  wijkagenten. "), plain(date(2027, 9, 16))
    ('Meer wijkagenten.', '2027-09-16')
    """
    if isinstance(value, date):
        return value.isoformat()
    text = paragraphs(value.translate(_NOT_IN_CELLS))
    lines = (BLANK.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def mark(values: Iterable[Value]) -> str:
    """Return by what it is seen that cells still say the same.

    >>> mark(["Texel", date(2027, 9, 16)]) == mark([" Texel", "2027-09-16"])
    True
    """
    told = "\x1f".join(map(plain, values))
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def text_in(cell: Cell) -> str:
    """Return a cell as text."""
    match cell:
        case None:
            return ""
        case bool():
            return "waar" if cell else "onwaar"
        case float() if cell.is_integer():
            return str(int(cell))
        case float():
            return str(cell).replace(".", ",")
        case date():
            return cell.isoformat()
        case str():
            return paragraphs(cell)


def day_in(cell: Cell, today: date) -> date:
    """Return the day in a cell that is not empty.

    Args:
        cell: a day, or one as people write it.
        today: nothing that lies after it can have been done.

    Raises:
        CellError: it is no day that can be read in one way only, or it is still to come.
    """
    day = _day_written(cell)
    if day > today:
        raise CellError(
            f"{day_in_words(day)} ligt in de toekomst; verbeter de dag, of wacht tot het is gebeurd"
        )
    return day


def _day_written(cell: Cell) -> date:
    from gehoord.calendar.written import read

    said = text_in(cell)
    if isinstance(cell, (bool, float)):
        raise CellError(
            f"{said} is een getal en geen dag; geef de cel de opmaak van een datum, of schrijf de "
            "dag als 16-9-2027"
        )
    if swapped := _month_first(said):
        raise CellError(f"in '{said}' staat de maand voorop; schrijf {swapped}")
    if moment := _MOMENT.fullmatch(said):
        said = moment[1]
    try:
        found = read(said)
    except NoDateError as error:
        hint = f"bedoelt u '{error.meant}'?" if error.meant else "schrijf de dag als 16-9-2027"
        raise CellError(f"'{said[:_SHORT]}' is geen dag; {hint}") from None
    except UnreadableDateError as error:
        raise CellError(_uncapped(str(error))) from None
    if not isinstance(found, Fixed) or found.span.days != 1 or found.precision != "dag":
        raise CellError(f"'{said[:_SHORT]}' is niet één dag; schrijf de dag als 16-9-2027")
    return found.span.start


def _month_first(said: str) -> str:
    """Return a day that has its month first the other way round; empty when it has not."""
    found = _MONTH_FIRST.fullmatch(said)
    if found is None:
        return ""
    first, sign, second, year = found.groups()
    if int(first) > _MONTHS_OF_YEAR or int(second) <= _MONTHS_OF_YEAR:
        return ""
    return f"{second}{sign}{first}{sign}{year}"


def choice_in(cell: Cell, choices: tuple[str, ...]) -> str:
    """Return which of the choices a cell that is not empty names.

    Raises:
        CellError: none of them; it names the one that was probably meant, or all.
    """
    said = text_in(cell)
    if (found := meant(said, choices)) is not None:
        return found
    short = said[:_SHORT]
    raise CellError(unknown(f"'{short}' kan hier niet", short, choices))


def _uncapped(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
