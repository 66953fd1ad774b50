# SPDX-License-Identifier: EUPL-1.2
"""What the forms about responses and their points offer to choose from."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.responses import waiting_as_a_whole
from gehoord.domain.dossier.answers import in_turn, names_of_answers, sender_of
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response


def _versions_made(state: State, on: date) -> list[str]:
    made = [v for v in standing(state.versions) if v.is_of_plan]
    newest_first = sorted(made, key=lambda version: version.number, reverse=True)
    return list(dict.fromkeys(version.step for version in newest_first))


def _who_wait_for_disposition(state: State, on: date) -> list[str]:
    return alphabetical({sender_of(answer) for answer in waiting_as_a_whole(state)})


def _who_answered(state: State, on: date) -> list[str]:
    return alphabetical(names_of_answers(state))


def _who_responded(state: State, on: date) -> list[str]:
    named = names_of_answers(state)
    return alphabetical(name for name, said in named.items() if isinstance(said, Response))


def _points(state: State, on: date) -> list[str]:
    return _called(standing(state.points))


def _open_points(state: State, on: date) -> list[str]:
    return _called(point for point in state.points if point.awaits_disposition)


def _called(points: Iterable[Point]) -> list[str]:
    return [point.called for point in in_turn(points)]


OF_POINTS: Final = {
    ("reactie", "versie"): _versions_made,
    ("verwerking", "van"): _who_wait_for_disposition,
    ("punt", "van"): _who_answered,
    ("punt-indeling", "punten"): _points,
    ("punt-verwerking", "punten"): _open_points,
    ("houding", "van"): _who_responded,
}
"""What one field of one form offers. Subject and main line are free: a list would shut them."""
