"""Which steps may lapse: none that the law rests on, or that the procedure cannot do without."""

from gehoord.calendar.written import Precision
from gehoord.domain.errors import RefusedError
from gehoord.domain.plan import PlannedStep
from gehoord.domain.step import Letter, Step, StepKind
from gehoord.law.article import Article
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS, SEND_OUT


def refuse_to_lapse(planned: PlannedStep) -> None:
    """Refuse when the procedure cannot go on without a step.

    Raises:
        RefusedError: with the article of the law that asks for it, where there is one.
    """
    step = planned.step
    if article := _asked_by_law(step):
        raise RefusedError(f"'{step.title}' kan niet vervallen: de wet vraagt erom.", article)
    if step.kind is StepKind.AGREEMENT:
        raise RefusedError(
            f"'{step.title}' kan niet vervallen: zonder akkoord gaat het ontwerp niet weg."
        )
    if planned.precision is Precision.YEARLY:
        raise RefusedError(f"'{step.title}' komt elk jaar terug en kan niet als geheel vervallen.")


def _asked_by_law(step: Step) -> Article | None:
    if step.kind is StepKind.HEARING or step.letter is Letter.ONTWERP or step.is_ontwerp:
        return HEAR_COUNCILS
    if step.kind is StepKind.ADOPTION:
        return ADOPT
    return SEND_OUT if step.letter is Letter.SEND_OUT else None
