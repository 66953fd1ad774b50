# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser takes the workbook of a dossier, and hands it in again."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.judging import CellChange, Judged
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.seen_file import SeenFile, fault_rows

LONGEST_SHOWN: Final = 300
"""Signs of a cell; who wants the rest has it in his file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt(SeenFile):
    """What a workbook comes to that was handed in.

    Attributes:
        changes: each with tab, row, whom it is about, column, what was and what comes.
        ignored: the tabs that are none of ours.
        agree: what the button says that records it.
        whole: by what its changes are known, also where a cell is too long to be shown.
    """

    changes: tuple[tuple[str, ...], ...]
    ignored: tuple[str, ...]
    agree: str
    whole: str

    @classmethod
    def of(cls, name: str, found: Judged) -> Self:
        """Return what was found in a file, as people read it."""
        number = len(found.reports)
        return cls(
            name=one_line(name),
            faults=fault_rows(found.faults),
            changes=tuple(map(_change, found.changes)),
            ignored=tuple(map(one_line, found.ignored)),
            agree="Leg deze melding vast" if number == 1 else f"Leg deze {number} meldingen vast",
            whole=found.mark,
        )


class SheetPage(FilePage[LookedAt]):
    """What the adviser reads of his workbook."""

    __slots__ = ()

    empty = "Werkblad"
    looked_at = "Dit zou er veranderen"
    faulty = "Er klopt iets niet in het werkblad"


def _change(change: CellChange) -> tuple[str, ...]:
    was, becomes = _shown(change.was), _shown(change.becomes)
    return change.tab, str(change.row), change.who, change.heading, was, becomes


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
