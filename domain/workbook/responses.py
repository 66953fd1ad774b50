# SPDX-License-Identifier: EUPL-1.2
"""The tab of what councils and others said, and what is done with it (verwerking)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.answers import AnyAnswer, points_by_answer, sender_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import Value, plain
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

SENDER: Final = "Van wie"
KIND: Final = "Soort"
RECEIVED: Final = "Ontvangen op"
TEXT: Final = "Tekst"
DISPOSITION: Final = "Verwerking"
DISPOSED: Final = "Verwerkt op"

RESPONSE: Final = "reactie"
ZIENSWIJZE: Final = "zienswijze"


class ResponsesTab(Tab):
    """One row for each zienswijze and response that counts; a new row is a new response."""

    name = "Reacties"
    headings: ClassVar = {"op": DISPOSED}
    takes_new = True
    columns = (
        Column(SENDER),
        Column(KIND),
        Column(RECEIVED, Sort.DAY),
        Column(TEXT),
        Column(DISPOSITION, is_asked=True),
        Column(DISPOSED, Sort.DAY, is_asked=True),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return the zienswijzen and then the responses, in the order in which they are weighed."""
        return [self._line(item) for item in _all_said(state) if item.counts]

    def _line(self, item: AnyAnswer) -> TabLine:
        return self.line(
            item.id,
            sender_of(item),
            ZIENSWIJZE if isinstance(item, Zienswijze) else RESPONSE,
            item.received_on,
            item.text,
            item.disposition,
            item.disposed_on or "",
        )

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield what is missing from a new response, or from what is done with an old one."""
        cells = row.cells
        if row.line is None:
            yield from _wrong_with_new(row)
        elif row.was(DISPOSITION):
            yield row.fault(
                f"wat hiermee is gedaan, staat vast; zet '{_short(row)}' terug, of neem het eerst "
                "terug met een herstel",
                DISPOSITION,
            )
        elif not cells[DISPOSITION]:
            yield row.fault("vul in wat ermee is gedaan, of maak de dag leeg", DISPOSITION)
        elif not cells[DISPOSED]:
            yield row.fault("vul de dag in, zoals 16-9-2027", DISPOSED)

    def wrong_together(self, rows: Sequence[Row], state: State) -> Iterator[Fault]:
        """Yield what was taken back, or would be taken for what the sender said earlier."""
        yield from self._taken_back(rows, state)
        split = points_by_answer(state)
        weighed = {row.line.id: row for row in rows if row.line}
        waiting: dict[str, AnyAnswer] = {}
        for item in _all_said(state):
            sender = folded(sender_of(item))
            if not item.awaits_disposition or item.id in split:
                continue
            row = weighed.get(item.id)
            if row is None:
                waiting.setdefault(sender, item)
            elif earlier := waiting.get(sender):
                when = day_in_words(earlier.received_on)
                yield row.fault(
                    f"vul eerst in wat is gedaan met wat {row.who} op {when} zei", DISPOSITION
                )

    def _taken_back(self, rows: Sequence[Row], state: State) -> Iterator[Fault]:
        """Yield each new row that says what was recorded once and does not count any more."""
        gone = [(_said(self._line(r).cells), r.withdrawn_on) for r in state.responses]
        for row in rows:
            said = _said(row.cells)
            days = [day for words, day in gone if day and words == said]
            if days and row.line is None:
                on = day_in_words(days[-1])
                yield row.fault(f"deze reactie is teruggenomen op {on}; haal de regel weg")

    def reports(self, row: Row) -> list[Content]:
        """Return a new response, or what is done with an old one."""
        cells = row.cells
        if row.line is None:
            content = {"van": cells[SENDER], "tekst": cells[TEXT], "op": cells[RECEIVED]}
            return [{"wat": "reactie", **content}]
        done = {"verwerking": cells[DISPOSITION], "op": cells[DISPOSED]}
        return [{"wat": "verwerking", "van": row.who, **done}]

    def is_known(self, row: Row, lines: Sequence[TabLine]) -> bool:
        """Whether a new row says what was recorded already, by reading the same file before."""
        if row.cells[DISPOSITION] or row.cells[DISPOSED] or not _is_response(row):
            return False
        said = _said(row.cells)
        return any(said == _said(line.cells) for line in lines if line.cells[KIND] == RESPONSE)


def _all_said(state: State) -> list[AnyAnswer]:
    """Return what councils and others said, in the order in which it is weighed."""
    return [*state.zienswijzen, *state.responses]


def _said(cells: Mapping[str, Value]) -> list[str]:
    """Return by what a response is known again: who said what, and when."""
    return [plain(cells[heading]) for heading in (SENDER, RECEIVED, TEXT)]


def _is_response(row: Row) -> bool:
    """Whether a new row is said to be a response, or nothing else."""
    return folded(str(row.cells[KIND])) in ("", RESPONSE)


def _wrong_with_new(row: Row) -> Iterator[Fault]:
    cells = row.cells
    for heading, what in ((SENDER, "wie reageerde"), (TEXT, "wat die zei")):
        if not cells[heading]:
            yield row.fault(f"vul in {what}", heading)
    if not cells[RECEIVED]:
        yield row.fault("vul de dag in, zoals 16-9-2027", RECEIVED)
    if not _is_response(row):
        yield row.fault(
            "een nieuwe rij is een reactie; wat een raad zegt, vult u in op het blad 'Raden'", KIND
        )
    for heading in (DISPOSITION, DISPOSED):
        if cells[heading]:
            yield row.fault(
                "leg eerst de reactie vast en maak deze cel leeg; de verwerking vult u daarna in, "
                "in een nieuw bestand",
                heading,
            )


_SHORT: Final = 40


def _short(row: Row) -> str:
    said = plain(row.was(DISPOSITION)).replace("\n", " ")
    return said if len(said) <= _SHORT else f"{said[:_SHORT]}…"
