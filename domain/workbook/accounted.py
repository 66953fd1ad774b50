# SPDX-License-Identifier: EUPL-1.2
"""The tabs of the account of the responses: to be read, and not filled in."""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.answers import AnyAnswer
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.rounds_answered import Answered, RoundAnswered, rounds_answered
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.tab import Column, Sort, Tab, TabLine

NO_MAIN_LINE = "(geen hoofdlijn)"
NO_VERSION = "(nog geen versie)"


class MainLinesTab(Tab):
    """One row for each main line of each round, with its points counted."""

    name = "Hoofdlijnen"
    columns = (
        Column("Over versie"),
        Column("Hoofdlijn"),
        Column("Punten"),
        Column("Van hoeveel inzenders"),
        *(Column(outcome.capitalize()) for outcome in PointOutcome),
        Column("Nog open"),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return the main lines of each round, the one with most points first."""
        return [line for one in rounds_answered(state) for line in self._of(state, one)]

    def _of(self, state: State, one: RoundAnswered) -> Iterator[TabLine]:
        for number, line in enumerate(one.main_lines, start=1):
            numbers = [line.number(outcome) for outcome in (*PointOutcome, None)]
            counts = [len(line.points), line.senders, *numbers]
            yield self.line(
                f"{one.version.id if one.version else state.id}/hoofdlijn/{number}",
                version_in_words(one.version),
                line.name or NO_MAIN_LINE,
                *map(str, counts),
            )


class AccountTab(Tab):
    """One row for each point, and for each answer that has none; each answer is told whole."""

    name = "Verantwoording"
    columns = (
        Column("Van wie"),
        Column("Soort"),
        Column("Over versie"),
        Column("Ontvangen op", Sort.DAY),
        Column("Op tijd"),
        Column("Reactie in haar geheel"),
        Column("Punt"),
        Column("Onderwerp"),
        Column("Hoofdlijn"),
        Column("Tekst van het punt"),
        Column("Uitkomst"),
        Column("Uitleg"),
        Column("Verwerkt op", Sort.DAY),
    )

    def lines(self, state: State) -> list[TabLine]:
        """Return the answers of each round, in the order in which they came."""
        return [
            line
            for one in rounds_answered(state)
            for said in one.answers
            for line in self._of(version_in_words(one.version), said)
        ]

    def _of(self, version: str, said: Answered) -> Iterator[TabLine]:
        answer = said.answer
        in_time = said.lateness or "ja"
        whole = (said.sender, kind_of(answer), version, answer.received_on, in_time, answer.text)
        for point in said.points:
            yield self.line(point.id, *whole, *_of_point(point))
        if not said.points:
            done = ("verwerkt" if answer.disposition else "", answer.disposition)
            none = ("", "", "", "", *done, answer.disposed_on or "")
            yield self.line(answer.id, *whole, *none)


def _of_point(point: Point) -> tuple[Value, ...]:
    return (
        str(point.number),
        point.subject,
        point.main_line,
        point.text,
        point.outcome or "",
        point.explanation,
        point.disposed_on or "",
    )


def kind_of(answer: AnyAnswer) -> str:
    """Return what sort of answer it is."""
    return "zienswijze" if isinstance(answer, Zienswijze) else "reactie"


def version_in_words(version: DraftVersion | None) -> str:
    """Return on which version was answered, as people call it: "70%-versie van 18 juni 2018"."""
    if version is None:
        return NO_VERSION
    name = version.title
    if version.is_ontwerp:
        name = "ontwerp"
    elif version.completeness is not None:
        name = f"{version.completeness}%-versie"
    return f"{name} van {day_in_words(version.made_on)}"
