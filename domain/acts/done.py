"""A step was carried out."""

from collections.abc import Sequence

from gehoord.calendar.due import Precision
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.closing import DONE, closed_by
from gehoord.domain.acts.escalation import of_who_is_late
from gehoord.domain.acts.report import StepDone
from gehoord.domain.acts.treatment import treated_already
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Letter, Step
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def step_done(report: StepDone, state: State) -> Act:
    """Close the actions of a step, or of one owner.

    That a council treated the ontwerp is known once it is heard: told again it changes nothing.
    """
    step = state.as_opened.step(report.step)
    if step.follows_adoption and not state.is_adopted:
        raise RefusedError(f"Stap '{step.id}' volgt op de vaststelling, en die is er nog niet.")
    _refuse_what_is_reported_otherwise(step)
    owner = state.owner(report.owner)
    actions = _owed(step, state, owner)
    if not actions and (known := treated_already(state, step, owner)):
        return Act(_said_of(known))
    if not actions:
        raise RefusedError(
            f"Bij stap '{step.id}' staat {f'voor {owner} ' if owner else ''}niets open."
        )
    changes = Changes.replacing((a, a.done(report.on)) for a in actions)
    return Act(_said_of(actions), changes)


def _said_of(actions: Sequence[Action]) -> str:
    first = actions[0]  # of a yearly duty its title names the year
    if len(actions) > 1:
        return f"Gedaan: {first.title} ({len(actions)} keer)."
    return f"Gedaan: {first.title}, door {first.owner_name}."


def _refuse_what_is_reported_otherwise(step: Step) -> None:
    own = closed_by(step)
    if own != DONE:
        raise RefusedError(f"Stap '{step.id}' legt u vast als '{own}', niet als 'gedaan'.")
    if step.letter is Letter.ONTWERP:
        raise RefusedError("Het ontwerp gaat weg door de fase 'horen' te starten.", HEAR_COUNCILS)


def _owed(step: Step, state: State, owner: str | None) -> list[Action]:
    """Return what is owed of a step; of an escalation also by naming who is late."""
    owed = in_turn(state.owed(step.id, owner))
    if owed or not step.escalates:
        return owed
    return [action for action in of_who_is_late(state, step, owner) if action.is_open]


def in_turn(actions: list[Action]) -> list[Action]:
    """Of a yearly duty each report closes one year, the earliest that is still open."""
    years = {a.due_on.year: a for a in actions if a.due_on and a.precision is Precision.YEARLY}
    return [years[min(years)]] if years else actions
