# SPDX-License-Identifier: EUPL-1.2
"""What follows of itself from a change: of what is late, what parties ask, and of conditions."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from gehoord.domain.acts.circulations_follow import circulations_follow
from gehoord.domain.acts.conditions_follow import conditions_follow
from gehoord.domain.acts.escalation import without_what_is_settled
from gehoord.domain.acts.points_follow import points_follow
from gehoord.domain.acts.requests import owed_again
from gehoord.domain.acts.settlement import Settlement, owed_for_hearing, settlement
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.request import PartyRequest, RequestState
from gehoord.domain.dossier.state import State
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import StepKind

Pair = tuple[Frozen, Frozen]


def with_what_follows(state: State, changes: Changes) -> Changes:
    """Return changes with what follows from them; every change of a dossier passes here.

    An escalation lapses once what it is about is settled, and a request once its council is heard,
    or has all the time that it asked for. Taken back, they are owed again. An answer is weighed
    when all its points are. A version that is withdrawn was not sent to be read either. Who can
    take a condition away owes that while it stands open.
    """
    follows = _of_requests(state, changes) + points_follow(state, changes)
    follows += circulations_follow(state, changes) + conditions_follow(state, changes)
    return without_what_is_settled(state, changes) + follows


def _of_requests(state: State, changes: Changes) -> Changes:
    """Return what becomes of the requests about hearings that these changes touch."""
    councils = set(_councils(changes))
    asked = [r for r in state.requests if r.is_about_hearing and r.owner in councils]
    if not asked:
        return Changes()
    after = state.after(changes)
    known = (after.requests.one(request.id) for request in asked)
    return Changes.replacing(
        pair for request in known if request for pair in _of_request(state, after, request)
    )


def _councils(changes: Changes) -> Iterator[str]:
    """Yield the councils whose hearing changes, what they owe for it, or what they ask."""
    for _, now in changes.replaced:
        if isinstance(now, Hearing) or (isinstance(now, Action) and now.kind is StepKind.HEARING):
            yield now.municipality or ""
        elif isinstance(now, PartyRequest):
            yield now.owner


def _of_request(before: State, after: State, request: PartyRequest) -> Iterator[Pair]:
    """Yield how a request and its action change with the hearing that it is about."""
    action = after.actions.one(request.action)
    if action is None or not request.counts:
        return
    becomes, owed = request, action
    if _is_undone(before, after, request):
        on = _changed_on(after, request)
        becomes, owed = request.reopened(), owed_again(action, on)
    if becomes.is_open and (by_hearing := settlement(after, becomes)):
        becomes, owed = becomes.settled(by_hearing.state, by_hearing.on), _closed(owed, by_hearing)
    yield request, becomes
    yield action, owed


def _closed(action: Action, by_hearing: Settlement) -> Action:
    if by_hearing.state is RequestState.LAPSED:
        return action.lapsed(max(by_hearing.on, action.changed_on))
    return action.done(by_hearing.on)


def _is_undone(before: State, after: State, request: PartyRequest) -> bool:
    """Whether what settled a request without words was taken back: the hearing, or its day.

    Only of the council that asked it, about the ontwerp that it still has.
    """
    hearing = after.hearing_of(request.owner)
    is_of_now = hearing.round == request.round and hearing.state in _STILL_ASKED
    if request.is_open or request.answer or not is_of_now or settlement(after, request):
        return False
    was = settlement(before, request)
    return was is not None and was.state is request.state and _is_its_day(was, request)


def _is_its_day(was: Settlement, request: PartyRequest) -> bool:
    """Whether a request lapsed with this hearing of its council, not with an earlier one."""
    return was.state is not RequestState.LAPSED or was.on == request.settled_on


_STILL_ASKED: Final = (HearingState.INVITED, HearingState.SILENT)


def _changed_on(state: State, request: PartyRequest) -> date:
    owed = owed_for_hearing(state, request.owner)
    settled_on = request.settled_on or request.asked_on
    return max(owed.changed_on, settled_on) if owed else settled_on
