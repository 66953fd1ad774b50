# SPDX-License-Identifier: EUPL-1.2
"""Is the adopted plan complete, or does the besluit on its definitive strength still follow?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.strength import table_of
from gehoord.domain.dossier.besluit import BesluitKind
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import ADOPT

CHECKS = Checks()


@CHECKS.add(
    "sterkte-nog-vast-te-stellen",
    Severity.WARN,
    mistake=4,
    article=ADOPT,
    reading="het plan omvat de verdeling zelf, niet een die nog verandert",
    practice="S002: de definitieve verdeling is onderdeel van het plan dat wordt vastgesteld",
    remedy="Laat dezelfde burgemeesters en hoofdofficier de definitieve verdeling vaststellen, en "
    "leg dat vast (gehoord record onderdeel).",
)
def strength_to_adopt(case: Case) -> Iterator[Observation]:
    """The plan was adopted with a provisional strength, and the besluit on it is not there yet."""
    state = case.state
    adoption = state.adoption if state else None
    if state is None or adoption is None or case.adoption is None:
        return
    table = table_of(state, state.versions.one(adoption.version or ""))
    if table and table.is_provisional and not state.besluiten_on(BesluitKind.PART):
        yield (
            (case.adoption.id,),
            f"Het plan is op {day_in_words(adoption.taken_on)} vastgesteld met een voorlopige "
            "sterkteverdeling. Het is pas af met het besluit over de definitieve.",
        )
