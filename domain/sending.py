"""May the ontwerp leave the house, and which notices are ready to be sent?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import enumeration
from gehoord.domain.deed import CLIENTS_THAT_AGREE
from gehoord.domain.eenheid import OFFICES
from gehoord.domain.errors import RefusedError
from gehoord.domain.facts import Facts
from gehoord.domain.plan import PlannedStep
from gehoord.domain.stage import Stage
from gehoord.domain.step import Letter
from gehoord.domain.version import DraftVersion
from gehoord.law.politiewet import ADOPT, HEAR_COUNCILS


def ontwerp_that_may_leave(facts: Facts) -> DraftVersion:
    """Return the ontwerp, if both clients agreed that this version is sent to the councils.

    Raises:
        RefusedError: there is no ontwerp, or a client has not agreed with it.

    Law: Politiewet 2012, art. 39 lid 1 (burgemeesters and hoofdofficier adopt) and 38b lid 2.
    """
    ontwerp = facts.ontwerp
    if ontwerp is None:
        raise RefusedError(
            "Er is nog geen ontwerp waarover de raden kunnen worden gehoord. "
            "Leg eerst de versie vast die het ontwerp is.",
            HEAR_COUNCILS,
        )
    agreed = facts.agreements_with(ontwerp)
    missing = [OFFICES[c] for c in CLIENTS_THAT_AGREE if c not in agreed]
    if missing:
        raise RefusedError(
            f"Het ontwerp mag nog niet weg: akkoord ontbreekt van de {enumeration(missing)}. "
            "Leg het akkoord vast als het er is.",
            ADOPT,
        )
    return ontwerp


def ready_notices(facts: Facts, stage: Stage) -> Iterator[PlannedStep]:
    """Yield the notices of a stage that have not left and of which all that they rest on is done.

    The ontwerp is ready as soon as it may leave; that is decided by `ontwerp_that_may_leave`.
    """
    for planned in facts.plan.steps:
        step = planned.step
        if (
            step.is_sent_by_gehoord
            and step.stage is stage
            and facts.open_actions(step=step.id)
            and (step.letter is Letter.ONTWERP or all(facts.is_done(i) for i in step.after))
        ):
            yield planned
