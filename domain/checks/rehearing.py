# SPDX-License-Identifier: EUPL-1.2
"""What changed after councils were heard: did somebody judge whether they are heard again?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.changed_parts import changed_parts, heard_before
from gehoord.domain.dossier.rehearings import unjudged
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()


@CHECKS.add(
    "opnieuw-horen-niet-gewogen",
    Severity.WARN,
    mistake=3,
    article=HEAR_COUNCILS,
    reading="over wat na het horen verandert, zijn de raden niet gehoord; of dat opnieuw moet, "
    "weegt een mens",
    practice="S003: nagestuurd, zodat burgemeesters hun gemeenteraden alsnog kunnen informeren",
    remedy="Stuur de raden wat veranderde, en laat de regioburgemeester vastleggen of opnieuw "
    "horen nodig is (gehoord record opnieuw-horen).",
)
def nobody_judged(case: Case) -> Iterator[Observation]:
    """A statutory part changed after councils were heard, and nobody judged if they are again."""
    state = case.state
    if state is None or state.is_adopted or case.hearing is None:
        return
    changes = changed_parts(state)
    open_ones, heard = unjudged(state, changes), heard_before(state, changes)
    if open_ones and heard:
        what = "; ".join(change.in_words for change in open_ones)
        raden = counted(len(heard), "raad", "raden")
        yield (
            (case.hearing.id,),
            f"Na het horen veranderd: {what}. Niet vastgelegd is of {raden} daarover opnieuw "
            "worden gehoord.",
        )
