"""Does every step come after the steps it rests on?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.written import Precision
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "volgorde",
    Severity.BLOCK,
    mistake=8,
    remedy="Verplaats een van beide stappen, of haal de verwijzing bij 'na' weg.",
)
def out_of_order(case: Case) -> Iterator[Observation]:
    """A step comes before one it rests on. Steps without a date have no order to break."""
    for planned in case.standing():
        if planned.precision is Precision.UNDATED:
            continue
        for earlier in (case.plan[i] for i in planned.step.after):
            if earlier.precision is Precision.UNDATED:
                continue
            whole = earlier.step.kind.takes_its_whole_window
            if (whole and earlier.span.end > planned.span.start) or (
                earlier.span.start > planned.span.end
            ):
                yield (
                    (planned.id, earlier.id),
                    f"'{planned.step.title}' is op {day_in_words(planned.span.start)}, maar rust "
                    f"op '{earlier.step.title}' van {day_in_words(earlier.span.end)}.",
                )
