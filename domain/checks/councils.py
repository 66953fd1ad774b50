"""Are councils heard, or is the plan adopted, around the election of new ones?"""

from collections.abc import Iterable, Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.elections import outgoing_election, outgoing_window
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import PlannedStep
from gehoord.law.kieswet import COUNCIL_RESIGNS, CouncilElection, council_elections

CHECKS = Checks()


@CHECKS.add(
    "verkiezingen",
    Severity.WARN,
    mistake=12,
    article=COUNCIL_RESIGNS,
    practice="2018: twee gemeenten kozen een raad op de dag voor het RBOP van S003",
    remedy="Kies andere dagen, of leg vast waarom de vertrekkende raad wordt gehoord.",
)
def elections_in_the_way(case: Case) -> Iterator[Observation]:
    """Councils are heard or the plan is adopted between an election and the new council."""
    weighed = _hearing_to_come_and_adoption(case)
    for election in council_elections().elections:
        outgoing = outgoing_window(election)
        met = tuple(planned.id for planned in weighed if planned.span.overlap(outgoing))
        chosen = [c.name for c in case.councils if met and _elects(case, c.code, election)]
        if chosen:
            yield met, _in_words(election, chosen)


def _elects(case: Case, code: str, election: CouncilElection) -> bool:
    return election in case.composition.elections_of(code)


def _hearing_to_come_and_adoption(case: Case) -> list[PlannedStep]:
    hearing = [case.hearing] if case.hearing and not case.is_done(case.hearing) else []
    return [*hearing, case.dated_adoption] if case.dated_adoption else hearing


def _in_words(election: CouncilElection, chosen: list[str]) -> str:
    who = some(chosen) if len(chosen) <= 5 else f"{len(chosen)} gemeenten"
    verb = "kiest" if len(chosen) == 1 else "kiezen"
    why = " (herindeling)" if election.is_merger else ""
    return (
        f"Op {day_in_words(election.on)} {verb} {who} een nieuwe raad{why}; die treedt aan op "
        f"{day_in_words(election.takes_office_on)}.{_doubt([election])}"
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
