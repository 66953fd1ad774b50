# SPDX-License-Identifier: EUPL-1.2
"""A tab: its columns, what the register says in its rows, and what a changed row reports."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final

from gehoord.domain.dossier.state import State
from gehoord.domain.workbook.cell import Value, mark, plain, written
from gehoord.domain.workbook.fault import Fault

KEY: Final = "Kenmerk"
"""The heading above the last column, which is hidden: by it a row is known again."""

Content = dict[str, Any]
"""What a report says, by the Dutch names of its fields."""


class Sort(StrEnum):
    """What a column holds."""

    TEXT = "tekst"
    DAY = "dag"
    CHOICE = "keuze"
    NUMBER = "getal"
    """Its cells hold a number with a point before its decimals; in a file it is one to add up."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a tab.

    Attributes:
        heading: what stands above it.
        sort: what it holds.
        choices: what can be chosen in it.
        is_asked: whether people fill it in; all else is to be read.
        may_come: whether a day in it may lie ahead; else it is of what was done.
    """

    heading: str
    sort: Sort = Sort.TEXT
    choices: tuple[str, ...] = ()
    is_asked: bool = False
    may_come: bool = False


@dataclass(frozen=True, slots=True)
class TabLine:
    """What the register says in one row.

    Attributes:
        id: of what it is about; it begins with the name of the dossier.
        cells: what stands in it, by the heading of each column.
    """

    id: str
    cells: Mapping[str, Value]


class Tab(ABC):
    """A table of a dossier that people read and, where it asks something, fill in.

    Attributes:
        name: of the tab; ``columns`` are those that people see.
        headings: above which column a field of its reports stands, where a refusal may name it.
        takes_new: whether people may add rows.
        goes_first: whether what it reports came before what other tabs report of the same council.
    """

    name: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    headings: ClassVar[Mapping[str, str]] = {}
    takes_new: ClassVar[bool] = False
    goes_first: ClassVar[bool] = False

    @abstractmethod
    def lines(self, state: State) -> list[TabLine]:
        """Return its rows, in the order in which people look for them."""

    def suggested(self, state: State) -> Mapping[str, tuple[str, ...]]:
        """Return what can be chosen in a column, by its heading, beside what people type."""
        return {}

    def wrong(self, row: "Row") -> Iterator[Fault]:
        """Yield what is wrong with a row that was changed, before anything is reported of it."""
        yield from ()

    def wrong_together(self, rows: Sequence["Row"], state: State) -> Iterator[Fault]:
        """Yield what is wrong with rows that were changed when they are seen beside others."""
        yield from ()

    def reports(self, row: "Row") -> list[Content]:
        """Return what a row reports that was changed and in which nothing is wrong."""
        return []

    def is_known(self, row: "Row", lines: Sequence[TabLine]) -> bool:
        """Whether a new row says what was recorded already, by reading the same file before."""
        return False

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether what was filled in is what the register made of it: that is no change."""
        return plain(said) == plain(recorded)

    @property
    def asked(self) -> tuple[Column, ...]:
        """The columns that people fill in."""
        return tuple(column for column in self.columns if column.is_asked)

    @property
    def given(self) -> tuple[Column, ...]:
        """The columns that are only to be read."""
        return tuple(column for column in self.columns if not column.is_asked)

    def key_of(self, line: TabLine) -> str:
        """Return the key of a row as it is written: of what it is, and how it stood then.

        That is told apart for what is given and for what is asked.
        """
        given = mark(line.cells[column.heading] for column in self.given)
        asked = mark(line.cells[column.heading] for column in self.asked)
        return f"{line.id} {given} {asked}"

    def line(self, identifier: str, *values: Value) -> TabLine:
        """Return a row with these cells, one for each column."""
        headings = (column.heading for column in self.columns)
        cells = (written(value) if isinstance(value, str) else value for value in values)
        return TabLine(identifier, dict(zip(headings, cells, strict=True)))


@dataclass(frozen=True, slots=True)
class Row:
    """A row as somebody filled it in.

    Attributes:
        tab: in which; ``place`` is the name of the tab in his file, ``number`` that of the row.
        line: what the register says of it now; nothing when it is new.
        cells: what he filled in, by heading.
    """

    tab: Tab
    place: str
    number: int
    line: TabLine | None
    cells: Mapping[str, Value]

    @property
    def who(self) -> str:
        """Whom it is about, as the first column says."""
        return str(self.line.cells[self._first] if self.line else self.cells[self._first])

    @property
    def _first(self) -> str:
        return self.tab.columns[0].heading

    def was(self, heading: str) -> Value:
        """Return what the register says in a cell."""
        return self.line.cells[heading] if self.line else ""

    @property
    def changed(self) -> tuple[str, ...]:
        """The headings of the cells that differ from the register, of those that are asked."""
        columns = self.tab.asked if self.line else self.tab.columns
        headings = (column.heading for column in columns)
        is_same = self.tab.is_same
        return tuple(h for h in headings if not is_same(h, self.cells[h], self.was(h)))

    def fault(self, text: str, heading: str = "") -> Fault:
        """Return what is wrong with this row, or with one of its cells."""
        return Fault(self.place, self.number, heading, self.who, text)
