# SPDX-License-Identifier: EUPL-1.2
"""A step was carried out."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.due import Precision
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.closing import CHOICE, closed_by
from gehoord.domain.acts.escalation import of_who_is_late
from gehoord.domain.acts.form import boxes
from gehoord.domain.acts.new_council import sends_to_new_council
from gehoord.domain.acts.reasons import refuse_with_open_points
from gehoord.domain.acts.report import KINDS, StepDone
from gehoord.domain.acts.reported import is_plainly_done
from gehoord.domain.acts.treatment import treated_already
from gehoord.domain.checks.points import is_round_on
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from gehoord.domain.proposal.reported_as import CANDIDATES, POLL, STRENGTH
from gehoord.domain.proposal.step import (
    INFO_SESSION,
    SAFETY_PICTURE,
    SURVEY,
    UITVOERINGSPLAN,
    Letter,
    Step,
)
from gehoord.law.politiewet import HEAR_COUNCILS


@decide.register
def step_done(report: StepDone, state: State) -> Act:
    """Close the actions of a step, or of one owner.

    A round on the newest version is done once it is said what became of the points before it, or
    a reason is recorded. That a council treated the ontwerp is known once it is heard: told again
    it changes nothing.
    """
    step = state.as_opened.step(report.step)
    if step.follows_adoption and not state.is_adopted:
        raise RefusedError(f"Stap '{step.id}' volgt op de vaststelling, en die is er nog niet.")
    owner = state.owner(report.owner)
    _refuse_what_is_reported_otherwise(step, state, owner)
    actions = _owed(step, state, owner)
    if not actions and (known := treated_already(state, step, owner)):
        return Act(_said_of(known))
    if not actions:
        raise RefusedError(
            f"Bij stap '{step.id}' staat {f'voor {owner} ' if owner else ''}niets open."
        )
    if state.final and is_round_on(step, state.final):
        refuse_with_open_points(state, state.final, report.on)
    changes = Changes.replacing((a, a.done(report.on)) for a in actions)
    return Act(_said_of(actions), changes)


def _said_of(actions: Sequence[Action]) -> str:
    first = actions[0]  # of a yearly duty its title names the year
    if len(actions) > 1:
        return f"Gedaan: {first.title} ({len(actions)} keer)."
    return f"Gedaan: {first.title}, door {first.owner_name}."


def _refuse_what_is_reported_otherwise(step: Step, state: State, owner: str | None) -> None:
    """Refuse what has a report of its own, and name it; once that was made, nothing is lost."""
    if not is_plainly_done(state, step):
        raise RefusedError(
            f"Stap '{step.id}' legt u vast als '{closed_by(step)}', niet als 'gedaan'.",
            onward=(_onward(step, state, owner),),
        )
    if step.letter is Letter.ONTWERP or sends_to_new_council(step.id):
        raise RefusedError("Het ontwerp gaat weg door de fase 'horen' te starten.", HEAR_COUNCILS)


def _onward(step: Step, state: State, owner: str | None) -> Onward:
    """Return the report that is right instead, with what is known of it filled in."""
    kind = closed_by(step)
    owed = state.owed(step.id, owner)
    known = {"stap": step.id}
    if len(owed) == 1:
        known |= {"gemeente": owed[0].owner_name, "gemeenten": owed[0].owner_name}
        known |= {"van": owed[0].owner}
    asked = {box.name for box in boxes(KINDS[kind])}
    filled = {name: value for name, value in known.items() if name in asked}
    return Onward(_QUESTIONS.get(kind, "Is het gedaan?"), kind, filled)


_QUESTIONS: Final = {
    "akkoord": "Is de opdrachtgever akkoord?",
    "gehoord": "Is de raad gehoord?",
    "themas": "Zijn de thema's gekozen?",
    "vaststelling": "Is het plan vastgesteld?",
    "versie": "Is de versie klaar?",
    CANDIDATES: "Is de lijst er?",
    CHOICE: "Heeft het overleg gekozen?",
    POLL: "Is de peiling geteld?",
    STRENGTH: "Is de sterkteverdeling er?",
    SAFETY_PICTURE: "Is het veiligheidsbeeld er?",
    INFO_SESSION: "Is de sessie gepland?",
    SURVEY: "Heeft de gemeente geantwoord?",
    UITVOERINGSPLAN: "Is het uitvoeringsplan vastgesteld?",
}
"""In which case another report is right, by its kind."""


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
