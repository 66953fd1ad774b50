# SPDX-License-Identifier: EUPL-1.2
"""A procedure in memory in which one ontwerp follows another."""

from datetime import date

from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.finding import Severity
from gehoord.domain.outgoing.reminders import Reminder, due_reminders
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small, heard

FIRST = read_day("Thu 2027-06-10")
SENT = read_day("Thu 2027-06-17")
SECOND = read_day("Wed 2027-06-23")
AGREED = read_day("Thu 2027-06-24")
LAST_DAY_TO_ANSWER = read_day("Thu 2027-10-07")
DAYS_OF_SECOND = [read_day("Wed 2027-06-30"), read_day("Wed 2027-07-07")]
OF_ROUND = ("akkoord", "verzending")
ROUND = (*OF_ROUND, "horen")
FAR = ("made", "agreed", "asked", "heard")
ORDER = ("verzonden-voor-akkoord", "volgorde", "definitief-tijdens-raadpleging")


class Rounds(StoryInMemory):
    """A procedure in which one ontwerp follows another."""

    def __init__(self, procedure: Small) -> None:
        super().__init__()
        self.opens(procedure)

    def ontwerp(self, on: date) -> None:
        self.does(VersionMade(on=on, step="ontwerp"))

    def agreed(self, on: date) -> None:
        self.does(Agreed(on=on, client="regioburgemeester"))
        self.does(Agreed(on=on, client="hoofdofficier"))

    def asked(self, on: date) -> None:
        self.starts(Stage.HEARING, on)

    def heard(self, on: date, *councils: str) -> None:
        for council in councils:
            self.does(heard(council, on))

    def first_round(self) -> None:
        self.ontwerp(FIRST)
        self.agreed(FIRST)
        self.asked(SENT)

    def due(self, *steps: str) -> list[date | None]:
        """By when each step is due: its line in the plan and its actions say the same."""
        days = {a.due_on for step in steps for a in self.of(step)}
        lines = [line.end_on for step in steps for line in self.state.lines.where(step=step)]
        assert days == set(lines)
        return lines

    def of(self, step: str) -> list[Action]:
        return self.state.actions.where(step=step)

    def late(self, on: date) -> set[str]:
        return {a.step for a in self.state.open_actions() if a.step in ROUND and a.is_late(on)}

    def reminded(self, on: date) -> list[Reminder]:
        """What reminds griffies of the hearing on a day."""
        return [r for r in due_reminders(self.state, on) if r.action.step == "horen"]

    def blocked(self, on: date) -> list[str]:
        found = findings(Case.of_dossier(self.state, on))
        order = [f for f in found if f.severity is Severity.REASON and f.code in ORDER]
        return [f.text for f in order if set(f.steps) & set(ROUND)]
