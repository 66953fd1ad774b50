# SPDX-License-Identifier: EUPL-1.2
"""Where a stage stands, in a few Dutch words: the name of the state that a flow ends in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gehoord.calendar.dutch import alphabetical, counted, enumeration
from gehoord.domain.acts.announcement import to_forward
from gehoord.domain.acts.reasons import remarks
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.held_up import in_the_way
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.preparation import still_missing
from gehoord.domain.outgoing.unreached import shortened, unreached
from gehoord.domain.outgoing.whose_turn import can_be_done, whose_turn
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. ``name`` is short enough for a state, ``text`` one or two sentences.

    ``lines`` say each thing that changed, for who looks closer; without them the text says it all.
    """

    name: str
    text: str
    refused: bool = False
    lines: tuple[str, ...] = ()

    def followed_by(self, aftermath: "Aftermath") -> "Outcome":
        """Return this outcome with what stayed behind; the name says it when that is mail."""
        name = f"{self.name}; niet alle mail verzonden" if aftermath.unsent else self.name
        return replace(self, name=name, text=" ".join([self.text, *aftermath.behind]).strip())


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What stayed behind of what follows a run: mail, calendars, board.

    Attributes:
        behind: a Dutch sentence for each thing; empty when all is right.
        unsent: whether mail is among it that was to leave now.
    """

    behind: tuple[str, ...] = ()
    unsent: bool = False


def progress(state: State, stage: Stage, on: date, done: str) -> Outcome:
    """Return where a stage stands, and what the checks say of what is still to be done in it.

    Args:
        state: the dossier.
        stage: the stage that was looked at.
        on: the day of judgement.
        done: what the run did, in one sentence.
    """
    name, text = _where(state, stage)
    owed = to_forward(state) if stage is Stage.ADOPTION else ""
    missing = still_missing(state, stage) if stage in (Stage.THEMES, Stage.DRAFTS) else ""
    said = [done, text, missing, unreached(state, stage), owed, remarks(state, stage, on)]
    return Outcome(name, " ".join(filter(None, said)))


def next_stage(state: State, after: Stage | None = None) -> Stage | None:
    """Return the first stage in which something is owed by the plan; nothing when all is done.

    Args:
        state: the dossier.
        after: the stage behind which is looked; all of them are looked at without it.
    """
    stages = list(Stage)
    behind = stages[stages.index(after) + 1 :] if after else stages
    return next((stage for stage in behind if _owed_by_the_plan(state, stage)), None)


def first_owed(state: State, stage: Stage) -> Action | None:
    """Return what a stage waits for first: the adoption, the agreement with an ontwerp, or else."""
    waiting = can_be_done(state, _owed_by_the_plan(state, stage))
    adoption = [action for action in waiting if action.kind is StepKind.ADOPTION]
    found = adoption or _agreements(state, stage) or waiting
    return _earliest(found) if found else None


def _agreements(state: State, stage: Stage) -> list[Action]:
    """Return the agreements that are owed, once there is an ontwerp to agree with."""
    return state.open_actions(stage=stage, kind=StepKind.AGREEMENT) if state.ontwerp else []


def _earliest(actions: Sequence[Action]) -> Action:
    return min(actions, key=_turn)


def _turn(action: Action) -> tuple[date, str]:
    """Return where an action stands among others: what is due first stands first."""
    return action.due_on or date.max, action.id


def _with_the_first(actions: Sequence[Action]) -> list[Action]:
    """Return what is due first, and what is the same for others."""
    first = _moment(_earliest(actions))
    return sorted((action for action in actions if _moment(action) == first), key=_turn)


def _moment(action: Action) -> tuple[str, date | None]:
    """Return what is asked, and by when."""
    return action.title, action.due_on


def _where(state: State, stage: Stage) -> tuple[str, str]:
    if stage is Stage.HEARING and state.hearings:
        return _of_hearing(state)
    if stage is Stage.ADOPTION and state.adoption is None and not _adoption_waits_for(state):
        return "Klaar voor vaststelling", "Alles ligt er; leg de vaststelling vast als die er is."
    if agreements := _agreements(state, stage):
        who = enumeration([a.owner for a in agreements])
        return f"Wacht op akkoord: {who}", "Het ontwerp gaat pas weg als beiden akkoord zijn."
    waiting = _owed_by_the_plan(state, stage)
    if not waiting:
        return "Fase klaar", f"In de fase '{stage.heading}' staat niets meer open."
    first = _with_the_first(can_be_done(state, waiting))
    asked = f"{first[0].title}, {first[0].due_in_words} ({whose_turn(state, first)})"
    return f"Wacht op {whose_turn(state, sorted(waiting, key=_turn))}", f"Als eerste: {asked}."


def _adoption_waits_for(state: State) -> str:
    """Return what the adoption waits for by the plan; the law may allow it without that."""
    lacking = (in_the_way(state, action) for action in state.open_actions(kind=StepKind.ADOPTION))
    return next(lacking, "")


def _owed_by_the_plan(state: State, stage: Stage) -> list[Action]:
    """Return what is still owed in a stage, without what only follows up that others are late."""
    return [action for action in state.open_actions(stage=stage) if not action.is_outside_plan]


def _of_hearing(state: State) -> tuple[str, str]:
    owed = state.owed_hearings
    unheard = [h.name for h in owed if not h.is_settled]
    silent = sum(h.state is HearingState.SILENT for h in owed)
    if not unheard and silent:
        name = f"{len(owed) - silent} van {counted(len(owed), 'raad', 'raden')} gehoord"
        return f"{name}, {silent} zonder antwoord", "Geen raad staat meer open (art. 38b lid 2)."
    if not unheard:
        return f"Alle {len(owed)} raden gehoord", "Alle raden zijn gehoord (art. 38b lid 2)."
    name = f"Wacht op {len(unheard)} van {counted(len(owed), 'raad', 'raden')}"
    return name, _names("Nog te horen", unheard)


def _names(intro: str, names: list[str]) -> str:
    return f"{intro}: {enumeration(shortened(alphabetical(names)))}."
