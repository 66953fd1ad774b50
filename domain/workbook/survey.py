# SPDX-License-Identifier: EUPL-1.2
"""The tab of the survey: what each municipality names, and when its council set its goals."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from gehoord.domain.acts.reports_of_survey import LONGEST_SOURCE, in_lines, why_no_list
from gehoord.domain.dossier.goals import GoalsOfCouncil, day_of_themes, goals_of_councils
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answers, asked_of
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.cell import Value
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Sort, Tab, TabLine

PRIORITIES: Final = "Prioriteiten"
SOURCE: Final = "Bron"
GIVEN: Final = "Doorgegeven op"
GOALS: Final = "Veiligheidsplan vastgesteld op"
_ANSWER: Final = (PRIORITIES, SOURCE, GIVEN)


class SurveyTab(Tab):
    """One row for each municipality that still exists."""

    name = "Prioriteiten"
    columns = (
        Column("Gemeente"),
        Column("CBS-code"),
        Column("Gevraagd uiterlijk", Sort.DAY),
        Column("Veiligheidsplan (IVP)"),
        Column(PRIORITIES, is_asked=True),
        Column(SOURCE, is_asked=True),
        Column(GIVEN, Sort.DAY, is_asked=True),
        Column(GOALS, Sort.DAY, is_asked=True),
    )
    headings: ClassVar = {
        "prioriteiten": PRIORITIES,
        "bron": SOURCE,
        "op": GIVEN,
        "veiligheidsplan": GOALS,
    }

    def lines(self, state: State) -> list[TabLine]:
        """Return a row for each municipality, by name."""
        goals = goals_of_councils(state, day_of_themes(state) or date.max)
        said = {answer.municipality: answer for answer in answers(state)}
        return [self._line(state, each, said.get(each.municipality.code)) for each in goals]

    def _line(self, state: State, goals: GoalsOfCouncil, said: LocalPriorities | None) -> TabLine:
        municipality = goals.municipality
        asked = asked_of(state, municipality.code)
        return self.line(
            municipality.id,
            municipality.name,
            municipality.code,
            (asked[0].due_on or "") if asked else "",
            goals.stand,
            "\n".join(said.priorities) if said else "",
            said.source if said else "",
            said.given_on if said else "",
            goals.set_on or "",
        )

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield what is missing from an answer, or was taken away."""
        cells = row.cells
        if row.was(GOALS) and not cells[GOALS]:
            yield row.fault("zet de dag terug, of vul de goede dag in", GOALS)
        if not _is_answer(row):
            return
        if not cells[PRIORITIES]:
            yield row.fault(_why_empty(row), PRIORITIES)
        elif why := why_no_list(in_lines(str(cells[PRIORITIES]))):
            yield row.fault(why, PRIORITIES)
        if len(str(cells[SOURCE])) > LONGEST_SOURCE:
            yield row.fault(f"schrijf ten hoogste {LONGEST_SOURCE} tekens", SOURCE)
        if not cells[GIVEN]:
            yield row.fault("vul de dag in waarop de gemeente dit doorgaf, zoals 16-9-2027", GIVEN)

    def is_same(self, heading: str, said: Value, recorded: Value) -> bool:
        """Whether it is what the register has; how a list is numbered says nothing."""
        if heading == PRIORITIES:
            return _each(said) == _each(recorded)
        return super().is_same(heading, said, recorded)

    def reports(self, row: Row) -> list[Content]:
        """Return the answer of a municipality, or that its council set its goals."""
        cells = row.cells
        code = cells["CBS-code"]
        goals = {"veiligheidsplan": cells[GOALS]} if GOALS in row.changed else {}
        if not _is_answer(row):
            return [{"wat": "veiligheidsplan", "gemeente": code, "op": cells[GOALS]}]
        said = {"prioriteiten": cells[PRIORITIES], "bron": cells[SOURCE], "op": cells[GIVEN]}
        return [{"wat": "lokale-prioriteiten", "gemeente": code, **said, **goals}]


def _is_answer(row: Row) -> bool:
    return any(heading in row.changed for heading in _ANSWER)


def _each(value: Value) -> list[str]:
    return [folded(line) for line in in_lines(str(value))]


def _why_empty(row: Row) -> str:
    if row.was(PRIORITIES):
        return (
            "hier stonden de prioriteiten van de gemeente; zet ze terug, of neem ze terug met een "
            "herstel"
        )
    return "noem de prioriteiten, een op elke regel, of maak de andere cellen leeg die u invulde"
