"""Which steps may lapse: none that the law rests on, or that the procedure cannot do without."""

from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Letter, Step, StepKind
from gehoord.law.article import Article
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS, SEND_OUT


def refuse_to_lapse(step: Step) -> None:
    """Refuse when the procedure cannot go on without a step.

    Raises:
        RefusedError: with the article of the law that asks for it, where there is one.
    """
    if article := _asked_by_law(step):
        raise RefusedError(f"'{step.title}' kan niet vervallen: de wet vraagt erom.", article)
    if step.kind is StepKind.AGREEMENT:
        raise RefusedError(
            f"'{step.title}' kan niet vervallen: zonder akkoord gaat het ontwerp niet weg."
        )


def _asked_by_law(step: Step) -> Article | None:
    if step.kind is StepKind.HEARING or step.letter is Letter.ONTWERP or step.is_ontwerp:
        return HEAR_COUNCILS
    if step.kind is StepKind.ADOPTION or step.is_jaarverslag:
        return ADOPT
    return SEND_OUT if step.letter is Letter.SEND_OUT else None
