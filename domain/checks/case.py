# SPDX-License-Identifier: EUPL-1.2
"""What a check looks at: a proposal, its unit, its plan, and what happened so far."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final, NamedTuple, Self

from gehoord.calendar.due import Precision
from gehoord.calendar.holidays import HolidaysUnknownError
from gehoord.calendar.school import SchoolRegion
from gehoord.calendar.term import appeal_clock
from gehoord.domain.dossier.accounts import accounts_owed
from gehoord.domain.dossier.as_it_went import as_it_went
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.outlook import Outlook, outlooks
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import plans_owed
from gehoord.domain.dossier.under_lid_2 import adopted_under_lid_2
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.composition import Composition
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.learned.practice import NO_PRACTICE, Practice
from gehoord.domain.plan.first_meetings import FirstMeetings
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import CONDITION_LIFTED, Step, StepKind
from gehoord.law.mergers import Merger


class Council(NamedTuple):
    """A council of the frozen set."""

    code: str
    name: str
    holiday_region: SchoolRegion
    goals_set_on: date | None


TIME_TO_WEIGH: Final = timedelta(weeks=2)
"""What there must be at least between the last answers of councils and the adoption."""

MERGER_NEAR: Final = timedelta(weeks=8)
"""From how long before its day a dossier is told of a merger of the country."""


@dataclass(frozen=True)
class Case:
    """A proposal, or a dossier on one day, ready to be judged.

    With ``state`` the plan holds the days on which things happened in the place of those on which
    they were to happen, so that one check judges both. ``known_meetings`` are the first meetings of
    its councils where they were looked for before. ``dossier`` is the name of one that is open:
    its proposal can be changed no more. ``practice`` is what earlier procedures teach; only who
    plans is told.
    """

    proposal: Proposal
    eenheid: Eenheid
    plan: Plan
    state: State | None = None
    on: date | None = None
    messages: tuple[Message, ...] = ()
    known_meetings: FirstMeetings | None = None
    dossier: str = ""
    practice: Practice = NO_PRACTICE

    @classmethod
    def of(cls, proposal: Proposal, eenheid: Eenheid) -> Self:
        """Lay the proposal out and make a case of it."""
        return cls(proposal, eenheid, lay_out(proposal, eenheid))

    @classmethod
    def of_dossier(cls, state: State, on: date, messages: Iterable[Message] = ()) -> Self:
        """Make a case of a dossier as it stands on ``on``.

        Args:
            state: the dossier.
            on: the day of judgement.
            messages: what lies in the outbox and what has left.
        """
        went, known = as_it_went(state), state.opened.first_meetings
        sent = tuple(messages)
        return cls(state.proposal, state.eenheid, went, state, on, sent, known, state.id)

    @classmethod
    def of_plan(cls, state: State) -> Self:
        """Make a case of the plan of a dossier alone, with what happened on the day it did."""
        known = state.opened.first_meetings
        went = as_it_went(state)
        case = cls(state.proposal, state.eenheid, went, known_meetings=known, dossier=state.id)
        vars(case).update(composition=state.opened.composition)
        return case

    def on_other_days(self, plan: Plan) -> Self:
        """Return this case with another plan of its steps: its councils meet when they did."""
        known = self.first_meetings
        other = replace(self, proposal=plan.proposal, plan=plan, known_meetings=known)
        vars(other).update(
            councils=self.councils,
            composition=self.composition,
            school_holidays=self.school_holidays,
        )
        return other

    @cached_property
    def adoption(self) -> PlannedStep | None:
        """The planned adoption, if the proposal has one."""
        return self._planned(self.proposal.adoption)

    @property
    def dated_adoption(self) -> PlannedStep | None:
        """The adoption, if it has a day."""
        adoption = self.adoption
        return adoption if adoption and adoption.precision is not Precision.UNDATED else None

    @cached_property
    def hearing(self) -> PlannedStep | None:
        """The planned hearing of the councils, if the proposal has one."""
        return self._planned(self.proposal.hearing)

    @property
    def last_answers(self) -> PlannedStep | None:
        """The hearing until the last council can answer, also one that has longer than others."""
        return self.hearing.to_the_longest() if self.hearing else None

    @cached_property
    def councils(self) -> tuple[Council, ...]:
        """The councils to be heard: those of the dossier, else those of the reference date."""
        region = self.eenheid.holiday_region
        if self.state:
            return tuple(
                Council(m.code, m.name, m.holiday_region, m.goals_set_on) for m in self.state.living
            )
        return tuple(
            Council(m.code, m.name, m.holiday_region or region, m.goals_set_on)
            for m in self.proposal.municipalities(self.eenheid)
        )

    @cached_property
    def composition(self) -> Composition:
        """The municipalities of the unit through time, and their elections."""
        if self.state:
            return self.state.opened.composition
        return Composition(self.eenheid.municipalities)

    @cached_property
    def school_holidays(self) -> list[SchoolRegion]:
        """The regions of the school holidays of these councils."""
        found = {council.holiday_region for council in self.councils}
        return [region for region in SchoolRegion if region in found]

    @cached_property
    def first_meetings(self) -> FirstMeetings:
        """The first meetings of the councils of the reference date."""
        if self.known_meetings:
            return self.known_meetings
        return FirstMeetings(self.eenheid, self.proposal.municipalities(self.eenheid))

    def of_kind(self, kind: StepKind) -> list[PlannedStep]:
        """The planned steps of one kind that still stand."""
        return [p for p in self._standing if p.step.kind is kind]

    def standing(self) -> list[PlannedStep]:
        """The planned steps that have not lapsed or been replaced by another.

        None in which a condition is taken away: what somebody wrote in it says nothing of a plan.
        """
        return self._standing

    @cached_property
    def _standing(self) -> list[PlannedStep]:
        standing = (p for p in self.plan.steps if p.step.stands and not p.step.is_outside_plan)
        return [p for p in standing if p.step.reported_as != CONDITION_LIFTED]

    def dated(self) -> list[PlannedStep]:
        """The planned steps that have a last day, also those that no longer stand."""
        return [planned for planned in self.plan.steps if planned.has_day]

    def versions(self) -> list[PlannedStep]:
        """The versions of the beleidsplan; those of a document beside it are left out."""
        return [v for v in self.of_kind(StepKind.VERSION) if v.step.document == "beleidsplan"]

    def ontwerpen(self) -> list[PlannedStep]:
        """The versions on which the councils are heard."""
        return [v for v in self.versions() if v.step.is_ontwerp]

    def final(self) -> PlannedStep | None:
        """The last version of the beleidsplan: the one that is adopted."""
        latest_first = reversed(self.versions())
        return max(latest_first, key=lambda v: v.step.completeness or 0, default=None)

    def is_done(self, planned: PlannedStep) -> bool:
        """Whether the step was carried out: its days are state, no agreements."""
        return self.state is not None and self.state.is_finished(planned.id)

    def is_late(self, planned: PlannedStep) -> bool:
        """Whether its day has passed while it is still owed: it did not happen on that day."""
        if self.state is None or self.on is None or not planned.has_day:
            return False
        if planned.due_on >= self.on:
            return False
        return bool(self.state.tally(planned.id).open)

    def is_of_former_round(self, planned: PlannedStep) -> bool:
        """Whether it was done on an older ontwerp: it did not rest on what came of the newest."""
        known = standing(self.state.versions) if self.state else []
        made = [v.made_on for v in known if v.is_ontwerp and not v.corrects]
        if not made or not planned.has_day or not self.is_done(planned):
            return False
        return min(made) <= planned.due_on < max(made)

    def adopted_on(self) -> date | None:
        """The day of the besluit of adoption, if there is one."""
        return self.state.adoption.taken_on if self.state and self.state.adoption else None

    def adoption_has_come(self) -> bool:
        """Whether the plan was adopted, or its day is here."""
        if self.adopted_on():
            return True
        adoption = self.dated_adoption
        return bool(self.on and adoption and self.on >= adoption.due.may_be.end)

    @property
    def adopted_later_by(self) -> timedelta:
        """How much later than planned the plan was adopted: what follows it has that much longer.

        The plan keeps the days that it gave, also where they were counted from the adoption.
        """
        adopted_on, adoption = self.adopted_on(), self.proposal.adoption
        if self.state is None or adopted_on is None or adoption is None:
            return timedelta()
        planned = self.state.plan[adoption.id]
        return max(adopted_on - planned.due_on, timedelta()) if planned.has_day else timedelta()

    @property
    def tight_from(self) -> date | None:
        """The first day on which there are less than two weeks left before the adoption."""
        adoption = self.dated_adoption
        return adoption.span.start - TIME_TO_WEIGH + timedelta(days=1) if adoption else None

    @cached_property
    def mergers_of_dossier(self) -> tuple[Merger, ...]:
        """The mergers of the country after the reference date, of which a dossier must hear."""
        reference = self.proposal.reference_date
        mergers = self.composition.mergers if self.state else ()
        return tuple(m for m in mergers if m.on > reference and not m.is_rename)

    def stands_until(self) -> date:
        """Return the first day after ``on`` on which a check may say something else.

        As long as nothing is recorded: of the day of judgement a check asks only whether a day of
        the plan, or the last day to appeal, has come or has passed.
        """
        days = (
            self._last_days() + self._days_of_accounts() + self._days_of_mergers() + self._turns()
        )
        if tight_from := self.tight_from:
            days.append(tight_from)
        for besluit in adopted_under_lid_2(self.state) if self.state else []:
            if besluit.announced_on:
                with suppress(HolidaysUnknownError):
                    days.append(appeal_clock(besluit.announced_on).lodge_by)
        turns = [turn for day in days for turn in (day, day + timedelta(days=1))]
        return min((turn for turn in turns if self.on and turn > self.on), default=date.max)

    def _last_days(self) -> list[date]:
        """Return by when each step is due; of an approximation also the last day it may be."""
        days = [day for p in self.dated() for day in (p.due_on, p.due.may_be.end)]
        later = self.adopted_later_by
        return days + [day + later for day in days if later]

    @cached_property
    def outlooks(self) -> tuple[Outlook, ...]:
        """What is left to each council that is not heard yet, on the day of judgement."""
        return tuple(outlooks(self.state, self.on)) if self.state and self.on else ()

    def _turns(self) -> list[date]:
        """Return the days on which something else is left to a council."""
        turns = {turn for outlook in self.outlooks for turn in outlook.turns}
        return sorted(turns)

    def _days_of_accounts(self) -> list[date]:
        """Return by when jaarverslagen are owed, and from when years want uitvoeringsplannen."""
        if self.state is None:
            return []
        days = [action.due_on for _, action in accounts_owed(self.state) if action.due_on]
        return days + [date(year, 1, 1) for year, _ in plans_owed(self.state) if year]

    def _days_of_mergers(self) -> list[date]:
        """Return from when each merger is told of which a dossier must hear."""
        return [merger.on - MERGER_NEAR for merger in self.mergers_of_dossier]

    def _planned(self, step: Step | None) -> PlannedStep | None:
        return self.plan[step.id] if step else None
