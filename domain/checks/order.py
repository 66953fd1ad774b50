# SPDX-License-Identifier: EUPL-1.2
"""Does every step come after the steps it rests on, and on the day that was planned?"""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said, when
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.finding import Severity
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()
OUT_OF_ORDER: Final = "volgorde"


@CHECKS.add(
    OUT_OF_ORDER,
    Severity.REASON,
    mistake=8,
    practice="S004: de BBG kiest op 7 juni 2018, twee van de vijf DVO's vergaderen later",
    offices=(REGIOBURGEMEESTER,),
    remedy="Verplaats een van beide stappen, of haal de verwijzing bij 'na' weg.",
    in_dossier="Verplaats de stap die nog moet komen (gehoord move).",
)
def out_of_order(case: Case) -> Iterator[Observation]:
    """A step comes before one it rests on. What has no date, or is late, has no order to break.

    What is still to be done may begin as soon as what it rests on is there, however early its own
    window opened. What was done in a former round rested on the agreement, sending and hearing of
    that round. Where a statute orders two steps, its own check speaks.
    """
    for planned in case.standing():
        if planned.precision is Precision.UNDATED or case.is_late(planned):
            continue
        for earlier in _rested_on(case, planned):
            if _is_ordered_by_statute(planned, earlier):
                continue
            if _comes_after(earlier, planned) and not _still_follows(case, earlier, planned):
                yield (
                    (planned.id, earlier.id),
                    f"'{planned.step.title}' is {_begins(planned)}, maar rust op "
                    f"'{earlier.step.title}' van {said(earlier.due)}.",
                )
            elif earlier.longest and _is_outlasted(planned, earlier):
                yield (
                    (planned.id, earlier.id),
                    f"'{planned.step.title}' is {planned.due.by_in_words}, maar rust op "
                    f"'{earlier.step.title}', en een raad heeft uitstel tot en met "
                    f"{said(earlier.longest)}.",
                )


@CHECKS.add(
    "definitief-tijdens-raadpleging",
    Severity.REASON,
    mistake=8,
    article=CAREFUL_PREPARATION,
    practice="S004: definitief MJB naar de DVO's in april 2019, raden gehoord tot en met april",
    offices=(REGIOBURGEMEESTER,),
    remedy="Laat wat definitief is pas na het horen en de vaststelling uitgaan.",
)
def final_during_hearing(case: Case) -> Iterator[Observation]:
    """What rests on the hearing goes out while the councils may still answer."""
    hearing = case.hearing
    if hearing is None or hearing.precision is Precision.UNDATED:
        return
    last = hearing.to_the_longest().due
    for planned in case.standing():
        if (
            planned.precision is not Precision.UNDATED
            and (planned.span.start <= hearing.due_on or _is_outlasted(planned, hearing))
            and not case.is_of_former_round(planned)
            and hearing.id in _rests_on_through_undated(case, planned)
        ):
            yield (
                (hearing.id, planned.id),
                f"'{planned.step.title}' is gepland {when(planned.stretch)}, maar rust op het "
                f"horen van de raden, dat tot en met {said(last)} duurt.",
            )


@CHECKS.add(
    "thema-nog-open",
    Severity.WARN,
    mistake=8,
    practice="S001: het RBOP besprak een vijfde thema op de dag dat de 90%-versie klaar moest zijn",
    remedy="Stel alle thema's vast voordat het ontwerp klaar moet zijn.",
)
def theme_still_open(case: Case) -> Iterator[Observation]:
    """A theme is still discussed or explored on the day the ontwerp is due, or later."""
    explored = _explored_until(case)
    for ontwerp in case.ontwerpen():
        if ontwerp.precision is Precision.UNDATED:
            continue
        late = [
            p
            for p in case.standing()
            if (p.id in explored or _is_about_themes(p))
            and p.precision not in (Precision.UNDATED, Precision.YEARLY)
            and p.due_on >= ontwerp.due_on
        ]
        if late:
            last = max(late, key=lambda p: p.due_on)
            yield (
                (last.id, ontwerp.id),
                f"'{last.step.title}' is {when(last.stretch)}. Dan moet het ontwerp al "
                f"klaar zijn: {_as_written(ontwerp)}.",
            )


