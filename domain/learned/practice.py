# SPDX-License-Identifier: EUPL-1.2
"""What earlier procedures teach together: how long each leg takes, and how plans hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.domain.learned.leg import Leg
from gehoord.domain.learned.length import Length
from gehoord.domain.learned.past_course import PastAnswer, PastCourse, PastLeg, PastStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

ENOUGH: Final = 2
"""Cases from which anything may be said of a new plan; of one alone nothing is said."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One leg of one earlier procedure, of which the length is known."""

    course: PastCourse
    leg: PastLeg
    length: Length

    @property
    def in_words(self) -> str:
        """What it was, in Dutch, with its source."""
        how = "duurde" if self.leg.actual else "gepland:"
        return f"{self.course.title} {how} {self.length.in_words} ({self.leg.source})"


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """How the steps of one kind in one stage kept to a plan from before they were done."""

    stage: Stage
    kind: StepKind
    offs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CouncilAnswers:
    """How long one council took in each earlier procedure, the longest first."""

    code: str
    council: str
    answers: tuple[tuple[PastCourse, PastAnswer], ...]

    @property
    def longest(self) -> int:
        """The longest, in days."""
        return self.answers[0][1].days


@dataclass(frozen=True, slots=True)
class Practice:
    """All earlier procedures; ``exercises`` is how many dossiers were left out as no history."""

    courses: tuple[PastCourse, ...] = ()
    exercises: int = 0

    def before(self, plan_starts_on: date) -> "Practice":
        """Return what is earlier than a plan: the procedures whose own plans started before it."""
        earlier = (course for course in self.courses if course.plan_starts_on < plan_starts_on)
        return Practice(tuple(earlier), self.exercises)

    def of(self, eenheid: str) -> "Practice":
        """Return the earlier procedures of one unit."""
        return Practice(tuple(c for c in self.courses if c.eenheid == eenheid), self.exercises)

    def instances(self, leg: Leg) -> list[Instance]:
        """Return every known length of a leg, the shortest first."""
        found = [
            Instance(course, past, past.known)
            for course in self.courses
            for past in course.legs
            if past.leg is leg and past.known
        ]
        return sorted(found, key=lambda instance: (instance.length.days, instance.course.title))

    def kept_plans(self) -> list[KeptPlan]:
        """Return for each kind of step, in the order of the stages, how it kept to its plan."""
        offs: dict[tuple[Stage, StepKind], list[int]] = {}
        for step in self._measured():
            offs.setdefault((step.stage, step.kind), []).append(step.off or 0)
        order = {stage: number for number, stage in enumerate(Stage)}
        keys = sorted(offs, key=lambda key: (order[key[0]], list(StepKind).index(key[1])))
        return [KeptPlan(*key, tuple(sorted(offs[key]))) for key in keys]

    def _measured(self) -> Iterator[PastStep]:
        yield from (s for course in self.courses for s in course.steps if s.planned)

    @property
    def unmeasured(self) -> int:
        """How many steps were done of which no plan from before is known."""
        return sum(s.planned is None for course in self.courses for s in course.steps)

    @property
    def undated(self) -> int:
        """How many steps were done on a day that nobody wrote down."""
        return sum(course.undated for course in self.courses)

    def councils(self) -> list[CouncilAnswers]:
        """Return the councils whose answers are known, the slowest first."""
        of: dict[str, list[tuple[PastCourse, PastAnswer]]] = {}
        for course in self.courses:
            for answer in course.answers:
                of.setdefault(answer.code, []).append((course, answer))
        found = [_of_council(code, answers) for code, answers in of.items()]
        return sorted(found, key=lambda each: (-each.longest, each.council))


NO_PRACTICE: Final = Practice()
"""Nothing is known of earlier procedures."""


def _of_council(code: str, answers: list[tuple[PastCourse, PastAnswer]]) -> CouncilAnswers:
    answers.sort(key=lambda pair: -pair[1].days)
    return CouncilAnswers(code, answers[0][1].council, tuple(answers))


def practice_of(
    documents: Iterable[PastCourse], dossiers: Iterable[PastCourse], exercises: int = 0
) -> Practice:
    """Return what both tell together; of one procedure a dossier goes before documents."""
    told = {(course.eenheid, course.title): course for course in (*documents, *dossiers)}
    return Practice(tuple(told.values()), exercises)
