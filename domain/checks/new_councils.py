# SPDX-License-Identifier: EUPL-1.2
"""Does the council that was heard still sit when the plan is adopted?"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.checks.case import Case, Council
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import MOST_NAMES, some
from gehoord.domain.finding import Severity
from gehoord.law.kieswet import COUNCIL_RESIGNS, CouncilElection, council_elections

CHECKS = Checks()


@CHECKS.add(
    "nieuwe-raad-na-horen",
    Severity.WARN,
    mistake=12,
    article=COUNCIL_RESIGNS,
    reading="een nieuwe raad is dezelfde raad niet, al is de gemeente gehoord",
    remedy="Stel het plan vast voor de verkiezingen, of laat de nieuwe raden weten wat de vorige "
    "raad heeft geantwoord.",
)
def new_council_after_hearing(case: Case) -> Iterator[Observation]:
    """A council is chosen and takes office between its hearing and the adoption."""
    hearing, adoption = case.hearing, case.dated_adoption
    if hearing is None or adoption is None or hearing.precision is Precision.UNDATED:
        return
    if new := _new_since(case, hearing.due_on, adoption.due_on):
        days = enumeration([day_in_words(day) for day in sorted(set(new.values()))])
        yield (
            (hearing.id, adoption.id),
            f"Tussen het horen en de vaststelling treedt een nieuwe raad aan in {_who(list(new))} "
            f"(op {days}). Gehoord is de raad die dan is vertrokken.",
        )


def _new_since(case: Case, planned: date, adopted_on: date) -> dict[str, date]:
    """Return the councils that are new since they were heard, with the day they took office."""
    heard, in_time = _heard_by(case, planned), _in_office_by(adopted_on)
    first = min((heard_by for _, heard_by in heard), default=date.max)
    if not any(first < election.on for election in in_time):
        return {}
    return {
        council.name: election.takes_office_on
        for council, heard_by in heard
        for election in case.composition.elections_of(council.code)
        if election in in_time and heard_by < election.on
    }


def _in_office_by(day: date) -> list[CouncilElection]:
    """Return the elections of councils that take office on or before a day."""
    return [vote for vote in council_elections().elections if vote.takes_office_on <= day]


def _heard_by(case: Case, planned: date) -> list[tuple[Council, date]]:
    """Return the last day on which each council is heard: the day it was, or else by the plan."""
    heard = {h.municipality: h.heard_on for h in case.state.hearings} if case.state else {}
    return [(council, heard.get(council.code) or planned) for council in case.councils]


def _who(names: list[str]) -> str:
    return some(names) if len(names) <= MOST_NAMES else f"{len(names)} gemeenten"
