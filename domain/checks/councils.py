"""Are the right councils heard, and do those councils stay as they are?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.calendar.elections import (
    ceased_or_to_come,
    changes_between,
    elections_of,
    exists_on,
    municipalities_on,
    outgoing_election,
    outgoing_window,
)
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some, when
from gehoord.domain.finding import Severity
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.step import StepKind
from gehoord.law.kieswet import COUNCIL_RESIGNS, CouncilElection, council_elections, mergers
from gehoord.law.politiewet import HEAR_COUNCILS, MUNICIPAL_GOALS

CHECKS = Checks()
TIME_TO_SET_GOALS: Final = timedelta(days=183)
"""Half a year. S003: in 2018 many councils set their goals around the summer only."""


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
    elections = council_elections().elections
    for election in sorted(elections, key=lambda e: (e.on, e.council or "")):
        outgoing = outgoing_window(election)
        met = tuple(planned.id for planned in weighed if planned.span.overlap(outgoing))
        chosen = [c.name for c in case.councils if met and election in elections_of(c.code)]
        if chosen:
            yield met, _in_words(election, chosen)


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
    names = [
        h.name
        for h in (case.state.hearings if case.state else [])
        if h.heard_on
        and known.known_from <= h.heard_on <= known.known_until
        and outgoing_election(h.municipality, h.heard_on)
    ]
    if case.hearing and names:
        yield (case.hearing.id,), f"Gehoord tussen verkiezing en aantreden: {some(names)}."


@CHECKS.add(
    "gemeenteset",
    Severity.BLOCK,
    mistake=13,
    article=HEAR_COUNCILS,
    remedy="Verbeter 'peildatum', of de gemeenten in eenheid.toml.",
    in_dossier="Leg vast wie is samengegaan (gehoord record herindeling), of open het dossier "
    "opnieuw met de goede gemeenten.",
)
def wrong_set(case: Case) -> Iterator[Observation]:
    """The set of municipalities is not the one that exists on the reference date.

    In a dossier those that merged since were in the set, and those that came of them may be.
    """
    day, frozen = day_in_words(case.proposal.reference_date), _frozen(case)
    if gone := _not_there_any_more(case, frozen):
        yield (), f"Op {day} bestaat niet: {some(gone)}."
    for name in _came_of_mergers(case, frozen):
        yield (), f"Op {day} hoort {name} bij de gemeenten; die ontbreekt."
    if missing := _left_out_of_dossier(case, frozen):
        yield (), f"In het dossier ontbreekt: {some(missing)}."


def _frozen(case: Case) -> dict[str, str]:
    """Return the name of each municipality of the frozen set, by its code."""
    frozen = case.state.municipalities if case.state else case.councils
    return {municipality.code: municipality.name for municipality in frozen}


def _not_there_any_more(case: Case, frozen: dict[str, str]) -> list[str]:
    """Return which of the set exist neither on the reference date nor when others merged."""
    gone = ceased_or_to_come(frozen, [case.proposal.reference_date, *_merged_on(case)])
    return [name for code, name in frozen.items() if code in gone]


def _came_of_mergers(case: Case, frozen: dict[str, str]) -> list[str]:
    """Return which municipalities took the place of some of the unit, and are not in the set."""
    reference = case.proposal.reference_date
    ours = {municipality.code for municipality in case.eenheid.municipalities}
    return [
        merger.name
        for merger in mergers()
        if merger.on <= reference
        and merger.ceased_codes & ours
        and merger.code not in frozen
        and exists_on(merger.code, reference)
    ]


def _left_out_of_dossier(case: Case, frozen: dict[str, str]) -> list[str]:
    """Return which municipalities of the reference date a dossier lacks; a proposal lacks none."""
    if case.state is None:
        return []
    expected = case.eenheid.municipalities_on(case.proposal.reference_date)
    return [m.name for m in expected if m.code not in frozen]


@CHECKS.add(
    "gemeenteset-gewijzigd",
    Severity.WARN,
    mistake=13,
    article=HEAR_COUNCILS,
    practice="IMV 2023 (S000): 34 gemeenten bij het besluit, 32 bij de vaststelling",
    remedy="Hoor de raden die bij de vaststelling bestaan, en betrek hen alsnog bij het begin.",
)
def set_changes(case: Case) -> Iterator[Observation]:
    """Municipalities merge between the first decision and the adoption."""
    adoption = case.adoption
    if adoption is None:
        return
    first = _first_decision(case, adoption)
    reference = case.proposal.reference_date
    start = min(first.due_on if first.has_day else reference, reference)
    end = max(_adopted_from(adoption) or reference, reference)
    known = {council.code for council in case.councils}
    before = municipalities_on(known, reference, start)
    changes = changes_between(before, start, end)
    if not changes:
        return
    after = municipalities_on(known, reference, end)
    days = enumeration([day_in_words(day) for day in sorted({merger.on for merger in changes})])
    elected = sum(_elects_between(code, start, end) for code in after)
    also = f" In {elected} daarvan is in die tijd een nieuwe raad gekozen." if elected else ""
    yield (
        tuple(dict.fromkeys((first.id, adoption.id))),
        f"Op {day_in_words(start)} waren het {counted(len(before), 'gemeente', 'gemeenten')}, bij "
        f"de vaststelling zijn het er {len(after)} (herindeling op {days}).{also}",
    )


def _adopted_from(adoption: PlannedStep) -> date | None:
    """Return the day of the adoption; of one without, from when it can be, if that is known."""
    if adoption.step.when is None:
        return adoption.first.day if adoption.first else None
    return adoption.due_on


def _first_decision(case: Case, adoption: PlannedStep) -> PlannedStep:
    """Return the first decision with a day before the adoption; without one the adoption."""
    begins = adoption.first.day if adoption.first else date.max
    dated = [planned for planned in case.of_kind(StepKind.DECISION) if planned.step.when]
    before = [planned for planned in dated if planned.due_on < begins]
    return min(before, key=lambda planned: planned.due_on, default=adoption)


@CHECKS.add(
    "lokale-doelen",
    Severity.WARN,
    mistake=25,
    article=MUNICIPAL_GOALS,
    practice="S003: veel raden stelden hun veiligheidsplan in 2018 pas rond de zomer vast",
    remedy="Vraag na de zomer opnieuw naar de doelen van de raden, of kies de thema's later.",
)
def goals_not_set_yet(case: Case) -> Iterator[Observation]:
    """Themes are chosen when new councils have hardly begun and set no goals of their own yet."""
    for themes in case.of_kind(StepKind.DECISION):
        if not themes.step.chooses_themes or themes.step.when is None:
            continue
        day = themes.due_on
        offices = _took_office_around(case, day)
        if offices:
            sitting = _new_councils([office for office in offices if office <= day], sits=True)
            chosen = _new_councils([office for office in offices if office > day], sits=False)
            yield (
                (themes.id,),
                f"De thema's worden gekozen {when(themes.stretch)}. Dan "
                f"{' en '.join(filter(None, (sitting, chosen)))}; hun eigen doelen zijn er dan "
                "vaak nog niet.",
            )


def _took_office_around(case: Case, day: date) -> list[date]:
    """Return the day on which each council takes office that was chosen shortly before a day."""
    recent = [
        election
        for election in council_elections().elections
        if election.on <= day <= election.takes_office_on + TIME_TO_SET_GOALS
    ]
    return [
        election.takes_office_on
        for council in case.councils
        for election in recent
        if election in elections_of(council.code)
    ]


def _new_councils(offices: list[date], *, sits: bool) -> str:
    """Return in Dutch how many councils are new, or chosen but not sitting yet; may be empty."""
    if not offices:
        return ""
    days = enumeration([day_in_words(day) for day in sorted(set(offices))])
    who = "is 1 raad" if len(offices) == 1 else f"zijn {len(offices)} raden"
    if sits:
        return f"{who} nieuw (aangetreden op {days})"
    start = "treedt" if len(offices) == 1 else "treden"
    return f"{who} wel gekozen, maar die {start} pas aan op {days}"


def _merged_on(case: Case) -> list[date]:
    """Return the first day of each merger that was recorded in the dossier."""
    ended = {m.until for m in case.state.municipalities if m.until} if case.state else set()
    return [until + timedelta(days=1) for until in ended]


def _elects_between(code: str, start: date, end: date) -> bool:
    return any(start < election.on <= end for election in elections_of(code))
