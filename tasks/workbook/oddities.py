# SPDX-License-Identifier: EUPL-1.2
"""What the library that reads cells does not tell: errors, empty formulas, merged and hidden.

It is looked up in the XML of the file itself, with a reader that keeps one element at a time.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree import ElementTree

Place = tuple[int, int]
"""A row and a column, both from 0."""

_RELATION: Final = "relationships}id"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_MERGED: Final = 10_000
_LETTERS: Final = 26


@dataclass
class Oddities:
    """What is odd about one tab.

    Attributes:
        errors: the cells that hold an error, each with the name of its flaw.
        formulas: the cells that hold a formula.
        merged: the cells that are one with others.
        hidden: the rows that people do not see.
    """

    errors: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)
    merged: set[Place] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)


def oddities_of(content: bytes) -> dict[str, Oddities]:
    """Return what is odd about each tab of a file, by its name; an old XLS has no such tabs."""
    if not content.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return {
                name: _of_xlsx(archive, part) for name, part in _parts(archive) if part in names
            }
        if "content.xml" in names:
            return _of_ods(archive)
    return {}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each tab of an XLSX with the part that holds it."""
    related = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {one.get("Id"): one.get("Target", "") for one in related}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    for sheet in book.findall(".//{*}sheet"):
        relation = next((v for k, v in sheet.attrib.items() if k.endswith(_RELATION)), "")
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield sheet.get("name", ""), part


def _of_xlsx(archive: zipfile.ZipFile, part: str) -> Oddities:
    odd, number = Oddities(), 0
    with archive.open(part) as file:
        for _, element in ElementTree.iterparse(file):  # noqa: S314
            tag = _local(element)
            if tag == "c":
                _look_at(element, odd)
            elif tag == "row":
                number = int(element.get("r", number + 1))  # who does not number them, counts on
                if element.get("hidden") in ("1", "true"):
                    odd.hidden.add(number - 1)
                element.clear()
            elif tag == "mergeCell":
                odd.merged |= set(_range(element.get("ref", "")))
    return odd


def _local(element: Any) -> str:
    """Return the name of an element alone: the strict sort of XLSX has namespaces of its own."""
    return str(element.tag).rpartition("}")[2]


def _look_at(cell: Any, odd: Oddities) -> None:
    place = _place(cell.get("r", ""))
    if place is None:
        return
    if cell.get("t") == "e":
        odd.errors[place] = "ERROR"
    elif cell.find("{*}f") is not None:
        odd.formulas.add(place)


def _place(reference: str) -> Place | None:
    """Return the place of a cell from its letters and number.

    >>> _place("AB14")
    (13, 27)
    """
    found = _CELL.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _range(reference: str) -> Iterator[Place]:
    """Yield the cells of a range, as far as a table of ours can reach."""
    first, _, last = reference.partition(":")
    start, end = _place(first), _place(last or first)
    if start is None or end is None:
        return
    number = 0
    for row in range(start[0], end[0] + 1):
        for column in range(start[1], end[1] + 1):
            if number == _MOST_MERGED:
                return
            number += 1
            yield row, column


def _of_ods(archive: zipfile.ZipFile) -> dict[str, Oddities]:
    found: dict[str, Oddities] = {}
    name, number = "", 0
    with archive.open("content.xml") as file:
        for event, element in ElementTree.iterparse(file, ("start", "end")):  # noqa: S314
            if event == "start" and element.tag == f"{_TABLE}table":
                name, number = element.get(f"{_TABLE}name", ""), 0
                found[name] = Oddities()
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                number = _look_at_row(element, number, found[name])
                element.clear()
    return found


def _look_at_row(row: Any, number: int, odd: Oddities) -> int:
    """Look at a row of an ODS, and return the number of the one that follows."""
    times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
    if row.get(f"{_TABLE}visibility", "visible") != "visible":
        odd.hidden |= set(range(number, number + min(times, _MOST_MERGED)))
    column = 0
    for cell in row:
        place, width = (number, column), int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.tag == f"{_TABLE}covered-table-cell" or _spans(cell):
            odd.merged |= {(number, column + more) for more in range(min(width, _MOST_MERGED))}
        elif cell.get(f"{_TABLE}formula"):
            odd.formulas.add(place)
        column += width
    return number + times


def _spans(cell: Any) -> bool:
    """Whether a cell lies over others."""
    spans = ("number-columns-spanned", "number-rows-spanned")
    return any(cell.get(f"{_TABLE}{name}", "1") != "1" for name in spans)
