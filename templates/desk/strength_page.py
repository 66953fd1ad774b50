# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser takes a sterkteverdeling, and hands one in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.workbook.fault import Fault
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.seen_file import SeenFile, fault_rows
from gehoord.templates.strength_rows import HEADINGS, headings_of_growth, row_of, rows_of_growth

_BY_ITSELF: Final = ("op", "door", "toelichting")
ASKED: Final = tuple(
    question
    for question in questions(StrengthGiven)
    if question.sort is not Document and question.name not in _BY_ITSELF
)
FIELDS: Final = tuple(question.name for question in ASKED)
"""What the form asks beside the file, by the names of the report."""
_SORTS: Final = {"date": "date", "int": "number"}


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field of the form, with what was filled in; ``sort`` is how a browser asks it."""

    name: str
    title: str
    description: str
    sort: str
    choices: tuple[str, ...]
    is_required: bool
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStrength(SeenFile):
    """What a file says of the strength: each line with its fte, and what it comes to.

    Attributes:
        rows: each line, below the ``headings``.
        growth: what comes in later years, below ``headings_of_growth``; empty without.
        told: what it comes to.
    """

    headings: tuple[str, ...] = HEADINGS
    rows: tuple[tuple[str, ...], ...] = ()
    headings_of_growth: tuple[str, ...] = ()
    growth: tuple[tuple[str, ...], ...] = ()
    told: str = ""

    @classmethod
    def with_faults(cls, name: str, faults: Sequence[Fault]) -> Self:
        """Return a file that cannot be recorded, with every fault at its place."""
        return cls(name=one_line(name), faults=fault_rows(faults))

    @classmethod
    def of(cls, report: StrengthGiven, told: str) -> Self:
        """Return what a file says; ``told`` is what it comes to."""
        return cls(
            name=one_line(report.file.name),
            rows=tuple(map(row_of, report.lines)),
            headings_of_growth=headings_of_growth(report.growth),
            growth=tuple(rows_of_growth(report.growth)),
            told=told,
        )


class StrengthPage(FilePage[SeenStrength]):
    """What the adviser reads of the strength."""

    __slots__ = ()

    empty = "Sterkteverdeling"
    looked_at = "Dit staat in de tabel"
    faulty = "Er klopt iets niet"
    whom = "Onderdeel"

    @property
    def fields(self) -> tuple[AskedField, ...]:
        """What is asked beside the file."""
        return tuple(
            AskedField(
                q.name,
                q.title,
                q.description,
                _SORTS.get(q.sort.__name__, "text"),
                q.choices,
                q.is_required,
                self.said.get(q.name, ""),
            )
            for q in ASKED
        )
