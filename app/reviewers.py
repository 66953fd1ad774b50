# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record meelezers --bestand`: who stands in a file, in the place of what is typed."""

from typing import Any

from gehoord.domain.errors import GehoordError
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.tasks.workbook.reviewers import reviewers_of


def with_reviewers(content: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed with the readers of the file; the file goes no further.

    Raises:
        GehoordError: it cannot be read, something in it is wrong, or readers were typed as well.
    """
    file = content["bestand"]
    if content.get("meelezers"):
        raise GehoordError("Kies --bestand of --meelezer, niet allebei.")
    read = reviewers_of(file.name, file.content)
    if read.faults:
        raise WorkbookFaultsError(read.faults)
    there = {name: value for name, value in content.items() if name != "bestand"}
    return {**there, "meelezers": read.lines}
