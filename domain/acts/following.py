"""What follows of itself from a change: of what is late, and of what parties ask."""

from collections.abc import Iterator

from gehoord.domain.acts.escalation import without_what_is_settled
from gehoord.domain.acts.requests import owed_again
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.request import PartyRequest, RequestKind, RequestState
from gehoord.domain.dossier.state import State
from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.step import StepKind

Pair = tuple[Frozen, Frozen]


def with_what_follows(state: State, changes: Changes) -> Changes:
    """Return changes with what follows from them; every change of a dossier passes here.

    An escalation lapses once what it is about is settled, and a request once its council is heard,
    or has the time that it asked for. Taken back, they are owed again.
    """
    return without_what_is_settled(state, changes) + _of_requests(state, changes)


def _of_requests(state: State, changes: Changes) -> Changes:
    """Return what becomes of the requests that are about the hearings of these changes."""
    hearings = [pair for pair in _actions(changes) if pair[1].kind is StepKind.HEARING]
    asked = list(state.requests) if hearings else []
    if not asked:
        return Changes()
    after = state.after(changes)
    return Changes.replacing(
        pair
        for before, now in hearings
        for request in asked
        for pair in _of_request(after, request, before, now)
    )


def _actions(changes: Changes) -> Iterator[tuple[Action, Action]]:
    for before, now in changes.replaced:
        if isinstance(before, Action) and isinstance(now, Action):
            yield before, now


def _of_request(state: State, request: PartyRequest, before: Action, now: Action) -> Iterator[Pair]:
    """Yield how a request and its action change with the hearing that it is about.

    Args:
        state: the dossier once the hearing changed.
        request: of the council, or its burgemeester.
        before: what the council owed.
        now: what it owes, or that it owes nothing any more.
    """
    action = state.actions.one(request.action)
    if action is None or not (request.counts and request.is_about(now.owner)):
        return
    if request.is_open and action.is_open:
        yield from _settled(state, request, action, before, now)
    elif _is_of_this_round(state, request) and _is_undone(request, before, now):
        yield request, request.reopened()
        yield action, owed_again(action, now.changed_on)


def _settled(
    state: State, request: PartyRequest, action: Action, before: Action, now: Action
) -> Iterator[Pair]:
    if not now.is_open:
        on = max(now.done_on or now.changed_on, request.asked_on)
        yield request, request.settled(RequestState.LAPSED, on)
        yield action, action.lapsed(max(on, action.changed_on))
    elif _is_granted(state, request, before, now):
        on = max(now.changed_on, request.asked_on)
        yield request, request.settled(RequestState.GRANTED, on)
        yield action, action.done(on)


def _is_granted(state: State, request: PartyRequest, before: Action, now: Action) -> bool:
    """Whether a council has another, later day: all that it asked, or a respite of its own."""
    if request.question is not RequestKind.RESPITE or not _is_later(before, now):
        return False
    is_enough = bool(request.until and now.due_on and now.due_on >= request.until)
    return is_enough or state.hearing_of(now.owner).respite_until == now.due_on


def _is_of_this_round(state: State, request: PartyRequest) -> bool:
    """Whether a request was settled without words, about the ontwerp that the council still has."""
    hearing = state.hearing_of(request.owner)
    return not request.answer and not hearing.is_settled and hearing.round == request.round


def _is_undone(request: PartyRequest, before: Action, now: Action) -> bool:
    """Whether what settled a request was taken back: the answer, or the later day."""
    if not now.is_open:
        return False
    if request.state is RequestState.LAPSED:
        closed_on = before.done_on or before.changed_on
        settled_on = max(closed_on, request.asked_on)
        return not before.is_open and request.settled_on == settled_on
    is_by_day = request.state is RequestState.GRANTED and before.is_open
    return is_by_day and _is_later(now, before)


def _is_later(before: Action, now: Action) -> bool:
    """Whether an action is due on a later day than it was."""
    return bool(before.due_on and now.due_on and now.due_on > before.due_on)
