# SPDX-License-Identifier: EUPL-1.2
"""A step will not take place: none lapses that the law rests on, or the procedure needs."""

from datetime import date
from typing import Final

from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.next_steps import AFTER_APPEAL
from gehoord.domain.acts.reasons import how_to_lift, may_leave_without_agreement
from gehoord.domain.acts.report import StepLapsed
from gehoord.domain.checks.hearing import SENT_BEFORE_AGREEMENT
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import REQUEST_ANSWER, Letter, Step, StepKind
from gehoord.law.article import Article
from gehoord.law.awb import ANNOUNCE
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS, IN_LINE_AFTER_APPEAL, SEND_OUT


@decide.register
def step_lapsed(report: StepLapsed, state: State) -> Act:
    """Let a step lapse that will not take place."""
    refuse_without_ground(report.reason, "waarom de stap niet doorgaat")
    step = state.as_opened.step(report.step)
    refuse_to_lapse(step)
    if step.kind is StepKind.AGREEMENT:
        _refuse_unless_it_leaves_without(step, state, report.on)
    actions = state.owed(step.id)
    if not actions:
        raise RefusedError(f"Bij stap '{step.id}' staat niets open dat kan vervallen.")
    changes = Changes.replacing((a, a.lapsed(report.on)) for a in actions)
    return Act(f"Vervallen: {step.title}.", changes)


def refuse_to_lapse(step: Step) -> None:
    """Refuse when the law asks for a step.

    Raises:
        RefusedError: with the article that asks for it.
    """
    if step.reported_as in _DECISIONS_OF_THE_MINISTER:
        raise RefusedError(
            f"'{step.title}' kan niet vervallen: leg vast wat de minister doet, als "
            f"'{step.reported_as}'."
        )
    if step.reported_as == REQUEST_ANSWER:
        raise RefusedError("Een verzoek kan niet vervallen: beantwoord het, of neem het terug.")
    if article := asked_by_law(step):
        raise RefusedError(f"'{step.title}' kan niet vervallen: de wet vraagt erom.", article)


def _refuse_unless_it_leaves_without(step: Step, state: State, on: date) -> None:
    """Refuse to let the agreement lapse while nobody said why the ontwerp leaves without it.

    Raises:
        RefusedError: says how a client gives the reason; no statute asks for the agreement. Or
            there is no ontwerp yet: a reason that was given before is about none.
    """
    if state.ontwerp is None:
        raise RefusedError(
            f"'{step.title}' kan niet vervallen: er is nog geen ontwerp. Leg dat eerst vast "
            "(gehoord record versie)."
        )
    if not may_leave_without_agreement(state, on):
        how = how_to_lift(state, SENT_BEFORE_AGREEMENT)
        raise RefusedError(
            f"'{step.title}' kan niet vervallen: zonder akkoord gaat het ontwerp niet weg. Of "
            f"{how}.",
            finding=SENT_BEFORE_AGREEMENT,
        )


_DECISIONS_OF_THE_MINISTER: Final = ("beroep-vervolg", "beslissing-verschil")


def asked_by_law(step: Step) -> Article | None:
    """Return the article that asks for a step, if one does."""
    if step.kind is StepKind.HEARING or step.letter is Letter.ONTWERP or step.is_ontwerp:
        return HEAR_COUNCILS
    if step.kind is StepKind.ADOPTION or step.is_jaarverslag:
        return ADOPT
    if step.id.startswith(AFTER_APPEAL):
        return IN_LINE_AFTER_APPEAL
    return _LETTERS_OF_THE_LAW.get(step.letter) if step.letter else None


_LETTERS_OF_THE_LAW: Final = {
    Letter.SEND_OUT: SEND_OUT,
    Letter.JAARVERSLAG: SEND_OUT,
    Letter.ANNOUNCEMENT: ANNOUNCE,
}
