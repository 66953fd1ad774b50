# SPDX-License-Identifier: EUPL-1.2
"""What municipalities said in the survey goes with them into the one that they became."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.report import Merged
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answer_of, surveys
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded


def answer_of_merged(
    report: Merged, state: State, ceased: Sequence[FrozenMunicipality]
) -> LocalPriorities | None:
    """Return what a municipality says by what those said that went into it, itself among them.

    None where none of those that ceased answered. It can be said anew, and taken back.
    """
    said = [answer for m in ceased if (answer := answer_of(state, m.code))]
    own = answer_of(state, report.code)
    if not said:
        return None
    everything = [own, *said] if own else said
    return LocalPriorities(
        closes=_closed(report, state, ceased),
        id=f"{state.id}/{report.code}/{_number(state, report)}",
        dossier=state.id,
        municipality=report.code,
        name=report.name,
        number=_number(state, report),
        given_on=max([report.on, *(answer.given_on for answer in everything)]),
        priorities=_in_turn([answer.priorities for answer in everything]),
        source=f"{_TAKEN_OVER}{enumeration([answer.name for answer in everything])}",
    )


_TAKEN_OVER: Final = "overgenomen van "


def taken_over_by(state: State, code: str) -> list[LocalPriorities]:
    """Return what counts for a municipality and was only taken over from those it came of."""
    said = standing(state.priorities.where(municipality=code))
    return [answer for answer in said if answer.source.startswith(_TAKEN_OVER)]


def taken_over_on(state: State, code: str, merged_on: date) -> list[LocalPriorities]:
    """Return what was taken over in the mergers of a day, and since; what was before stays."""
    known = taken_over_by(state, code)
    return [answer for answer in known if answer.given_on >= merged_on]


def _closed(report: Merged, state: State, ceased: Sequence[FrozenMunicipality]) -> tuple[str, ...]:
    """Return what a new municipality need not do any more: taken back, it is asked that after all.

    One that was there before has its own answer, which closes what it owed.
    """
    if any(not m.never_was for m in state.municipalities.where(code=report.code)):
        return ()
    asked = {step.id for step in surveys(state)}
    return tuple(
        f"{state.id}/{action.step}/{report.code}"
        for action in actions_taken_over(state, ceased)
        if action.step in asked and action.state is ActionState.DONE
    )


def _number(state: State, report: Merged) -> int:
    return len(state.priorities.where(municipality=report.code)) + 1


def _in_turn(each: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return all priorities once: the first of everybody, then the second, and so on."""
    ranks = (wording for rank in zip_longest(*each) for wording in rank if wording)
    once: dict[str, str] = {}
    for wording in ranks:
        once.setdefault(folded(wording), wording)
    return tuple(once.values())


def actions_taken_over(state: State, ceased: Sequence[FrozenMunicipality]) -> Iterator[Action]:
    """Yield the actions that a new municipality takes over: those of the first that ceased.

    In a survey that of whoever did not answer yet: only where one is missing it is asked.
    """
    asked = {step.id for step in surveys(state)}
    for action in state.actions.where(municipality=ceased[0].code):
        yield _still_owed(state, action, ceased) if action.step in asked else action


def _still_owed(state: State, action: Action, ceased: Sequence[FrozenMunicipality]) -> Action:
    codes = {m.code for m in ceased}
    owed = (a for a in state.owed(action.step) if a.municipality in codes)
    return next(owed, action)
