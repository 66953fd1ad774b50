# SPDX-License-Identifier: EUPL-1.2
"""What goes into the nota van beantwoording: per council its answer, and what is done with it.

Only councils are in it. What anybody else responded stands in the account of the responses.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import by_letters
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.late_answers import heard_late
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.rounds_answered import (
    Answered,
    MainLine,
    main_lines_of,
    rounds_answered,
)
from gehoord.domain.dossier.silence import GivenOpportunity, opportunity_given
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Zienswijze


@dataclass(frozen=True, slots=True)
class Said:
    """One zienswijze of a council, with the version that it is about."""

    answered: Answered
    version: DraftVersion | None

    @property
    def kind(self) -> str:
        """What sort of answer it is, in the words of the law or of the council."""
        return self.answered.answer.answer if isinstance(self.answered.answer, Zienswijze) else ""

    @property
    def is_after_adoption(self) -> bool:
        """Whether it came when the plan was adopted already."""
        return isinstance(self.answered.answer, Zienswijze) and (
            self.answered.answer.is_after_adoption
        )

    def was_open_on(self, day: date) -> bool:
        """Whether it, or a point of it, still waited on a day for what is done with it."""
        weighed = self.answered.points or (self.answered.answer,)
        return self.answered.is_open or any(w.disposed_on and w.disposed_on > day for w in weighed)

    @property
    def by_subject(self) -> list[Point]:
        """Its points: by the chapter or theme they are about, each where it first comes up."""
        subjects = list(dict.fromkeys(point.subject for point in self.answered.points))
        return sorted(self.answered.points, key=lambda point: subjects.index(point.subject))


@dataclass(frozen=True, slots=True)
class CouncilInNota:
    """One council: how it was heard, and all that it said, in the order in which it came.

    Attributes:
        hearing: its hearing on the newest ontwerp.
        version: the ontwerp that it was asked about; nothing while it was not asked.
        said: its zienswijzen, also those on an earlier ontwerp; those withdrawn are left out.
        opportunity: what a silent council could do; nothing for any other.
    """

    hearing: Hearing
    version: DraftVersion | None
    said: tuple[Said, ...]
    opportunity: GivenOpportunity | None

    @property
    def is_late(self) -> bool:
        """Whether it was heard after the last day on which it was asked to answer."""
        return heard_late(self.hearing)

    @property
    def is_heard(self) -> bool:
        """Whether it answered."""
        return self.hearing.state is HearingState.HEARD

    @property
    def had_opportunity(self) -> bool:
        """Whether it was silent after a real opportunity to be heard."""
        return self.opportunity is not None and self.opportunity.is_real


@dataclass(frozen=True, slots=True)
class Nota:
    """All councils, in the order of their names."""

    councils: tuple[CouncilInNota, ...]

    @property
    def heard(self) -> list[CouncilInNota]:
        """The councils that answered."""
        return [council for council in self.councils if council.is_heard]

    @property
    def silent(self) -> list[CouncilInNota]:
        """The councils of which a person judged that their silence counts."""
        return [council for council in self.councils if council.opportunity]

    @property
    def waiting(self) -> list[CouncilInNota]:
        """The councils that are still to be heard."""
        return [c for c in self.councils if c.hearing.is_owed and not c.hearing.is_settled]

    @property
    def owed(self) -> list[CouncilInNota]:
        """The councils that must be heard: a municipality that ceased to exist has none."""
        return [council for council in self.councils if council.hearing.is_owed]

    @property
    def said(self) -> list[Said]:
        """All zienswijzen."""
        return [said for council in self.councils for said in council.said]

    @property
    def points(self) -> list[Point]:
        """All points of all zienswijzen."""
        return [point for said in self.said for point in said.answered.points]

    @property
    def main_lines(self) -> list[MainLine]:
        """The main lines of the points; none where no point has one."""
        lines = main_lines_of(self.points)
        return lines if any(line.name for line in lines) else []

    @property
    def subjects(self) -> list[MainLine]:
        """The points by the chapter or theme that they are about, in the order of these."""
        found: defaultdict[str, list[Point]] = defaultdict(list)
        for point in self.points:
            found[point.subject].append(point)
        return [MainLine(name, tuple(found[name])) for name in sorted(found, key=by_letters)]

    def number(self, outcome: PointOutcome | None) -> int:
        """Return of how many points this is the outcome; without one, how many are open."""
        return sum(point.outcome == outcome for point in self.points)

    @property
    def open_points(self) -> list[Point]:
        """The points of which it is not said what is done with them."""
        return [point for point in self.points if point.awaits_disposition]

    @property
    def open_whole(self) -> list[Said]:
        """The zienswijzen without points of which it is not said what is done with them."""
        return [s for s in self.said if s.answered.is_open and not s.answered.points]


def nota_of(state: State) -> Nota:
    """Return what a nota van beantwoording says of the councils of a dossier.

    A municipality that ceased to exist is in it only with what its council said before.
    """
    hearings = sorted(state.hearings, key=lambda hearing: by_letters(hearing.name))
    return Nota(tuple(_councils(state, hearings, said_by_council(state))))


def said_by_council(state: State) -> dict[str, list[Said]]:
    """Return the zienswijzen that count of each council that gave one, by its municipality."""
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for one in rounds_answered(state):
        for answered in one.answers:
            if isinstance(answered.answer, Zienswijze):
                said[answered.answer.municipality].append(Said(answered, one.version))
    return dict(said)


def _councils(
    state: State, hearings: Iterable[Hearing], said: dict[str, list[Said]]
) -> Iterable[CouncilInNota]:
    for hearing in hearings:
        own = tuple(said.get(hearing.municipality, ()))
        if hearing.is_owed or own:
            version = state.versions.one(hearing.version) if hearing.version else None
            yield CouncilInNota(hearing, version, own, _opportunity(state, hearing))


def _opportunity(state: State, hearing: Hearing) -> GivenOpportunity | None:
    """Return what opportunity a silent council had until its silence was judged."""
    if hearing.state is not HearingState.SILENT or hearing.heard_on is None:
        return None
    return opportunity_given(state, hearing, hearing.heard_on)
