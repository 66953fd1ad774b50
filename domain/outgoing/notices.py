"""May the ontwerp leave the house, and which notices are ready to be sent?"""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.report import CLIENTS_THAT_AGREE
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.eenheid.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.plan.plan import PlannedStep
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Step
from gehoord.law.politiewet import HEAR_COUNCILS


def ontwerp_that_may_leave(state: State, on: date) -> DraftVersion:
    """Return the ontwerp, if both clients agreed that this version is sent to the councils.

    No statute asks for their agreement: it is how units work (S003 shows what goes wrong without).

    Raises:
        RefusedError: on that day there was no ontwerp, or a client had not agreed with it.

    Law: Politiewet 2012, art. 38b lid 2 (councils are heard on the ontwerp).
    """
    ontwerp = state.ontwerp
    if ontwerp is None or ontwerp.made_on > on:
        raise RefusedError(
            "Er is nog geen ontwerp waarover de raden kunnen worden gehoord. "
            "Leg eerst de versie vast die het ontwerp is.",
            HEAR_COUNCILS,
        )
    agreed = state.agreements_with(ontwerp)
    missing = [OFFICES[c] for c in CLIENTS_THAT_AGREE if c not in agreed or agreed[c] > on]
    if missing:
        raise RefusedError(
            f"Het ontwerp mag nog niet weg: akkoord ontbreekt van de {enumeration(missing)}. "
            "Leg het akkoord vast als het er is."
        )
    return ontwerp


def follows_adoption(step: Step) -> bool:
    """Whether a step makes sense only once the plan was adopted."""
    return step.letter in (Letter.ADOPTION, Letter.SEND_OUT) or step.stage is Stage.ACCOUNT


def ready_notices(state: State, stage: Stage) -> Iterator[PlannedStep]:
    """Yield the notices of a stage that have not left and of which all that they rest on is done.

    The ontwerp is not among them: `ontwerp_that_may_leave` decides on that. What tells of the
    adoption, and what follows from it, is ready only once the plan was adopted; what tells the
    themes, once they were chosen.
    """
    for planned in state.plan.steps:
        step = planned.step
        if (
            step.is_sent_by_gehoord
            and step.stage is stage
            and state.open_actions(step=step.id)
            and step.letter is not Letter.ONTWERP
            and (state.adoption or not follows_adoption(step))
            and (state.themes() or step.letter is not Letter.THEMES)
            and all(state.is_done(i) for i in step.after)
        ):
            yield planned
