"""Do those who must decide meet on the days that the proposal gives them?"""

from collections.abc import Iterator

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted, day_in_words, enumeration, full_day_in_words
from gehoord.calendar.span import Span
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.finding import Severity
from gehoord.domain.plan.opportunities import hearing_window
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import HEAR_COUNCILS

CHECKS = Checks()

_AT_A_MEETING = (StepKind.MEETING, StepKind.DECISION, StepKind.ADOPTION)


@CHECKS.add(
    "geen-raadsvergadering",
    Severity.WARN,
    mistake=10,
    article=HEAR_COUNCILS,
    remedy="Verzend eerder, geef langer de tijd, of vraag om een extra vergadering (Gemeentewet, "
    "art. 17). 'gehoord plan VOORSTEL --raden' toont het per raad.",
)
def no_council_meeting(case: Case) -> Iterator[Observation]:
    """A council has no deciding meeting between its documents, its lead time and the last day."""
    window = hearing_window(case.plan)
    unable = case.first_meetings.without_meeting(case.plan)
    if window is None or not unable or case.hearing is None:
        return
    have = "heeft" if len(unable) == 1 else "hebben"
    yield (
        (case.hearing.id,),
        f"{counted(len(unable), 'raad', 'raden')} {have} geen besluitvormende vergadering die past "
        f"tussen de verzending op {day_in_words(window.start)}, met de aanlevertermijn, en "
        f"{day_in_words(window.end)}: {enumeration([m.name for m in unable])}.",
    )


@CHECKS.add(
    "geen-vergaderdag",
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
        day = planned.due_on
        if (
            planned.step.kind not in _AT_A_MEETING
            or planned.precision not in (Precision.DAY, Precision.RELATIVE)
            or body is None
            or body.schedule is None
            or not body.schedule.covers(Span(day, day))
            or day not in case.eenheid.recess.window
        ):
            continue
        earlier = body.schedule.last_by(day, case.eenheid.recess)
        if earlier == day:
            continue
        later = body.schedule.first_from(day, case.eenheid.recess)
        near = [
            f"{side} op {full_day_in_words(meeting)}"
            for side, meeting in (("ervoor", earlier), ("erna", later))
            if meeting
        ]
        yield (
            (planned.id,),
            f"'{planned.step.title}' is op {full_day_in_words(day)}, maar {body.name} vergadert "
            f"dan niet. De vergadering {enumeration(near)} ligt het dichtst bij."
            if near
            else f"'{planned.step.title}' is op {full_day_in_words(day)}, maar {body.name} "
            "vergadert dan niet.",
        )
