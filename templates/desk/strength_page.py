"""The page on which the adviser takes a sterkteverdeling, and hands one in."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from gehoord.calendar.dutch import counted
from gehoord.calendar.ical.text import one_line
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.report import StrengthGiven
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.strength_line import StrengthLine
from gehoord.domain.workbook.fault import Fault
from gehoord.templates.strength_rows import HEADINGS, row_of

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


@dataclass(frozen=True, slots=True)
class SeenStrength:
    """What a file says, or all that is wrong with it.

    Attributes:
        faults: each with tab, row, column, whom it is about, and what is wrong.
        rows: each line with its fte, below the ``headings``.
        told: what it comes to.
        is_other: whether it came to something else when it was looked at before.
        waits: by what the file that waits is known; empty as long as none does.
    """

    name: str
    faults: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    told: str = ""
    is_other: bool = False
    waits: str = ""
    headings: tuple[str, ...] = HEADINGS

    @classmethod
    def with_faults(cls, name: str, faults: Sequence[Fault]) -> Self:
        """Return a file that cannot be recorded, with every fault at its place."""
        told = tuple((f.tab, str(f.row), f.column, f.who, f.text) for f in faults)
        return cls(one_line(name), faults=told)

    @classmethod
    def of(cls, name: str, lines: Sequence[StrengthLine], told: str, *, is_other: bool) -> Self:
        """Return what a file says."""
        return cls(one_line(name), rows=tuple(map(row_of, lines)), told=told, is_other=is_other)

    @property
    def how_many_faults(self) -> str:
        """How many faults there are, in words."""
        return counted(len(self.faults), "fout", "fouten")

    @property
    def mark(self) -> str:
        """By what this is known: who agreed to it agreed to nothing else."""
        return hashlib.sha256(json.dumps([self.rows, self.told]).encode()).hexdigest()

    def waiting(self, waits: str) -> Self:
        """Return this, of a file that waits to be agreed to."""
        return replace(self, waits=waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthPage:
    """What is read of it. ``plan`` is the procedure, ``key`` the hidden key of the forms."""

    plan: str
    eenheid: str
    key: str
    fields: tuple[AskedField, ...]
    wrong: str
    seen: SeenStrength | None
    told: str

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        key: str,
        said: Mapping[str, str],
        *,
        wrong: str,
        seen: SeenStrength | None,
        told: str,
    ) -> Self:
        """Return the page of a dossier; the arguments are its attributes."""
        fields = tuple(
            AskedField(
                q.name,
                q.title,
                q.description,
                _SORTS.get(q.sort.__name__, "text"),
                q.choices,
                q.is_required,
                said.get(q.name, ""),
            )
            for q in ASKED
        )
        plan, eenheid = one_line(dossier.title), one_line(dossier.eenheid_name)
        return cls(
            plan=plan, eenheid=eenheid, key=key, fields=fields, wrong=wrong, seen=seen, told=told
        )

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        if self.seen:
            return "Er klopt iets niet" if self.seen.faults else "Dit staat in de tabel"
        return "Sterkteverdeling"
