# SPDX-License-Identifier: EUPL-1.2
"""Is every answer weighed, also the late one, and is there time to do so?"""

from collections.abc import Iterator

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import TIME_TO_WEIGH, Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.checks.wording import said, some
from gehoord.domain.dossier.late_answers import late_answers
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Zienswijze
from gehoord.domain.finding import Severity
from gehoord.law.awb import CAREFUL_PREPARATION

CHECKS = Checks()


@CHECKS.add(
    "reactie-zonder-verwerking",
    Severity.WARN,
    mistake=23,
    article=CAREFUL_PREPARATION,
    practice="S003: van alle feedback is aangegeven hoe die is verwerkt, of waarom niet",
    remedy="Leg per reactie vast wat ermee is gedaan en waarom.",
)
def reply_without_disposition(case: Case) -> Iterator[Observation]:
    """The plan is up for adoption, and of a response it is not said what was done with it."""
    names = _unweighed(case)
    if names and case.adoption_has_come():
        yield (
            tuple(s.id for s in (case.adoption,) if s),
            f"Zonder verwerking: {counted(len(names), 'reactie', 'reacties')} ({some(names)}).",
        )


def _unweighed(case: Case) -> list[str]:
    """Return whose response has no disposition; what councils said has a check of its own."""
    said = case.state.responses if case.state else ()
    return [response.sender for response in said if response.awaits_disposition]


@CHECKS.add(
    "weinig-verwerkingstijd",
    Severity.WARN,
    mistake=23,
    article=CAREFUL_PREPARATION,
    remedy="Laat het horen ten minste twee weken voor de vaststelling eindigen.",
)
def little_time_to_weigh(case: Case) -> Iterator[Observation]:
    """Less than two weeks lie between the last day to answer and the adoption.

    An adoption by approximation, or in a month, may be on any of its days.
    """
    hearing, adoption = case.last_answers, case.dated_adoption
    if hearing is None or adoption is None or hearing.precision is Precision.UNDATED:
        return
    if case.is_done(hearing):
        return
    least = (adoption.span.start - hearing.due_on).days
    most = (adoption.due_on - hearing.due_on).days
    if most > 0 and least < TIME_TO_WEIGH.days:
        days = (
            f"{max(least, 0)} tot {most} dagen" if least < most else counted(most, "dag", "dagen")
        )
        roughly = "ongeveer " * (hearing.due.is_rough or adoption.due.is_rough)
        yield (
            (hearing.id, adoption.id),
            f"Tussen de laatste dag om te antwoorden, {said(hearing.due)}, en de vaststelling, "
            f"{said(adoption.due)}, {'ligt' if most == 1 else 'liggen'} {roughly}{days}.",
        )


@CHECKS.add(
    "te-laat-aangenomen",
    Severity.WARN,
    mistake=24,
    practice="S003: ook wie na 13 juli 2018 reageerde, is meegenomen",
    remedy="Zeg vooraf of te laat nog meetelt, en behandel iedereen gelijk.",
)
def late_reply_accepted(case: Case) -> Iterator[Observation]:
    """Replies after the last day are taken along, or came in when the plan was adopted already."""
    for planned in case.standing():
        if planned.step.accepts_late and planned.has_day:
            yield (
                (planned.id,),
                f"Bij '{planned.step.title}' telt ook mee wat na {said(planned.due)} komt.",
            )
    if case.hearing:
        for text in _taken_along(case):
            yield (case.hearing.id,), text


def _taken_along(case: Case) -> Iterator[str]:
    """Yield in a dossier who came late and was weighed, and who came after the adoption."""
    if late := [z.name for z in _late(case) if z.disposition]:
        yield f"Te laat en toch verwerkt: {some(late)}."
    if after := _after_adoption(case):
        yield f"Pas na de vaststelling binnengekomen: {some(after)}."


def _after_adoption(case: Case) -> list[str]:
    adopted = case.adopted_on()
    if case.state is None or adopted is None:
        return []
    said = standing(case.state.responses)
    responses = [r.sender for r in said if r.received_on > adopted]
    return responses + [z.name for z in case.state.zienswijzen if z.counts and z.is_after_adoption]


def _late(case: Case) -> list[Zienswijze]:
    """Return what counts and came after the day by which its council was asked to answer."""
    if case.state is None:
        return []
    late = late_answers(case.state)
    return [z for z in case.state.zienswijzen if z.id in late]
