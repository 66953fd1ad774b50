# SPDX-License-Identifier: EUPL-1.2
"""Did every municipality name its priorities before the themes are chosen?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, when
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import surveys, unanswered
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind

CHECKS = Checks()


@CHECKS.add(
    "prioriteiten-onbekend",
    Severity.WARN,
    mistake=None,
    practice="S003: in hoeveel gemeenten een onderwerp een prioriteit is, is een grond voor een "
    "thema",
    remedy="Vraag de gemeenten nog eens naar hun prioriteiten (gehoord record herinnering), of "
    "kies de thema's later.",
)
def priorities_not_known(case: Case) -> Iterator[Observation]:
    """A survey is over, not all municipalities answered, and the themes are still to be chosen."""
    if case.state is None or case.state.themes():
        return
    over, silent = _over(case, case.state), _names(case.state)
    for themes in [p for p in case.of_kind(StepKind.DECISION) if p.step.chooses_themes][:1]:
        if over and silent:
            told = f"De prioriteiten zijn niet bekend van {silent}.{_chosen_when(themes)}"
            yield (*over, themes.id), told


def _over(case: Case, state: State) -> list[str]:
    """Return the surveys of which the last day has passed while somebody owes an answer."""
    return [step.id for step in surveys(state) if case.is_late(case.plan[step.id])]


def _chosen_when(themes: PlannedStep) -> str:
    return f" De thema's worden gekozen {when(themes.stretch)}." if themes.has_day else ""


def _names(state: State) -> str:
    """Return who did not answer at all, the first by name; empty when everybody did."""
    names = [municipality.name for municipality in unanswered(state)]
    rest = len(names) - MOST_NAMES
    more = [f"nog {counted(rest, 'gemeente', 'gemeenten')}"] if rest > 0 else []
    return enumeration([*names[:MOST_NAMES], *more]) if names else ""
