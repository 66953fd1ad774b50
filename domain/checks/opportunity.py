# SPDX-License-Identifier: EUPL-1.2
"""Do those who must decide meet on the days that the proposal gives them?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import alphabetical, counted, enumeration, full_day_in_words
from gehoord.calendar.recess import Recess
from gehoord.calendar.span import Span
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.finding import Severity
from gehoord.domain.plan.opportunities import delivered_and_answered
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.domain.proposal.step import StepKind
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()

NO_MEETING_DAY: Final = "geen-vergaderdag"
_AT_A_MEETING = (StepKind.MEETING, StepKind.DECISION, StepKind.ADOPTION)


@CHECKS.add(
    "geen-raadsvergadering",
    Severity.WARN,
    mistake=10,
    article=CAREFUL_PREPARATION,
    remedy="Verzend eerder, geef langer de tijd, of vraag om een extra vergadering (Gemeentewet, "
    "art. 17). 'gehoord plan VOORSTEL --raden' toont het per raad.",
)
def no_council_meeting(case: Case) -> Iterator[Observation]:
    """A council has no deciding meeting between its documents, its lead time and the last day."""
    days = delivered_and_answered(case.plan)
    unable = case.first_meetings.without_meeting(case.plan)
    if days is None or not unable or case.hearing is None:
        return
    have = "heeft" if len(unable) == 1 else "hebben"
    yield (
        (case.hearing.id,),
        f"{counted(len(unable), 'raad', 'raden')} {have} geen besluitvormende vergadering die past "
        f"tussen de verzending, {said(days.first)}, met de aanlevertermijn, en "
        f"{said(days.last)}: {enumeration(alphabetical(m.name for m in unable))}.",
    )


@CHECKS.add(
    NO_MEETING_DAY,
    Severity.WARN,
    mistake=16,
    practice="het vergaderschema van het overleg",
    remedy="Kies een vergadering, of schrijf 'laatste vergadering voor <stap>'. Gehoord verschuift "
    "een afgesproken dag niet zelf.",
)
def no_meeting_day(case: Case) -> Iterator[Observation]:
    """A body decides or meets on a day on which, by its own schedule, it does not meet."""
    for planned in case.standing():
        body = case.eenheid.party(planned.step.owner)
        if body is None or body.schedule is None or not _is_on_a_day_of_meeting(planned):
            continue
        day, recess = planned.due_on, case.eenheid.recess
        is_known = body.schedule.covers(Span(day, day)) and day in recess.window
        if is_known and body.schedule.last_by(day, recess) != day:
            yield (
                (planned.id,),
                f"'{planned.step.title}' is op {full_day_in_words(day)}, maar {body.name} "
                f"vergadert dan niet.{_meetings_near(body.schedule, day, recess)}",
            )


def _is_on_a_day_of_meeting(planned: PlannedStep) -> bool:
    """Whether a step is taken in a meeting, on a day that is named or counted."""
    is_one_day = planned.precision in (Precision.DAY, Precision.RELATIVE)
    return is_one_day and planned.step.kind in _AT_A_MEETING


def _meetings_near(schedule: Schedule, day: date, recess: Recess) -> str:
    """Return in Dutch the meetings before and after a day; empty when there are none."""
    sides = {
        "ervoor": schedule.last_by(day, recess),
        "erna": schedule.first_from(day, recess),
    }
    near = [f"{side} op {full_day_in_words(met)}" for side, met in sides.items() if met]
    return f" De vergadering {enumeration(near)} ligt het dichtst bij." if near else ""
