# SPDX-License-Identifier: EUPL-1.2
"""Are councils heard, or is the plan adopted, around the election of new ones?"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.elections import outgoing_election, outgoing_window
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.law.kieswet import COUNCIL_RESIGNS, CouncilElection, council_elections

CHECKS = Checks()


@CHECKS.add(
    "verkiezingen",
    Severity.WARN,
    mistake=12,
    article=COUNCIL_RESIGNS,
    reading="de oude raad mag nog gehoord worden, maar besluit dan voor de nieuwe",
    practice="2018: twee gemeenten kozen een raad op de dag voor het RBOP van S003",
    remedy="Kies andere dagen, of leg vast waarom de vertrekkende raad wordt gehoord.",
)
def elections_in_the_way(case: Case) -> Iterator[Observation]:
    """Councils are heard or the plan is adopted between an election and the new council."""
    weighed = _hearing_to_come_and_adoption(case)
    for _, together in groupby(council_elections().elections, key=_days_of):
        votes = list(together)
        outgoing = outgoing_window(votes[0])
        met = tuple(planned.id for planned in weighed if planned.span.overlap(outgoing))
        if met and (chosen := _chosen(case, votes)):
            yield met, _in_words(votes[0], list(chosen)) + _doubt(chain(*chosen.values()))


def _days_of(election: CouncilElection) -> tuple[date, date, bool]:
    """Return what elections that are told in one sentence have in common."""
    return election.on, election.takes_office_on, election.is_merger


def _chosen(case: Case, votes: list[CouncilElection]) -> dict[str, list[CouncilElection]]:
    """Return by name the councils that take part in some of these elections, and in which."""
    votes_of = case.composition.elections_of
    held = {c.name: [vote for vote in votes_of(c.code) if vote in votes] for c in case.councils}
    return {name: those for name, those in held.items() if those}


def _hearing_to_come_and_adoption(case: Case) -> list[PlannedStep]:
    heard = case.hearing
    hearing = [heard] if heard and heard.has_day and not case.is_done(heard) else []
    return [*hearing, case.dated_adoption] if case.dated_adoption else hearing


def _in_words(election: CouncilElection, chosen: list[str]) -> str:
    who = some(chosen) if len(chosen) <= 5 else f"{len(chosen)} gemeenten"
    verb = "kiest" if len(chosen) == 1 else "kiezen"
    why = " (herindeling)" if election.is_merger else ""
    return (
        f"Op {day_in_words(election.on)} {verb} {who} een nieuwe raad{why}; die treedt aan op "
        f"{day_in_words(election.takes_office_on)}."
    )


def _doubt(elections: Iterable[CouncilElection]) -> str:
    """Return in Dutch what is not certain of these elections; empty when all is."""
    doubts = dict.fromkeys(election.uncertain for election in elections if election.uncertain)
    return "".join(f" Onzeker: {doubt}." for doubt in doubts)


@CHECKS.add(
    "vertrekkende-raad-gehoord",
    Severity.REASON,
    mistake=12,
    article=COUNCIL_RESIGNS,
    reading="de oude raad mag nog gehoord worden, maar besluit dan voor de nieuwe",
    offices=(REGIOBURGEMEESTER, BURGEMEESTERS),
    remedy="Leg vast waarom de vertrekkende raad mocht antwoorden, of hoor de nieuwe raad.",
)
def outgoing_council_heard(case: Case) -> Iterator[Observation]:
    """A council was heard after its successor was chosen."""
    known = council_elections()
    outgoing = {
        h.name: election
        for h in (case.state.hearings if case.state else [])
        if h.heard_on
        and known.known_from <= h.heard_on <= known.known_until
        and (election := outgoing_election(h.municipality, h.heard_on))
    }
    if case.hearing and outgoing:
        who = f"Gehoord tussen verkiezing en aantreden: {some(list(outgoing))}."
        yield (case.hearing.id,), f"{who}{_doubt(outgoing.values())}"
