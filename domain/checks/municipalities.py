# SPDX-License-Identifier: EUPL-1.2
"""Is the set of municipalities the right one, and does it stay as it is?"""

from collections.abc import Iterator
from datetime import date, timedelta

from gehoord.calendar.dutch import alphabetical, counted, day_in_words, enumeration
from gehoord.calendar.municipalities import ceased_or_to_come, exists_on
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import some
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind
from gehoord.law.mergers import Merger
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()


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


def _merged_on(case: Case) -> list[date]:
    """Return the first day of each merger that was recorded in the dossier."""
    ended = {m.until for m in case.state.municipalities if m.until} if case.state else set()
    return [until + timedelta(days=1) for until in ended]


def _came_of_mergers(case: Case, frozen: dict[str, str]) -> list[str]:
    """Return which municipalities took the place of some of the unit, and are not in the set."""
    reference = case.proposal.reference_date
    ours = {municipality.code for municipality in case.eenheid.municipalities}
    came = {
        merger.code: merger.name
        for merger in case.composition.mergers
        if merger.on <= reference
        and not merger.uncertain.act
        and merger.ceased_in_eenheid & ours
        and exists_on(merger.code, reference)
    }
    return [name for code, name in came.items() if code not in frozen]


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
    reading="gehoord worden de raden die er bij de vaststelling zijn",
    practice="IMV 2023 (S000): 34 gemeenten bij het besluit, 32 bij de vaststelling",
    remedy="Hoor de raden die bij de vaststelling bestaan, en betrek hen alsnog bij het begin.",
)
def set_changes(case: Case) -> Iterator[Observation]:
    """Municipalities merge between the first decision and the adoption."""
    if case.adoption is None:
        return
    first = _first_decision(case, case.adoption)
    start, end = _stretch(case, first, case.adoption)
    changed_on = case.composition.changed_on(start, end)
    if not changed_on:
        return
    before, after = case.composition.on(start), case.composition.on(end)
    days = enumeration([day_in_words(day) for day in changed_on])
    elected = sum(_elects_between(case, code, start, end) for code in after)
    also = f" In {elected} daarvan is in die tijd een nieuwe raad gekozen." if elected else ""
    yield (
        tuple(dict.fromkeys((first.id, case.adoption.id))),
        f"Op {day_in_words(start)} waren het {counted(len(before), 'gemeente', 'gemeenten')}, bij "
        f"de vaststelling zijn het er {len(after)} (herindeling op {days}).{also}",
    )


def _first_decision(case: Case, adoption: PlannedStep) -> PlannedStep:
    """Return the first decision with a day before the adoption; without one the adoption."""
    begins = adoption.first.day if adoption.first else date.max
    dated = [planned for planned in case.of_kind(StepKind.DECISION) if planned.step.when]
    before = [planned for planned in dated if planned.due_on < begins]
    return min(before, key=lambda planned: planned.due_on, default=adoption)


def _stretch(case: Case, first: PlannedStep, adoption: PlannedStep) -> tuple[date, date]:
    """Return the days from the first decision to the adoption; the reference date lies within."""
    reference = case.proposal.reference_date
    start = min(first.due_on, reference) if first.has_day else reference
    return start, max(_adopted_from(adoption) or reference, reference)


def _adopted_from(adoption: PlannedStep) -> date | None:
    """Return the day of the adoption; of one without, from when it can be, if that is known."""
    if adoption.step.when is None:
        return adoption.first.day if adoption.first else None
    return adoption.due_on


def _elects_between(case: Case, code: str, start: date, end: date) -> bool:
    return any(start < election.on <= end for election in case.composition.elections_of(code))


@CHECKS.add(
    "herindeling-onzeker",
    Severity.WARN,
    mistake=13,
    article=HEAR_COUNCILS,
    reading="gehoord worden de raden die er bij de vaststelling zijn",
    remedy="Kijk na welke gemeenten er dan zijn en wanneer hun raad is gekozen, en verbeter zo "
    "nodig 'van' en 'tot_en_met' in eenheid.toml.",
    in_dossier="Kijk na welke gemeenten er dan zijn; is er een herindeling, leg die dan vast "
    "(gehoord record herindeling).",
)
def merger_in_doubt(case: Case) -> Iterator[Observation]:
    """A merger that the set rests on is not certain, or only the file of the unit knows it."""
    if case.adoption is None:
        return
    start, end = _stretch(case, _first_decision(case, case.adoption), case.adoption)
    for merger in case.composition.mergers:
        if doubt := _doubt(merger, start, end):
            yield (), f"De herindeling {_in_words(merger)} is onzeker: {doubt}."
    if unknown := case.composition.unknown_changes(start, end):
        days = enumeration([day_in_words(day) for day in sorted({day for day, _ in unknown})])
        names = some(alphabetical({name for _, name in unknown}))
        yield (
            (),
            f"Alleen eenheid.toml noemt een wijziging op {days} ({names}). Of daarvoor een "
            "herindelingsverkiezing is gehouden, is niet bekend; Gehoord toetst die niet.",
        )


def _doubt(merger: Merger, start: date, end: date) -> str:
    """Return in Dutch what is not certain of a merger that matters between two days, or nothing.

    Before it took effect the unit of its municipalities is in doubt, after it the merger itself.
    """
    if merger.uncertain.act and merger.on <= end:
        return merger.uncertain.act
    return merger.uncertain.eenheid if start < merger.on else ""


def _in_words(merger: Merger) -> str:
    names = enumeration([name for _, name in merger.ceased])
    return f"van {names} in {merger.name} op {day_in_words(merger.on)}"
