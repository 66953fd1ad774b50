# SPDX-License-Identifier: EUPL-1.2
"""What councils and others answered: how people name an answer, and which points it has."""

import re
from collections.abc import Iterable

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown

AnyAnswer = Zienswijze | Response


def answers_of(state: State) -> list[AnyAnswer]:
    """Return what councils and others answered and what was not withdrawn."""
    return [*standing(state.zienswijzen), *standing(state.responses)]


def points_of(state: State, answer: AnyAnswer) -> list[Point]:
    """Return the points of an answer that count, by their number."""
    return in_turn(standing(state.points.where(answer=answer.id)))


def points_by_answer(state: State) -> dict[str, list[Point]]:
    """Return the points that count of all answers, by the id of each, for who wants them all."""
    found: dict[str, list[Point]] = {}
    for point in in_turn(standing(state.points)):
        found.setdefault(point.answer, []).append(point)
    return found


def in_turn(points: Iterable[Point]) -> list[Point]:
    """Return points by their number."""
    return sorted(points, key=lambda point: point.number)


def sender_of(answer: AnyAnswer) -> str:
    """Return who gave an answer."""
    return answer.name if isinstance(answer, Zienswijze) else answer.sender


def names_of_answers(state: State) -> dict[str, AnyAnswer]:
    """Return each answer that counts by how people name it: by its sender.

    Of a sender who answered more than once the day tells them apart, and then a number.
    """
    known = answers_of(state)
    by_sender: dict[str, list[AnyAnswer]] = {}
    for answer in known:
        by_sender.setdefault(folded(sender_of(answer)), []).append(answer)
    named: dict[str, AnyAnswer] = {}
    for same in by_sender.values():
        for answer in same:
            named[_name(answer, same)] = answer
    return named


def _name(answer: AnyAnswer, same: list[AnyAnswer]) -> str:
    if len(same) == 1:
        return sender_of(answer)
    of_day = [other for other in same if other.received_on == answer.received_on]
    number = f", nr {of_day.index(answer) + 1}" if len(of_day) > 1 else ""
    return f"{sender_of(answer)} ({day_in_words(answer.received_on)}{number})"


def sender_in(name: str) -> str:
    """Return the sender in the name of an answer: without the day and number, if it has those.

    >>> sender_in("OM (10 juni 2027, nr 2)"), sender_in("OM (parket)")
    ('OM', 'OM (parket)')
    """
    return re.sub(r" \(\d{1,2} [a-z]+ \d{4}(, nr \d+)?\)$", "", name)


def answer_named(state: State, said: str) -> AnyAnswer:
    """Return the answer that people mean.

    Raises:
        RefusedError: there is none by that name, or its sender gave several.
    """
    named = names_of_answers(state)
    wanted = folded(said)
    for name, answer in named.items():
        if folded(name) == wanted:
            return answer
    several = [name for name, answer in named.items() if folded(sender_of(answer)) == wanted]
    if several:
        raise RefusedError(
            f"Van '{said}' zijn er meer. Noem welke: {'; '.join(several)}.", field="van"
        )
    what = f"Van '{said}' is geen reactie of zienswijze vastgelegd"
    raise RefusedError(unknown(what, said, named) if named else f"{what}.", field="van")


def open_points_before(state: State, version: DraftVersion) -> list[Point]:
    """Return the points from before this version of which nobody said yet what is done.

    Those on an earlier one, and those of a response that came before there was any.
    """
    earlier = {v.id for v in state.versions if v.content_id != version.content_id}
    open_ones = (p for p in state.points.where(outcome=None) if p.awaits_disposition)
    return in_turn(p for p in open_ones if p.version is None or p.version in earlier)


def weighed_by_points(answer: AnyAnswer, points: list[Point]) -> AnyAnswer:
    """Return an answer with what is done with it: known once that is known of all its points.

    Args:
        answer: what somebody answered.
        points: its points that count; without any it is as if nobody said anything of it.
    """
    days = [point.disposed_on for point in points]
    if not points or None in days:
        return answer.unweighed()
    said = "\n".join(f"{p.number}. {p.subject}: {p.outcome_in_words}" for p in points)
    last = max(day for day in days if day)
    return answer.dispose(said, max(last, answer.received_on))
