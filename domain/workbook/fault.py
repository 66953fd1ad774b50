# SPDX-License-Identifier: EUPL-1.2
"""What is wrong in a workbook: all of it at once, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from gehoord.calendar.dutch import counted
from gehoord.domain.errors import GehoordError


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a person must put right.

    Attributes:
        tab: in which tab; empty for a file that has but one.
        row: the number of the row as the program shows it, from 1.
        column: the heading above the cell; empty when it is about the whole row.
        who: whom the row is about.
        text: what is wrong and what to do, without a full stop at its end.
    """

    tab: str
    row: int
    column: str
    who: str
    text: str

    def __str__(self) -> str:
        place = [f"blad '{self.tab}'"] if self.tab else []
        place.append(f"rij {self.row}")
        if self.column:
            place.append(f"kolom '{self.column}'")
        where = ", ".join(place)
        about = f" ({self.who})" if self.who else ""
        text = self.text if self.text.endswith(("?", ".")) else f"{self.text}."
        return f"{where[0].upper()}{where[1:]}{about}: {text}"

    def as_json(self) -> dict[str, object]:
        """Return the documented JSON shape."""
        return {"tab": self.tab, "row": self.row, "column": self.column, "text": str(self)}


class WorkbookFaultsError(GehoordError):
    """A workbook says what cannot be recorded; nothing of it was. Each fault is one sentence."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        found = counted(len(faults), "fout", "fouten")
        super().__init__(
            " ".join([f"Er is niets vastgelegd: {found} in het bestand.", *map(str, faults)])
        )
