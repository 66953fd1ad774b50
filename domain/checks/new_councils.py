"""Does the council that was heard still sit when the plan is adopted?"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.calendar.elections import elections_of
from gehoord.domain.checks.case import Case, Council
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, some
from gehoord.domain.finding import Severity
from gehoord.law.kieswet import COUNCIL_RESIGNS

CHECKS = Checks()


@CHECKS.add(
    "nieuwe-raad-na-horen",
    Severity.WARN,
    mistake=12,
    article=COUNCIL_RESIGNS,
    remedy="Stel het plan vast voor de verkiezingen, of laat de nieuwe raden weten wat de vorige "
    "raad heeft geantwoord.",
)
def new_council_after_hearing(case: Case) -> Iterator[Observation]:
    """A council is chosen and takes office between its hearing and the adoption."""
    hearing, adoption = case.hearing, case.dated_adoption
    if hearing is None or adoption is None or hearing.precision is Precision.UNDATED:
        return
    new = {
        council.name: election.takes_office_on
        for council, heard_by in _heard_by(case, hearing.due_on)
        for election in elections_of(council.code)
        if heard_by < election.on and election.takes_office_on <= adoption.due_on
    }
    if new:
        days = enumeration([day_in_words(day) for day in sorted(set(new.values()))])
        yield (
            (hearing.id, adoption.id),
            f"Tussen het horen en de vaststelling treedt een nieuwe raad aan in {_who(list(new))} "
            f"(op {days}). Gehoord is de raad die dan is vertrokken.",
        )


def _heard_by(case: Case, planned: date) -> list[tuple[Council, date]]:
    """Return the last day on which each council is heard: the day it was, or else by the plan."""
    heard = {h.municipality: h.heard_on for h in case.state.hearings} if case.state else {}
    return [(council, heard.get(council.code) or planned) for council in case.councils]


def _who(names: list[str]) -> str:
    return some(names) if len(names) <= MOST_NAMES else f"{len(names)} gemeenten"
