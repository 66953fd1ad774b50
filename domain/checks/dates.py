"""Are the agreed days days on which people work? They are never moved; they only warn."""

from collections.abc import Iterator

from gehoord.calendar.dutch import full_day_in_words
from gehoord.calendar.written import Precision
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity
from gehoord.domain.step import StepKind

CHECKS = Checks()

_PROMISED = (
    StepKind.MEETING,
    StepKind.DECISION,
    StepKind.CONSULTATION,
    StepKind.HEARING,
    StepKind.ADOPTION,
    StepKind.NOTICE,
    StepKind.AGREEMENT,
)


@CHECKS.add(
    "vrije-dag",
    Severity.WARN,
    mistake=16,
    remedy="Kies een werkdag. Gehoord verschuift een afgesproken dag niet zelf.",
)
def ends_on_day_off(case: Case) -> Iterator[Observation]:
    """An agreed day falls in a weekend. Whole months and years name no day."""
    for planned in case.standing():
        named = planned.precision in (Precision.DAY, Precision.RELATIVE, Precision.APPROXIMATE)
        if named and planned.step.kind in _PROMISED and planned.due_on.weekday() >= 5:
            words = f" ('{planned.words}')" if planned.precision is not Precision.DAY else ""
            yield (
                (planned.id,),
                f"'{planned.step.title}' eindigt op {full_day_in_words(planned.due_on)}{words}.",
            )
