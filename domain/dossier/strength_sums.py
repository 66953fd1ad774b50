# SPDX-License-Identifier: EUPL-1.2
"""Do the sums of a sterkteverdeling come out, at every level? Each difference has its place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gehoord.domain.dossier.fte import NONE, fte_in_words, may_be_rounded
from gehoord.domain.dossier.strength_line import KINDS, SPLIT, GrowthLine, StrengthLine


@dataclass(frozen=True, slots=True)
class SumDifference:
    """A sum that is not what it should be.

    Attributes:
        row: where it stands in the file, from 1; 0 when it came from none.
        name: of the line; ``column`` is the heading above the cell.
        written: what stands there; ``exact`` what it should be.
        of: what is added up, in Dutch.
        is_growth: whether it stands in the table of the growth.
    """

    row: int
    name: str
    column: str
    written: Decimal
    exact: Decimal
    of: str
    is_growth: bool = False

    @property
    def may_be_rounded(self) -> bool:
        """Whether the sum was printed with fewer decimals than what it adds up."""
        return may_be_rounded(self.written, self.exact)

    @property
    def is_accepted(self) -> bool:
        """Whether it stands in nobody's way: the growth is printed in whole fte.

        The strength itself has two decimals everywhere, so that each of its sums must come out.
        """
        return self.is_growth and self.may_be_rounded

    def __str__(self) -> str:
        row = f"rij {self.row}, " if self.row else ""
        place = f"{row}kolom '{self.column}' ({self.name})"
        written, exact = fte_in_words(self.written), fte_in_words(self.exact)
        if self.is_accepted:
            return f"{place}: {written} is afgerond, {self.of} is {exact}"
        perhaps = "; dat kan door afronding komen" if self.may_be_rounded else ""
        return f"{place}: er staat {written}, maar {self.of} is {exact}{perhaps}"


def differences(
    lines: Sequence[StrengthLine], growth: Sequence[GrowthLine] = ()
) -> list[SumDifference]:
    """Return every sum that is not what it should be, in the order of the table.

    Of each line aspirant, wijkagent and overig are its totaal, and both sorts of wijkagenten its
    wijkagenten, where one of them is told; of each group, and of the unit, every column is the sum
    of its parts.
    """
    found = [d for line in lines for d in (*_of_line(line), *_of_parts(line, lines))]
    return found + list(_of_growth(growth))


def parts_of(line: StrengthLine, lines: Sequence[StrengthLine]) -> list[StrengthLine]:
    """Return the lines that are directly a part of this one."""
    return [
        part for part in lines if part.parent == line.name and part.level.rank > line.level.rank
    ]


def _of_line(line: StrengthLine) -> Iterator[SumDifference]:
    exact = line.aspirant + line.wijkagent + line.overig
    if exact != line.totaal:
        of = "aspirant + wijkagent + overig"
        yield SumDifference(line.row, line.name, "totaal", line.totaal, exact, of)
    if line.senior is None and line.expert is None:
        return
    split = (line.senior or NONE) + (line.expert or NONE)
    if split != line.wijkagent:
        of = "(sr.) wijkagent + operationeel expert wijk"
        yield SumDifference(line.row, line.name, "wijkagent", line.wijkagent, split, of)


def _of_parts(line: StrengthLine, lines: Sequence[StrengthLine]) -> Iterator[SumDifference]:
    parts = parts_of(line, lines)
    if not parts:
        return
    for column, amount in {**KINDS, **SPLIT}.items():
        written, known = amount(line), _known(parts, amount)
        if written is not None and known and sum(known) != written:
            exact = sum(known, NONE)
            row = line.split_row or line.row if column in SPLIT else line.row
            of = "de som van de onderdelen"
            yield SumDifference(row, line.name, column, written, exact, of)


def _known(
    parts: Sequence[StrengthLine], amount: Callable[[StrengthLine], Decimal | None]
) -> list[Decimal]:
    return [known for part in parts if (known := amount(part)) is not None]


def _of_growth(growth: Sequence[GrowthLine]) -> Iterator[SumDifference]:
    parts = [line for line in growth if not line.is_total]
    for total in (line for line in growth if line.is_total):
        for when, written in total.amounts.items():
            exact = sum((part.amounts.get(when, NONE) for part in parts), NONE)
            if written != exact:
                of = "de som van de regels erboven"
                yield SumDifference(total.row, total.name, when, written, exact, of, is_growth=True)
