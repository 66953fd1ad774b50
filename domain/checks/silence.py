# SPDX-License-Identifier: EUPL-1.2
"""Is the silence of a council the judgement of a person who can defend it?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.silence import (
    is_of_its_own,
    office_that_judges,
    silent_without_opportunity,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()


@CHECKS.add(
    "raad-zweeg",
    Severity.WARN,
    mistake=1,
    article=HEAR_COUNCILS,
    reading="een raad die echt gelegenheid had en zweeg, telt als gehoord",
    remedy="Kijk na of bij elke raad staat waarom hij genoeg gelegenheid had.",
)
def silence_was_accepted(case: Case) -> Iterator[Observation]:
    """A council did not answer, and a person judged that it had a real opportunity."""
    if case.hearing is None or case.state is None:
        return
    silent = [h.name for h in case.state.hearings.where(state=HearingState.SILENT)]
    if not silent:
        return
    lacked = [h.name for h in silent_without_opportunity(case.state)]
    also = (
        f" Zonder vergadering die paste of zes raadsweken: "
        f"{counted(len(lacked), 'raad', 'raden')} ({some(lacked)})."
    )
    yield (case.hearing.id,), f"Zonder antwoord afgesloten: {some(silent)}.{also if lacked else ''}"


@CHECKS.add(
    "zweeg-zonder-gelegenheid",
    Severity.REASON,
    mistake=1,
    article=HEAR_COUNCILS,
    reading="zonder echte gelegenheid telt zwijgen alleen met een eigen reden als gehoord",
    offices=(REGIOBURGEMEESTER, BURGEMEESTERS),
    practice="een raad heeft een vergadering nodig die past, of ten minste zes raadsweken",
    remedy="Geef deze raden meer tijd, of leg vast waarom zij toch genoeg gelegenheid hadden.",
)
def silent_without_reason(case: Case) -> Iterator[Observation]:
    """A council is recorded as silent, had no real opportunity, and no reason of its own says why.

    Or one does, but not of the regioburgemeester or its own burgemeester.

    It cannot be recorded like that any more; a register of before may hold it.
    """
    if case.hearing is None or case.state is None:
        return
    state = case.state
    names = [h.name for h in silent_without_opportunity(state) if not _is_judged(state, h)]
    if names:
        yield (
            (case.hearing.id,),
            f"Zonder antwoord, zonder echte gelegenheid en zonder eigen reden van wie dat mag: "
            f"{counted(len(names), 'raad', 'raden')} ({some(names)}).",
        )


def _is_judged(state: State, hearing: Hearing) -> bool:
    """Whether who may judge it gave a reason for this council alone."""
    is_own = is_of_its_own(state, hearing, hearing.reason)
    return is_own and bool(office_that_judges(state, hearing, hearing.reason_by))