def _is_about_themes(planned: PlannedStep) -> bool:
    step = planned.step
    return step.stage is Stage.THEMES and step.kind in (StepKind.MEETING, StepKind.DECISION)


def _explored_until(case: Case) -> set[str]:
    """Return the meetings, of whichever stage, that still decide on a theme."""
    chosen = case.state.themes() if case.state and not case.state.is_adopted else None
    return {theme.explored_until for theme in chosen.explored_themes} if chosen else set()


@CHECKS.add(
    "verschoven",
    Severity.WARN,
    mistake=None,
    practice="S001: de thema's werden niet medio maart maar op 30 maart 2023 vastgesteld",
    remedy="Kijk na of wat erop rust nog genoeg tijd heeft, en meld het wie erop rekende.",
)
def slipped(case: Case) -> Iterator[Observation]:
    """A step took the place of one that was planned earlier."""
    for old in case.plan.steps:
        if old.step.replaced_by is None:
            continue
        new = case.plan[old.step.replaced_by]
        if Precision.UNDATED in (old.precision, new.precision):
            continue
        roughly = "ongeveer " * (new.due.is_rough or old.due.is_rough)
        if (days := (new.due_on - old.due_on).days) > 0:
            yield (
                (old.id, new.id),
                f"'{new.step.title}' is {roughly}{counted(days, 'dag', 'dagen')} later dan "
                f"gepland: {_as_written(new)} in plaats van {_as_written(old)}.",
            )


def _rested_on(case: Case, planned: PlannedStep) -> Iterator[PlannedStep]:
    """Yield the dated steps that must come before this one."""
    is_former = case.is_of_former_round(planned)
    for earlier in (case.plan[i] for i in planned.step.after):
        is_of_other_round = is_former and earlier.step.is_of_each_round
        if earlier.precision is not Precision.UNDATED and not is_of_other_round:
            yield earlier


def _comes_after(earlier: PlannedStep, planned: PlannedStep) -> bool:
    if earlier.step.kind.takes_its_whole_window and earlier.span.end > planned.span.start:
        return True
    return earlier.span.start > planned.span.end


def _still_follows(case: Case, earlier: PlannedStep, planned: PlannedStep) -> bool:
    """Whether what it rests on is done, and it is not and still has its last day after that.

    The day on which it could have begun is past; it did not begin too early, for it is not done.
    """
    has_time = earlier.span.end <= planned.span.end
    return has_time and case.is_done(earlier) and not case.is_done(planned)


def _is_outlasted(planned: PlannedStep, earlier: PlannedStep) -> bool:
    """Whether somebody alone has longer for the earlier one than the later one lasts.

    It may begin while one council still has time: what that one says comes in on the way.
    """
    return earlier.longest is not None and earlier.longest.day > planned.span.end


def _is_ordered_by_statute(planned: PlannedStep, earlier: PlannedStep) -> bool:
    """Whether art. 38b lid 2 or 39 lid 4 says that the one comes after the other."""
    if planned.step.kind is StepKind.ADOPTION:
        return earlier.step.kind is StepKind.HEARING
    return planned.step.letter is Letter.SEND_OUT and earlier.step.kind is StepKind.ADOPTION


def _begins(planned: PlannedStep) -> str:
    """Return from when a step is planned, with the preposition a sentence needs."""
    first, last = planned.stretch.first, planned.due
    if last.is_rough and not first.words:
        return said(last)
    return said(first) if first.is_rough else f"op {said(first)}"


def _as_written(planned: PlannedStep) -> str:
    """Return the day, or the words in which a month or an approximation was written."""
    if planned.precision is Precision.WINDOW:
        return planned.words
    return (
        planned.due_in_words
        if planned.precision is Precision.APPROXIMATE
        else day_in_words(planned.due_on)
    )


def _rests_on_through_undated(case: Case, planned: PlannedStep) -> set[str]:
    """Return what a step rests on by way of steps without a date; `volgorde` sees the others."""
    found: set[str] = set()
    rest = [p for i in planned.step.after if (p := case.plan[i]).precision is Precision.UNDATED]
    while rest:
        for i in rest.pop().step.after:
            earlier = case.plan[i]
            if i not in found and earlier.precision is Precision.UNDATED:
                rest.append(earlier)
            found.add(i)
    return found
