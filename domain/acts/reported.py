# SPDX-License-Identifier: EUPL-1.2
"""Whether what a step waits for was reported, and which actions that report closes."""

from collections.abc import Callable, Iterable
from typing import Final

from gehoord.domain.acts.closing import CHOICE, closed_by
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.attendance import is_all_counted
from gehoord.domain.dossier.choices import choice_in, latest_list
from gehoord.domain.dossier.poll import PollStage, latest_poll
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.reported_as import CANDIDATES, DONE, POLL, STRENGTH
from gehoord.domain.proposal.step import INFO_SESSION, SAFETY_PICTURE, SURVEY, Step


def actions_closed_by(kind: str, state: State, stands: ActionState) -> list[Action]:
    """Return the actions of all steps that one kind of report closes, as far as they stand so."""
    steps = [step.id for step in state.as_opened.steps if closed_by(step) == kind]
    return [action for step in steps for action in state.actions.where(step=step, state=stands)]


def was_reported(state: State, step: Step) -> bool:
    """Whether the report that closes a step was made already, however the step still stands open.

    That may be so when it lapsed and came back, or came to be owed afterwards. A survey that asks
    again is never answered already: that nothing changed is an answer as well.
    """
    known = _KNOWN.get(closed_by(step))
    return known is not None and known(state, step)


def is_plainly_done(state: State, step: Step) -> bool:
    """Whether people report of a step that it was done, and nothing more.

    What prepares the plan can be reported in no other way any more once that is adopted.
    """
    return closed_by(step) in (DONE, *_once_adopted(state)) or was_reported(state, step)


def _once_adopted(state: State) -> tuple[str, ...]:
    return (*_KNOWN, SURVEY) if state.is_adopted else ()


def is_given(tables: Iterable[StrengthTable], step: Step) -> bool:
    """Whether one of these sterkteverdelingen is what a step asks for: of the provisional none is.

    Unless the step asks for no more. One that counts no more is not looked at.
    """
    return any(step.is_provisional or not table.is_provisional for table in standing(tables))


_KNOWN: Final[dict[str, Callable[[State, Step], bool]]] = {
    CANDIDATES: lambda state, _: latest_list(state.candidates) is not None,
    CHOICE: lambda state, step: choice_in(step.id, state.choices) is not None,
    INFO_SESSION: lambda state, step: is_all_counted(state, step.id),
    POLL: lambda state, _: latest_poll(state.polls, PollStage.FINAL) is not None,
    STRENGTH: lambda state, step: is_given(state.strengths, step),
    SAFETY_PICTURE: lambda state, _: bool(standing(state.pictures)),
}
"""Of each report that is made once, whether it was."""
