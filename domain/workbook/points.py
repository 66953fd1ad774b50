# SPDX-License-Identifier: EUPL-1.2
"""The tab of points: what each answer says point by point, and what is done with each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from gehoord.domain.acts.points import NO_MAIN_LINE
from gehoord.domain.dossier.answers import answer_named, in_turn, names_of_answers, sender_in
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, spelled
from gehoord.domain.workbook.cell import Value, plain
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

SENDER: Final = "Van wie"
NUMBER: Final = "Punt"
VERSION: Final = "Over versie"
TEXT: Final = "Tekst van het punt"
SUBJECT: Final = "Onderwerp"
MAIN_LINE: Final = "Hoofdlijn"
OUTCOME: Final = "Uitkomst"
EXPLANATION: Final = "Uitleg"
DISPOSED: Final = "Verwerkt op"
_DONE: Final = (OUTCOME, EXPLANATION, DISPOSED)
_FILL_IN: Final = {
    SENDER: "vul in van wie het is, zoals op het blad 'Reacties'",
    SUBJECT: "vul in waar het punt over gaat, zoals een hoofdstuk of thema",
    TEXT: "vul het punt in, in de woorden van wie het schreef",
}


class PointsTab(Tab):
    """One row for each point; a new row is a new point of an answer that is in the register."""

    name = "Punten"
    headings: ClassVar = {
        "van": SENDER,
        "onderwerp": SUBJECT,
        "hoofdlijn": MAIN_LINE,
        "tekst": TEXT,
        "uitkomst": OUTCOME,
        "uitleg": EXPLANATION,
        "op": DISPOSED,
    }
    takes_new = True
    columns = (
        Column(SENDER),
        Column(NUMBER),
        Column(VERSION),
        Column(TEXT),
        Column(SUBJECT, is_asked=True),
        Column(MAIN_LINE, is_asked=True),
        Column(OUTCOME, Sort.CHOICE, tuple(PointOutcome), is_asked=True),
        Column(EXPLANATION, is_asked=True),
        Column(DISPOSED, Sort.DAY, is_asked=True),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return the points by their number."""
        names = {answer.id: name for name, answer in names_of_answers(state).items()}
        versions = {v.id: v.title for v in state.versions}
        found = in_turn(standing(state.points))
        return [self._line(p, names.get(p.answer, p.sender), versions) for p in found]

    def suggested(self, state: State) -> Mapping[str, tuple[str, ...]]:
        """Return whose answers can be split, and the subjects and main lines that were used."""
        points = standing(state.points)
        return {
            SENDER: tuple(names_of_answers(state)),
            SUBJECT: tuple(sorted({p.subject for p in points})),
            MAIN_LINE: tuple(sorted({p.main_line for p in points} - {""})),
        }

    def _line(self, point: Point, sender: str, versions: Mapping[str, str]) -> TabLine:
        return self.line(
            point.id,
            sender,
            str(point.number),
            versions.get(point.version or "", ""),
            point.text,
            point.subject,
            point.main_line,
            point.outcome or "",
            point.explanation,
            point.disposed_on or "",
        )

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield what is missing from a point, or would overwrite what is decided on it."""
        cells = row.cells
        if row.line is None:
            yield from (row.fault(what, h) for h, what in _FILL_IN.items() if not cells[h])
        elif not cells[SUBJECT]:
            yield row.fault(_FILL_IN[SUBJECT], SUBJECT)
        if row.was(OUTCOME):
            yield from _decided_otherwise(row)
        elif any(cells[heading] for heading in _DONE):
            yield from _half_decided(row)

    def wrong_together(self, rows: Sequence[Row], state: State) -> Iterator[Fault]:
        """Yield each new row of which nobody is known who answered, or that says what is gone."""
        gone = {(p.answer, *_words(p.subject, p.text)) for p in state.points if not p.counts}
        for row in (row for row in rows if row.line is None and row.cells[SENDER]):
            try:
                answer = answer_named(state, str(row.cells[SENDER]))
            except RefusedError as error:
                yield row.fault(error.text[:1].lower() + error.text[1:], SENDER)
                continue
            about = "zienswijze" if isinstance(answer, Zienswijze) else "reactie"
            if (answer.id, *_words(row.cells[SUBJECT], row.cells[TEXT])) in gone:
                yield row.fault(f"dit punt van deze {about} is teruggenomen; haal de rij weg")

    def reports(self, row: Row) -> list[Content]:
        """Return a new point, or under what an old one comes and what is done with it."""
        cells = row.cells
        done = {"uitkomst": cells[OUTCOME], "uitleg": cells[EXPLANATION], "op": cells[DISPOSED]}
        done = {name: value for name, value in done.items() if value}
        if row.line is None:
            said = {"van": cells[SENDER], "onderwerp": cells[SUBJECT], "tekst": cells[TEXT]}
            line = {"hoofdlijn": cells[MAIN_LINE]} if cells[MAIN_LINE] else {}
            return [{"wat": "punt", **said, **line, **done}]
        points = {"punten": [row.line.cells[NUMBER]]}
        found: list[Content] = []
        if {SUBJECT, MAIN_LINE} & set(row.changed):
            placed = {"onderwerp": cells[SUBJECT], "hoofdlijn": cells[MAIN_LINE] or NO_MAIN_LINE}
            found.append({"wat": "punt-indeling", **points, **placed})
        if set(_DONE) & set(row.changed):
            found.append({"wat": "punt-verwerking", **points, **done})
        return found

    def is_known(self, row: Row, lines: Sequence[TabLine]) -> bool:
        """Whether a new row says what was recorded already, by reading the same file before.

        Its sender may have answered again since then, and be told apart by the day from then on.
        """
        said = _said(row.cells)
        known = (line.cells for line in lines if said in (_said(line.cells), _bare(line.cells)))
        return any(_same_done(row.cells, cells) for cells in known)


def _said(cells: Mapping[str, Value]) -> tuple[str, str, str]:
    """Return by what a point is known again: whose it is, about what, and in which words."""
    return folded(plain(cells[SENDER])), *_words(cells[SUBJECT], cells[TEXT])


def _words(subject: Value, text: Value) -> tuple[str, str]:
    """Return what a point is about and its words, as they are compared."""
    return spelled(plain(subject)), plain(text)


def _same_done(said: Mapping[str, Value], cells: Mapping[str, Value]) -> bool:
    """Whether a point comes under the same main line, and the same is done with it."""
    line, known = plain(said[MAIN_LINE]), plain(cells[MAIN_LINE])
    return spelled(line) == spelled(known) and all(plain(said[h]) == plain(cells[h]) for h in _DONE)


def _bare(cells: Mapping[str, Value]) -> tuple[str, str, str]:
    """Return the same of a point as long as its sender had answered once."""
    return _said({**cells, SENDER: sender_in(plain(cells[SENDER]))})


def _decided_otherwise(row: Row) -> Iterator[Fault]:
    """Yield each cell that changes what is decided on a point."""
    for heading in (h for h in _DONE if h in row.changed):
        yield row.fault(
            f"wat met dit punt is gedaan, staat vast; zet '{row.was(heading)}' terug, of neem het "
            "eerst terug met een herstel",
            heading,
        )


def _half_decided(row: Row) -> Iterator[Fault]:
    """Yield what is missing from what is done with a point."""
    cells = row.cells
    if not cells[OUTCOME]:
        yield row.fault("kies wat ermee is gedaan, of maak uitleg en dag leeg", OUTCOME)
        return
    if not cells[DISPOSED]:
        yield row.fault("vul de dag in, zoals 16-9-2027", DISPOSED)
    if PointOutcome(str(cells[OUTCOME])).needs_words and not cells[EXPLANATION]:
        what = "het antwoord" if cells[OUTCOME] == PointOutcome.ANSWERED else "waarom niet"
        yield row.fault(f"schrijf op {what}", EXPLANATION)
