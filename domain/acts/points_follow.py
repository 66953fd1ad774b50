# SPDX-License-Identifier: EUPL-1.2
"""What follows for an answer from what is done with its points, and the other way round."""

from collections.abc import Iterator

from gehoord.domain.dossier.answers import AnyAnswer, points_of, weighed_by_points
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Response, Zienswijze


def points_follow(state: State, changes: Changes) -> Changes:
    """Return what follows: an answer is weighed when all its points are, and takes them with it.

    So whoever asks whether an answer waits to be weighed need not know of points.

    Args:
        state: the dossier before.
        changes: what becomes of it.
    """
    return _withdrawn(state, changes) + _weighed(state, changes)


def _withdrawn(state: State, changes: Changes) -> Changes:
    """Return that the points of an answer that is taken back count no more."""
    return Changes.replacing(
        (point, point.withdraw(answer.withdrawn_because, answer.withdrawn_on))
        for _, answer in changes.replaced
        if isinstance(answer, Zienswijze | Response) and answer.withdrawn_on
        for point in points_of(state, answer)
    )


def _weighed(state: State, changes: Changes) -> Changes:
    """Return how the answers stand of which a point came, went or was decided on."""
    replaced, added = changes.of(Point)
    if not replaced and not added:
        return Changes()
    after = state.after(changes)
    touched = dict.fromkeys(point.answer for point in [*replaced, *added])
    answers = [answer for of in touched for answer in _answer(after, of)]
    return Changes.replacing((a, weighed_by_points(a, points_of(after, a))) for a in answers)


def _answer(state: State, identifier: str) -> Iterator[AnyAnswer]:
    found = state.zienswijzen.one(identifier) or state.responses.one(identifier)
    if found and found.counts:
        yield found
