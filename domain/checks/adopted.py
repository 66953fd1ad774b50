"""Was the plan adopted on a recorded ground by those who may, and what follows from it?"""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.term import appeal_clock
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity
from gehoord.law.politiewet import ADOPT, APPEAL, BASES

CHECKS = Checks()
BY_REGIOBURGEMEESTER = "39-2"
_NO_OTHER_APPEAL: Final = "Een raad kan dat niet. Beroep schorst de vaststelling niet."


@CHECKS.add(
    "grondslag-ontbreekt",
    Severity.WARN,
    mistake=21,
    article=ADOPT,
    remedy="Leg vast of is vastgesteld op grond van art. 39 lid 1, lid 2 of lid 3.",
)
def basis_not_recorded(case: Case) -> Iterator[Observation]:
    """The plan was adopted, but on which legal basis was not recorded."""
    besluit = case.state.adoption if case.state else None
    if besluit and besluit.basis not in BASES:
        yield _adoption(case), "Bij de vaststelling staat niet op welke grondslag zij rust."


@CHECKS.add(
    "beroepstermijn",
    Severity.WARN,
    mistake=21,
    article=APPEAL,
    remedy="Houd de laatste dag bij, en voer het plan intussen uit.",
)
def appeal_runs(case: Case) -> Iterator[Observation]:
    """A lid-2 adoption is open to appeal; that suspends nothing, and no council can lodge it."""
    besluit = case.state.adoption if case.state else None
    if besluit is None or besluit.basis != BY_REGIOBURGEMEESTER or case.on is None:
        return
    try:
        last = appeal_clock(besluit.taken_on).lodge_by
    except HolidaysUnknownError as error:
        yield (
            _adoption(case),
            "Een burgemeester van de eenheid kan beroep instellen bij de minister; de laatste dag "
            f"is nog niet bekend. {error} {_NO_OTHER_APPEAL}",
        )
        return
    if case.on <= last:
        yield (
            _adoption(case),
            f"Een burgemeester van de eenheid kan tot en met {day_in_words(last)} beroep instellen "
            "bij de minister, als het besluit op de dag van de vaststelling is bekendgemaakt. "
            f"{_NO_OTHER_APPEAL}",
        )


@CHECKS.add(
    "onbevoegd-vastgesteld",
    Severity.BLOCK,
    mistake=22,
    article=ADOPT,
    remedy="Laat vaststellen door alle burgemeesters en de hoofdofficier van justitie.",
)
def adopted_by_others(case: Case) -> Iterator[Observation]:
    """The plan was adopted by a delegation, or by a body without the hoofdofficier."""
    besluit = case.state.adoption if case.state else None
    party = case.eenheid.party(besluit.by) if besluit else None
    if party and (party.is_delegation or not party.adopts or not party.includes_hoofdofficier):
        yield _adoption(case), f"{party.name} heeft vastgesteld, maar kan dat niet."


def _adoption(case: Case) -> tuple[str, ...]:
    return (case.adoption.id,) if case.adoption else ()
