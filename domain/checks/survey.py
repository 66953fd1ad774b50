"""Did every municipality name its priorities before the themes are chosen?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, when
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import surveys, unanswered
from gehoord.domain.finding import Severity
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
    state = case.state
    if state is None or state.themes():
        return
    over = [step.id for step in surveys(state) if case.is_late(case.plan[step.id])]
    chosen = [p for p in case.of_kind(StepKind.DECISION) if p.step.chooses_themes]
    if over and chosen and (silent := _names(state)):
        days = f" De thema's worden gekozen {when(chosen[0].stretch)}." if chosen[0].has_day else ""
        yield (*over, chosen[0].id), f"De prioriteiten zijn niet bekend van {silent}.{days}"


def _names(state: State) -> str:
    """Return who did not answer at all, the first by name; empty when everybody did."""
    names = [municipality.name for municipality in unanswered(state)]
    rest = len(names) - MOST_NAMES
    more = [f"nog {counted(rest, 'gemeente', 'gemeenten')}"] if rest > 0 else []
    return enumeration([*names[:MOST_NAMES], *more]) if names else ""
