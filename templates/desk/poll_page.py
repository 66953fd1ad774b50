"""The page on which the adviser hands in the count of a poll."""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Self

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.poll import total_of
from gehoord.domain.workbook.poll_table import PollTable
from gehoord.templates.poll import left_out, poll_rows


@dataclass(frozen=True, slots=True)
class CountedFile:
    """What a file says that was handed in.

    Attributes:
        name: of the file.
        headings: above the columns; ``rows`` are the options, most votes first.
        left_out: what was not read; empty when all of it was.
        said: what would be recorded.
        typed: which count it is and how many answered, as was filled in.
        groups: those that can be left out, each with the place of its column.
        is_other: whether it came to something else when it was looked at before.
        waits: by what the file that waits is known; empty as long as none does.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: str
    said: str
    typed: tuple[str, str]
    groups: tuple[tuple[int, str], ...] = ()
    is_other: bool = False
    waits: str = ""

    @classmethod
    def of(
        cls, name: str, read: PollTable, said: str, typed: tuple[str, str], *, is_other: bool
    ) -> Self:
        """Return what was read, as people see it."""
        rows = poll_rows(read.options, read.groups)
        names = [group.name for group in read.groups]
        return cls(
            one_line(name),
            tuple(rows[0]) if rows else (),
            tuple(tuple(map(str, row.values())) for row in rows),
            left_out(read.left_out, read.joined),
            said,
            typed,
            tuple((n, one_line(name)) for n, name in enumerate(names) if n != total_of(names)),
            is_other,
        )

    @property
    def mark(self) -> str:
        """By what this is known: who agreed to it agreed to nothing else."""
        seen = json.dumps([self.headings, self.rows, self.left_out, self.said])
        return hashlib.sha256(seen.encode()).hexdigest()

    def waiting(self, waits: str) -> Self:
        """Return this, of a file that waits to be agreed to."""
        return replace(self, waits=waits)


@dataclass(frozen=True, slots=True)
class PollPage:
    """What the adviser reads; ``wrong`` is why what he did was refused, ``told`` what was kept."""

    plan: str
    eenheid: str
    key: str
    wrong: str
    looked: CountedFile | None
    told: str

    @classmethod
    def of(
        cls, dossier: Dossier, key: str, *, wrong: str, looked: CountedFile | None, told: str
    ) -> "PollPage":
        """Return the page for a dossier."""
        plan, eenheid = one_line(dossier.title), one_line(dossier.eenheid_name)
        return cls(plan, eenheid, key, wrong, looked, told)

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        return "Dit staat in het bestand" if self.looked else "Uitslag van de peiling"
