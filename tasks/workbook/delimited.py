# SPDX-License-Identifier: EUPL-1.2
"""A table as text (CSV), in whatever way the program that wrote it does."""

import csv
import io
import re
from typing import Final

from gehoord.domain.workbook.grid import Grid

MOST_ROWS: Final = 20_000
LONGEST_CELL: Final = 100_000
_SEPARATORS: Final = ";,\t"
_NAMED: Final = re.compile(r"sep=(.)")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def grid_of_text(content: bytes) -> Grid:
    """Return the one tab of a file of text.

    Raises:
        ValueError: it is no table; the text goes on where the name of the file ends.
    """
    text = _decoded(content)
    first, _, rest = text.partition("\n")
    named = _NAMED.fullmatch(first.rstrip("\r"))
    separator = named[1] if named else max(_SEPARATORS, key=first.count)
    return Grid("", tuple(_rows(rest if named else text, separator)))


def _rows(text: str, separator: str) -> list[tuple[str, ...]]:
    csv.field_size_limit(LONGEST_CELL)
    rows: list[tuple[str, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            if len(rows) == MOST_ROWS:
                raise ValueError(f"heeft meer dan {MOST_ROWS} rijen. Kies het goede bestand.")
            rows.append(tuple(row))
    except csv.Error:
        raise ValueError(
            f"is bij rij {len(rows) + 1} niet te lezen: misschien is een aanhalingsteken niet "
            "gesloten. Bewaar het opnieuw, liever als XLSX of ODS."
        ) from None
    return rows


def _decoded(content: bytes) -> str:
    """Return the text of a file; programs for spreadsheets write it in one of three ways."""
    if content.startswith(_UTF_16):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\0" in content or not content.strip():
        raise ValueError("is geen tabel. Kies een bestand dat eindigt op .xlsx, .ods of .csv.")
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("heeft tekens die niet te lezen zijn. Bewaar het als CSV UTF-8.")
