# SPDX-License-Identifier: EUPL-1.2
"""From what the journal says of the first half to the cards of the steps that it belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gehoord.domain.acts.closing import closed_by
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.recorded import Recorded
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.uitvoering import year_of
from gehoord.domain.outgoing.happened import FactKept, FactTakenBack, Happened, PreparedFact, What
from gehoord.domain.proposal.reported_as import CANDIDATES, POLL, STRENGTH
from gehoord.domain.proposal.step import (
    SAFETY_PICTURE,
    SURVEY,
    UITVOERINGSPLAN,
    Part,
    Step,
    StepKind,
)


def prepared_told(state: State, entries: Iterable[Recorded]) -> defaultdict[str, list[Happened]]:
    """Return what was recorded of the first half, by the id of each action that it belongs to.

    It stands on the cards of the step that such a report is made for, whether it closed it or not;
    what belongs to no step of the proposal is told nowhere.
    """
    told: defaultdict[str, list[Happened]] = defaultdict(list)
    for entry in entries:
        for fact in entry.objects:
            if isinstance(fact, PreparedFact):
                what: What = FactKept(fact) if fact.counts else FactTakenBack(fact)
                event = Happened(entry.at, entry.on, what, entry.event, entry.by)
                for action in _actions(state, fact):
                    told[action.id].append(event)
    return told


def _actions(state: State, fact: PreparedFact) -> Iterator[Action]:
    """Yield the actions that a fact belongs to."""
    for step in state.as_opened.steps:
        if _belongs(step, fact):
            for action in state.actions.where(step=step.id):
                if _is_of(state, fact, action):
                    yield action


def _is_of(state: State, fact: PreparedFact, action: Action) -> bool:
    """Whether a fact belongs to this action of a step: an answer and a year to their own alone."""
    match fact:
        case LocalPriorities():
            return _is_answer(fact, action)
        case Besluit(kind=BesluitKind.UITVOERINGSPLAN):
            return year_of(state, action) in (None, fact.year)
        case _:
            return True


def _belongs(step: Step, fact: PreparedFact) -> bool:
    match fact:
        case BodyChoice() | Circulation():
            return step.id == fact.step
        case Besluit():
            if fact.kind is BesluitKind.UITVOERINGSPLAN:
                return closed_by(step) == UITVOERINGSPLAN
            return step.chooses_themes and fact.kind is BesluitKind.THEMES
        case StrengthTable():
            return _is_about_strength(step)
        case Poll():
            return closed_by(step) == POLL
        case CandidateList():
            return closed_by(step) == CANDIDATES
        case SafetyPicture():
            return closed_by(step) == SAFETY_PICTURE
        case LocalPriorities():
            return closed_by(step) == SURVEY


def _is_about_strength(step: Step) -> bool:
    """Whether a step asks for a sterkteverdeling, or makes a version that contains one."""
    is_in_it = step.kind is StepKind.VERSION and Part.STRENGTH in step.contains
    return is_in_it or closed_by(step) == STRENGTH


def _is_answer(said: LocalPriorities, action: Action) -> bool:
    """Whether an answer was given for an action; one for which nothing was asked, is for all."""
    if said.closes:
        return action.id in said.closes
    return action.municipality == said.municipality
