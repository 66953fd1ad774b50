# SPDX-License-Identifier: EUPL-1.2
"""The process that opens a file of a spreadsheet, and tells its cells as JSON.

It may be ended at any moment: by the system, for want of memory or time, or by a fault of the
library or ours. The parent then says that the file cannot be read. It imports nothing of Gehoord
but what reads the same file.
"""

import io
import json
import resource
import sys
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from xml.etree import ElementTree

import python_calamine as calamine

from gehoord.tasks.workbook.oddities import Oddities, oddities_of

MEMORY: Final = 1 << 30
"""Bytes."""
SECONDS: Final = 30
"""Of work; the parent waits longer, for the machine may be busy."""
MOST_ROWS: Final = 20_000
MOST_TOLD: Final = 64 << 20
"""Characters of JSON: the parent must be able to hold what it is told."""

_TOO_LARGE: Final = "is te groot. Kies het bestand dat u invulde."
_LOCKED: Final = "heeft een wachtwoord. Haal dat eraf en bewaar het opnieuw."
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def told(content: bytes) -> list[dict[str, Any]] | str:
    """Return every tab of a file, or in Dutch why it cannot be read."""
    if _is_locked(content):
        return _LOCKED
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        odd = oddities_of(content)
        return [_tab(book, found, odd) for found in book.sheets_metadata if _is_table(found)]
    except calamine.PasswordError:
        return _LOCKED
    except TooLongError as error:
        return str(error)
    except (calamine.CalamineError, ElementTree.ParseError, UnseenTabError):
        return "is niet te lezen. Bewaar het opnieuw als XLSX of ODS."


class TooLongError(Exception):
    """A tab has more rows than any of ours."""


class UnseenTabError(Exception):
    """Of a tab nothing is known but its cells: not whether rows are hidden, or cells an error."""


def _is_locked(content: bytes) -> bool:
    if _ENCRYPTED in content:
        return True
    if not content.startswith(b"PK"):
        return False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = "META-INF/manifest.xml"
        return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _is_table(found: Any) -> bool:
    return bool(found.typ == calamine.SheetTypeEnum.WorkSheet)


def _tab(book: Any, found: Any, odd: dict[str, Oddities]) -> dict[str, Any]:
    sheet = book.get_sheet_by_name(found.name)
    if sheet.height > MOST_ROWS:
        raise TooLongError(
            f"heeft op blad '{found.name}' meer dan {MOST_ROWS} rijen. Kies het goede bestand."
        )
    rows = [list(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False)]
    of_tab = odd.get(found.name)
    if of_tab is None:
        raise UnseenTabError
    return {
        "name": found.name,
        "visible": found.visible == calamine.SheetVisibleEnum.Visible,
        "rows": rows,
        "flaws": [[*place, name] for place, name in _flaws(rows, of_tab).items()],
        "hidden": sorted(of_tab.hidden),
    }


def _cell(value: Any) -> Any:
    """Return a cell as JSON has it; a day as a list, so that it differs from a text."""
    match value:
        case datetime():
            return [value.date().isoformat()]
        case date():
            return [value.isoformat()]
        case time() | timedelta():
            return str(value)
        case _:
            return value


def _flaws(rows: list[list[Any]], odd: Oddities) -> dict[tuple[int, int], str]:
    """Return the cells of which nobody can tell what they say, by their place."""
    flaws = dict(odd.errors)
    flaws |= {place: "NO_OUTCOME" for place in odd.formulas if not _value(rows, place)}
    return flaws | dict.fromkeys(odd.merged, "MERGED")


def _value(rows: list[list[Any]], place: tuple[int, int]) -> Any:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def main() -> None:
    """Read a file from standard input, within limits, and write what it holds."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError):  # macOS does not limit memory; time it does
            resource.setrlimit(what, (most, most))
    said = json.dumps(told(sys.stdin.buffer.read()))
    sys.stdout.write(said if len(said) <= MOST_TOLD else json.dumps(_TOO_LARGE))


if __name__ == "__main__":
    main()
