# SPDX-License-Identifier: EUPL-1.2
"""Do the meetings for which councils reserved time come before their last day to answer?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import by_letters, counted, day_in_words, enumeration
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, said
from gehoord.domain.dossier.reservations import meetings_too_late
from gehoord.domain.dossier.state import State
from gehoord.domain.finding import Severity
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()


@CHECKS.add(
    "raad-vergadert-na-laatste-dag",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    remedy="Vraag om een eerdere vergadering (Gemeentewet, art. 17), of geef zo'n raad uitstel "
    "zodra hij is gevraagd (gehoord record uitstel).",
)
def council_meets_too_late(case: Case) -> Iterator[Observation]:
    """A council means to treat the ontwerp in a meeting after its last day to answer."""
    late = list(_too_late(case.state)) if case.state and not case.adopted_on() else []
    if case.hearing is None or not late:
        return
    shown, rest = late[:MOST_NAMES], len(late) - MOST_NAMES
    more = [f"nog {counted(rest, 'raad', 'raden')}"] if rest > 0 else []
    yield (
        (case.hearing.id,),
        f"Na de laatste dag om te antwoorden vergadert de raad van {enumeration([*shown, *more])}.",
    )


def _too_late(state: State) -> Iterator[str]:
    """Yield the name of each council whose meeting comes too late, with both days."""
    late = meetings_too_late(state, state.hearings)
    for hearing, last in sorted(late, key=lambda pair: by_letters(pair[0].name)):
        if hearing.meeting_on:
            days = f"{day_in_words(hearing.meeting_on)}, laatste dag {said(last)}"
            yield f"{hearing.name} ({days})"
