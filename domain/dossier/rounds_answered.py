# SPDX-License-Identifier: EUPL-1.2
"""What was answered on each version: main lines counted, and who was critical."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.answers import AnyAnswer, answers_of, points_by_answer, sender_of
from gehoord.domain.dossier.late_answers import AFTER_LAST_DAY, late_answers, lateness
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response, Stance
from gehoord.domain.nearby import folded


@dataclass(frozen=True, slots=True)
class MainLine:
    """A main line with its points, by their number; without a name, what belongs to none."""

    name: str
    points: tuple[Point, ...]

    @property
    def senders(self) -> int:
        """From how many its points came: who said it twice is counted once."""
        return len({folded(point.sender) for point in self.points})

    def number(self, outcome: str | None) -> int:
        """Return of how many points this is the outcome; without one, how many are open."""
        return sum(point.outcome == outcome for point in self.points)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer with its points, by their number.

    ``lateness`` says how it came too late (`late_answers`); it is empty for one in time.
    """

    answer: AnyAnswer
    points: tuple[Point, ...]
    lateness: str

    @property
    def sender(self) -> str:
        """Who gave it."""
        return sender_of(self.answer)

    @property
    def is_open(self) -> bool:
        """Whether it, or a point of it, still waits for what is done with it."""
        if self.points:
            return any(point.awaits_disposition for point in self.points)
        return self.answer.awaits_disposition

    @property
    def is_late(self) -> bool:
        """Whether it came after the last day; it counts all the same."""
        return self.lateness == AFTER_LAST_DAY


@dataclass(frozen=True, slots=True)
class RoundAnswered:
    """All that was answered on one version; on none, where there was no version yet.

    ``respond_by`` is the last day on which it was asked for, where the plan has one.
    """

    version: DraftVersion | None
    answers: tuple[Answered, ...]

    @property
    def respond_by(self) -> date | None:
        """The last day on which responses were asked for; that day counts."""
        said = [one.answer for one in self.answers]
        days = [a.respond_by for a in said if isinstance(a, Response) and a.respond_by]
        return max(days, default=None)

    @property
    def points(self) -> list[Point]:
        """All points of all answers."""
        return [point for one in self.answers for point in one.points]

    @property
    def main_lines(self) -> list[MainLine]:
        """The main lines of these points (`main_lines_of`)."""
        return main_lines_of(self.points)


def main_lines_of(points: Iterable[Point]) -> list[MainLine]:
    """Return the main lines, the one with most points first; what belongs to none comes last."""
    found: dict[str, list[Point]] = {}
    for point in points:
        found.setdefault(point.main_line, []).append(point)
    lines = [MainLine(name, tuple(of_line)) for name, of_line in found.items()]
    return sorted(lines, key=lambda line: (not line.name, -len(line.points), line.name))


def rounds_answered(state: State) -> list[RoundAnswered]:
    """Return what was answered on each version, in the order of the versions.

    A version with better words only is the same as the one it corrects.
    """
    of_content = {v.id: v.content_id for v in state.versions}
    by_version: dict[str, list[AnyAnswer]] = {}
    for answer in answers_of(state):
        by_version.setdefault(of_content.get(answer.version or "", ""), []).append(answer)
    versions = sorted(state.versions, key=lambda version: version.number)
    found = [(v, by_version[v.id]) for v in versions if v.id in by_version]
    first = [(None, by_version[""])] if "" in by_version else []
    points, late = points_by_answer(state), late_answers(state)
    return [RoundAnswered(v, _in_order(said, points, late)) for v, said in [*first, *found]]


def _in_order(
    said: Iterable[AnyAnswer], points: Mapping[str, Sequence[Point]], late: frozenset[str]
) -> tuple[Answered, ...]:
    in_turn = sorted(said, key=lambda answer: (answer.received_on, sender_of(answer)))
    return tuple(
        Answered(answer, tuple(points.get(answer.id, ())), lateness(answer, late))
        for answer in in_turn
    )


def critical_of(state: State, version: DraftVersion) -> list[Response]:
    """Return the responses to a version that the adviser called critical.

    S003: who gave critical feedback on the 70% version was sent the 85% version too.
    """
    there = standing(state.responses.where(stance=Stance.CRITICAL))
    same = {v.id for v in state.versions if v.content_id == version.content_id}
    return [response for response in there if response.version in same]


def perhaps_critical(state: State) -> list[Response]:
    """Return the responses that ask for a change, of which the adviser did not say how they stand.

    A suggestion and no more: a point that was taken over, or was not, asked for something else.
    """
    asking = {
        point.answer
        for point in standing(state.points)
        if point.outcome in (PointOutcome.TAKEN_OVER, PointOutcome.NOT_TAKEN_OVER)
    }
    there = standing(state.responses.where(stance=None))
    return [response for response in there if response.id in asking]
