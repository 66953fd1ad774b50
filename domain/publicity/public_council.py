# SPDX-License-Identifier: EUPL-1.2
"""What everybody may know of one council: when it was heard, what it said, what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import by_letters, day_in_words, enumeration
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.ever_there import hearings_ever_there
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.nota import CouncilInNota, Said, nota_of
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.state import State
from gehoord.domain.publicity.masking import Masking


@dataclass(frozen=True, slots=True)
class PublicPoint:
    """One point of a zienswijze. ``outcome`` is empty until the plan was adopted."""

    subject: str
    main_line: str
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class PublicZienswijze:
    """One zienswijze. ``answer`` is what is done with the whole, where it has no points.

    Attributes:
        belongs_to: its id, by which its document is found.
        about: which ontwerp it is about; empty when it is the one of the newest hearing.
        lateness: how far it came too late; empty for one in time.
    """

    belongs_to: str
    received_on: date
    about: str
    lateness: str
    text: str
    points: tuple[PublicPoint, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class PublicCouncil:
    """One council, of a municipality that exists or existed during the procedure.

    Attributes:
        code: of the CBS, in small letters.
        asked_on: the day on which the ontwerp was sent to it; nothing while it was not.
        has_missed: whether that did not arrive: then it was not asked yet.
        respond_by: its last day to answer, in words.
        gone_since: since when its municipality is no more, and ``into`` which took its place;
            ``came_of`` which ones it took the place of. Of each the code and the name.
        silence: what opportunity it had, of a council that did not answer.
        said: its zienswijzen, in the order in which they came.
    """

    code: str
    name: str
    state: HearingState
    asked_on: date | None
    has_missed: bool
    respond_by: str
    heard_on: date | None
    kind: str
    is_late: bool
    silence: str
    gone_since: date | None
    into: tuple[tuple[str, str], ...]
    came_of: tuple[tuple[str, str], ...]
    said: tuple[PublicZienswijze, ...]

    @property
    def is_heard(self) -> bool:
        """Whether it answered."""
        return self.state is HearingState.HEARD

    @property
    def is_silent(self) -> bool:
        """Whether a person judged that its silence counts."""
        return self.state is HearingState.SILENT

    @property
    def is_owed(self) -> bool:
        """Whether it must be heard: its municipality exists, or did when the plan was adopted."""
        return self.state is not HearingState.LAPSED

    @property
    def has_ontwerp(self) -> bool:
        """Whether it got the ontwerp, as far as is known."""
        return self.asked_on is not None and not self.has_missed

    @property
    def in_short(self) -> str:
        """Where it stands, in a few words."""
        if self.is_heard and self.heard_on:
            return f"gehoord op {day_in_words(self.heard_on)}"
        if self.is_silent:
            return "geen antwoord, na een beoordeling"
        if not self.is_owed:
            names = enumeration([name for _, name in self.into])
            return f"opgegaan in {names or 'een andere gemeente'}"
        return "nog niet gehoord" if self.has_ontwerp else "nog niet gevraagd"


def public_councils(
    state: State, masked: Masking, missed: frozenset[str]
) -> tuple[PublicCouncil, ...]:
    """Return the councils by name, also one that said nothing before its municipality ceased.

    What is done with their words is told once the plan is adopted. Until then that is deliberation,
    which may still change. ``missed`` is where the ontwerp did not
    arrive.
    """
    answered = nota_of(state).councils
    named = {council.hearing.id for council in answered}
    gone = [CouncilInNota(h, None, (), None) for h in hearings_ever_there(state)]
    councils = [*answered, *(council for council in gone if council.hearing.id not in named)]
    councils.sort(key=lambda council: by_letters(council.hearing.name))
    return tuple(_public(state, council, masked, missed) for council in councils)


def _public(
    state: State, council: CouncilInNota, masked: Masking, missed: frozenset[str]
) -> PublicCouncil:
    hearing = council.hearing
    opportunity, code = council.opportunity, hearing.municipality
    gone_since, into = _gone(state, code)
    return PublicCouncil(
        code=hearing.municipality.lower(),
        name=hearing.name,
        state=hearing.state,
        asked_on=hearing.invited_on,
        has_missed=hearing.municipality in missed,
        respond_by=masked(hearing.due.in_words, "een laatste dag") if hearing.due else "",
        heard_on=hearing.heard_on if council.is_heard else None,
        kind=hearing.answer or "",
        is_late=council.is_late,
        silence=opportunity.in_words if opportunity else "",
        gone_since=gone_since,
        into=into,
        came_of=_named(m for m in state.municipalities if code in m.successors and m.code != code),
        said=tuple(_said(state, council, said, masked) for said in council.said),
    )


_DAY: Final = timedelta(days=1)


def _gone(state: State, code: str) -> tuple[date | None, tuple[tuple[str, str], ...]]:
    """Return since when a municipality is gone, if it is, and into which others it went."""
    own = next(iter(state.municipalities.where(code=code)), None)
    if own is None:
        return None, ()
    into = _named(m for m in state.municipalities if m.code in own.successors)
    return own.until + _DAY if own.until else None, into


def _named(municipalities: Iterable[FrozenMunicipality]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((m.code.lower(), m.name) for m in municipalities))


def _said(state: State, council: CouncilInNota, said: Said, masked: Masking) -> PublicZienswijze:
    answered, where = said.answered, f"de zienswijze van {council.hearing.name}"
    is_other = said.version is not None and said.version != council.version
    is_told = state.adoption is not None
    answer = answered.answer
    return PublicZienswijze(
        belongs_to=answer.id,
        received_on=answer.received_on,
        about=f"ontwerp, versie {said.version.number}" if is_other and said.version else "",
        lateness=answered.lateness,
        text=masked(answer.text, where),
        points=tuple(_points(said.by_subject, masked, where, is_told=is_told)),
        answer=masked(answer.disposition, f"het antwoord op {where}") if is_told else "",
    )


def _points(
    points: Iterable[Point], masked: Masking, where: str, *, is_told: bool
) -> Iterable[PublicPoint]:
    for point in points:
        yield PublicPoint(
            subject=masked(point.subject, where),
            main_line=masked(point.main_line, where),
            text=masked(point.text, where),
            outcome=masked(point.outcome_in_words, f"het antwoord op {where}") if is_told else "",
        )
