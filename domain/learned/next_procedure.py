# SPDX-License-Identifier: EUPL-1.2
"""The procedure after this one, laid out from the adoption of a dossier and from how that went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from gehoord.calendar.due import Precision
from gehoord.calendar.holidays import expected_holidays
from gehoord.domain.dossier.added_steps import read_steps
from gehoord.domain.dossier.eenheid_now import eenheid_now
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.learned.days_again import Adoptions, days_again, still_ahead
from gehoord.domain.learned.leg import Moment, moment_of
from gehoord.domain.learned.next_remarks import remarks
from gehoord.domain.proposal.backwards import FIRST_STEP, LaidOutBackwards, lay_backwards
from gehoord.domain.proposal.last_lawful_day import last_lawful_day
from gehoord.domain.proposal.proposal import Extension
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Step, StepKind
from gehoord.law.politiewet import ADOPT

_YEARS: Final = 4
"""A plan is for at most four years (Politiewet 2012, art. 39 lid 1)."""
_OF_EXTENSION: Final = "ontwerp"
"""With what an extension begins at the latest: its text is that of the plan."""
_WEEK: Final = timedelta(weeks=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextProcedure:
    """What the next proposal takes over from a dossier, and on which days.

    Attributes:
        laid_out: what is feasible, backwards from the next adoption.
        adopted_on: when the plan of the dossier was adopted.
        plan_starts_on: the first day of the next plan; ``plan_ends_on`` its last.
        steps: the steps that are taken over, in the order of the earlier proposal.
        days: their last days anew, by id; of a step without a day there is none.
        begins: the first days of those that take longer than a day.
        remarks: what an adviser must know, in Dutch sentences.
        extension: on what ground it extends the plan of the dossier by a year, if it does.
    """

    laid_out: LaidOutBackwards
    adopted_on: date
    plan_starts_on: date
    plan_ends_on: date
    steps: tuple[Step, ...]
    days: dict[str, date]
    begins: dict[str, date]
    remarks: tuple[str, ...]
    extension: Extension | None = None

    @property
    def moments(self) -> dict[Moment, date]:
        """The days on which it comes to each moment."""
        known = [(moment_of(step), self.days.get(step.id)) for step in self.steps]
        return {moment: day for moment, day in known if moment and day}


def adopt_next_by(state: State) -> date:
    """Return by when the plan after this one must be adopted: in four years, and without a gap.

    Raises:
        RefusedError: this one was not adopted yet.

    Law: Politiewet 2012, art. 39 lid 1; Algemene termijnenwet, art. 4.
    """
    if state.adoption is None:
        raise RefusedError("Het beleidsplan is nog niet vastgesteld.", ADOPT)
    return min(last_lawful_day(state.adoption.taken_on), state.as_opened.beleidsplan.end)


def next_procedure(
    state: State,
    on: date,
    adoption: date | None = None,
    extension: Extension | None = None,
) -> NextProcedure:
    """Lay out the procedure after that of a dossier.

    Its steps and who does them come from the proposal of the dossier, and how far each lies from
    the adoption from the day on which it was done. The councils get no less than is feasible.

    An extension is a plan for one year. No statute knows it, so that its councils are heard, and
    it is adopted in the same four years (art. 38b lid 2 and art. 39 lid 1).

    Args:
        state: the dossier, of which the plan was adopted.
        on: today.
        adoption: the day of the next one; otherwise the last weekday of this adoption in time.
        extension: on what ground the plan is extended, instead of followed by another one.

    Raises:
        RefusedError: the plan was not adopted yet.
        GehoordError: nothing can be laid out: see `lay_backwards`.
    """
    is_given, is_extension = adoption is not None, extension is not None
    by = adopt_next_by(state)
    adopted_on = state.adoption.taken_on if state.adoption else by
    asked = adoption or _last_same_weekday(adopted_on, by)
    first_step = _OF_EXTENSION if extension else FIRST_STEP
    eenheid = eenheid_now(state)
    laid_out = lay_backwards(eenheid, asked, on, adopted_on, first_step)
    steps = tuple(_taken_over(state, is_extended=is_extension))
    feasible = _feasible(steps, laid_out)
    adoptions = Adoptions(adopted_on, laid_out.adoption)
    old = dict(_old_days(state, steps, feasible, adoptions))
    again = days_again(old, adoptions, feasible, eenheid.recess)
    days = {**still_ahead(again, feasible, on), **_adoption(steps, laid_out)}
    over = [step.id for step in steps if step.id in again and step.id not in days]
    starts_on = state.as_opened.beleidsplan.end + _DAY
    years = _YEARS if extension is None else 1
    return NextProcedure(
        laid_out=laid_out,
        adopted_on=adopted_on,
        plan_starts_on=starts_on,
        plan_ends_on=starts_on + relativedelta(years=years) - _DAY,
        steps=steps,
        days=days,
        begins={step: max(day, on) for step, day in _begins(state, steps, days)},
        remarks=tuple(
            remarks(state, laid_out, days, over, on, is_given=is_given, is_extension=is_extension)
        ),
        extension=extension,
    )


def _last_same_weekday(adopted_on: date, by: date) -> date:
    """Return the last working day on or before a day, on the weekday of the earlier adoption."""
    day = by - timedelta(days=(by.weekday() - adopted_on.weekday()) % 7)
    while expected_holidays().is_day_off(day):
        day -= _WEEK
    return day


def _taken_over(state: State, *, is_extended: bool) -> Iterator[Step]:
    """Yield the steps of the proposal that stood until the end; of an extension those it asks."""
    added = {step.id for step in read_steps(state.dossier.added)}
    for step in state.as_opened.steps:
        if is_extended and not (_is_of_extension(step) and _is_of_first_year(state, step)):
            continue
        if step.stands and step.id not in added and not state.has_lapsed(step.id):
            yield step


def _is_of_extension(step: Step) -> bool:
    """Whether a step is asked for where the text goes on as it is: nobody drafts it anew."""
    is_later = step.stage in (Stage.HEARING, Stage.ADOPTION, Stage.ACCOUNT)
    is_agreed_on = step.is_ontwerp or step.chooses_themes or step.kind is StepKind.AGREEMENT
    return is_later or is_agreed_on


def _is_of_first_year(state: State, step: Step) -> bool:
    """Whether a step is about the first year of the plan, or none: an extension has no other."""
    return step.year is None or step.year <= state.as_opened.beleidsplan.start.year


def _old_days(
    state: State, steps: tuple[Step, ...], feasible: dict[str, date], adoptions: Adoptions
) -> Iterator[tuple[str, date]]:
    """Yield when each step was done, or else was to be; of one that must have a day a feasible."""
    for step in steps:
        if step.stage is Stage.ACCOUNT or step.kind is StepKind.ADOPTION:
            continue  # the first hang on the years of the plan; the day of the last is given
        if day := _last_day(state, step):
            yield step.id, day
        elif step.id in feasible:
            yield step.id, adoptions.old - (adoptions.new - feasible[step.id])


def _last_day(state: State, step: Step) -> date | None:
    """Return the day on which a step was done, or else was to be.

    Of what councils do the day that was agreed on: an answer that came late is no plan.
    """
    planned = state.plan[step.id]
    to_be = planned.due_on if planned.has_day and not planned.is_yearly else None
    is_of_councils = step.kind is StepKind.HEARING or step.treats_in_council
    if is_of_councils and planned.precision is not Precision.UNDATED:
        return to_be
    return state.tally(step.id).last_done_on or to_be


def _begins(
    state: State, steps: tuple[Step, ...], days: dict[str, date]
) -> Iterator[tuple[str, date]]:
    """Yield the first day of what takes a while: as long as it was, and after what it rests on.

    The hearing begins the day after the ontwerp was sent.
    """
    for step in steps:
        planned, last = state.plan[step.id], days.get(step.id, date.min)
        is_dated = planned.has_day and planned.precision is not Precision.UNDATED
        if step.id in days and is_dated and planned.span.days > 1:
            as_long = last - (planned.span.end - planned.span.start)
            first = _after_what_it_rests_on(step, days, as_long)
            if first < last:
                yield step.id, first


def _after_what_it_rests_on(step: Step, days: dict[str, date], as_long: date) -> date:
    """Return the first day of a step; ``as_long`` is the one that gives it the time it had."""
    rests_on = [days[other] for other in step.after if other in days]
    if not rests_on:
        return as_long
    earliest = max(rests_on) + _DAY
    return earliest if step.kind is StepKind.HEARING else max(as_long, earliest)


def _adoption(steps: tuple[Step, ...], laid_out: LaidOutBackwards) -> dict[str, date]:
    return {s.id: laid_out.adoption for s in steps if s.kind is StepKind.ADOPTION}


def _feasible(steps: tuple[Step, ...], laid_out: LaidOutBackwards) -> dict[str, date]:
    """Return of each step that is laid out backwards the last day that leaves enough room."""
    found = {}
    for step in steps:
        if (name := _laid_out_as(step)) and name in laid_out.days:
            found[step.id] = laid_out.days[name]
    return found


def _laid_out_as(step: Step) -> str:
    """Return as which step of what is laid out backwards a step counts, if as one."""
    if step.document != "beleidsplan":
        return ""
    if step.is_ontwerp:
        return "ontwerp"
    if step.chooses_themes:
        return "themas"
    if step.brings_ontwerp:
        return "verzending"
    if step.letter in _BY_LETTER:
        return _BY_LETTER[step.letter]
    final = step.kind is StepKind.VERSION and step.completeness == _WHOLE
    return "definitief" if final else _BY_KIND.get(step.kind, "")


_WHOLE: Final = 100
_BY_LETTER: Final = {Letter.PROCESS: "procesbrief", Letter.RESERVE_TIME: "reservering"}
_BY_KIND: Final = {
    StepKind.AGREEMENT: "akkoord",
    StepKind.HEARING: "horen",
}
