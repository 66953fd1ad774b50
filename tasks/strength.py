# SPDX-License-Identifier: EUPL-1.2
"""Reads the sterkteverdeling that a report hands in as a file."""

from collections.abc import Mapping
from typing import Any

from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.strength_reading import strength_in
from gehoord.tasks.workbook.reading import UnreadableWorkbookError, grids_of


def with_its_lines(content: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return what is reported, with the lines that its file says where it is a sterkteverdeling.

    Args:
        content: of a report of any kind, by the Dutch names of its fields.

    Raises:
        WorkbookFaultsError: the table in the file cannot be read; it names every fault.
        GehoordError: the file is no spreadsheet, has a password, is damaged, or is too large.
    """
    file = content.get("bestand")
    if content.get("wat") != "sterkte" or not isinstance(file, Document) or "regels" in content:
        return dict(content)
    try:
        read = strength_in(grids_of(file.content))
    except UnreadableWorkbookError as error:
        raise GehoordError(f"{file.name} {error}") from None
    return {**content, "regels": read.lines, "groei": read.growth}
