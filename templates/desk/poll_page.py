# SPDX-License-Identifier: EUPL-1.2
"""The page on which the adviser hands in the count of a poll."""

from dataclasses import dataclass
from typing import Self

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.poll import total_of
from gehoord.domain.workbook.poll_table import PollTable
from gehoord.templates.desk.file_page import FilePage
from gehoord.templates.desk.seen_file import SeenFile
from gehoord.templates.poll import left_out, poll_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFile(SeenFile):
    """What a file says of a poll.

    Attributes:
        headings: above the columns; ``rows`` are the options, most votes first.
        left_out: what was not read; empty when all of it was.
        told: what would be recorded.
        groups: those that can be left out, each with the place of its column.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: str
    told: str
    groups: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, name: str, read: PollTable, told: str) -> Self:
        """Return what was read, as people see it."""
        rows = poll_rows(read.options, read.groups)
        names = [group.name for group in read.groups]
        return cls(
            name=one_line(name),
            headings=tuple(rows[0]) if rows else (),
            rows=tuple(tuple(map(str, row.values())) for row in rows),
            left_out=left_out(read.left_out, read.joined),
            told=told,
            groups=tuple((n, one_line(g)) for n, g in enumerate(names) if n != total_of(names)),
        )


class PollPage(FilePage[CountedFile]):
    """What the adviser reads of a poll."""

    __slots__ = ()

    empty = "Uitslag van de peiling"
    looked_at = "Dit staat in het bestand"
