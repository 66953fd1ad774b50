# SPDX-License-Identifier: EUPL-1.2
"""The path of one council: what it passed on its way to an answer, when, and what that rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.agenda_item import AgendaItem, MeetingKind, MeetingStands
from gehoord.domain.dossier.changed_parts import ChangedPart, changed_since
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.missed_ontwerp import MISSED
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.rehearings import judgement_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival, Zienswijze


class StationKind(StrEnum):
    """What a council passes, in the order in which it does."""

    ASKED = "ontwerp gestuurd"
    RESERVED = "tijd gereserveerd"
    INFORMING = "beeldvormend"
    WEIGHING = "oordeelsvormend"
    DECIDING = "besluitvormend"
    HEARD = "gehoord"
    ANSWERED = "antwoord"


class StationStands(StrEnum):
    """Whether a station lies behind, is known to come, or nothing is known of it."""

    PASSED = "gebeurd"
    AHEAD = "komt"
    UNCONFIRMED = "niet bevestigd"
    MISSED = "niet aangekomen"
    UNSAID = "niet gemeld"
    OPEN = "nog niet"


@dataclass(frozen=True, slots=True)
class Station:
    """One station of a path.

    Attributes:
        on: the day on which it was passed, or is to be.
        rests_on: the meeting, version or document it rests on, in Dutch; empty where nothing does.
        about: the same in a word or two, where more of it stands in a column beside it.
    """

    kind: StationKind
    stands: StationStands
    on: date | None = None
    rests_on: str = ""
    about: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return self.stands not in (StationStands.UNSAID, StationStands.OPEN)

    @property
    def in_words(self) -> str:
        """When it was or is to be, and on what that rests."""
        if not self.is_known:
            return self.stands
        day = day_in_words(self.on) if self.on else ""
        return ", ".join(filter(None, [day, self.rests_on]))


@dataclass(frozen=True, slots=True)
class CouncilPath:
    """The stations of one council; a committee that treats the ontwerp is no hearing.

    Attributes:
        hearing: of the council, and the ``stations`` on its way.
        changed: what the law asks for and changed after it was heard, and before it had it.
        judged: the newest judgement whether it is heard again.

    Law: Politiewet 2012, art. 38b lid 2 (names no form; only the council itself is heard).
    """

    hearing: Hearing
    stations: tuple[Station, ...]
    changed: tuple[ChangedPart, ...] = ()
    judged: Rehearing | None = None

    def at(self, kind: StationKind) -> Station:
        """Return one of its stations."""
        return next(station for station in self.stations if station.kind is kind)

    @property
    def known(self) -> tuple[Station, ...]:
        """The stations of which anything is known."""
        return tuple(station for station in self.stations if station.is_known)


def council_path(
    state: State,
    hearing: Hearing,
    on: date,
    changes: tuple[ChangedPart, ...],
    missed: frozenset[str] = frozenset(),
) -> CouncilPath:
    """Return where a council is on its way to an answer about the ontwerp.

    What it said of an older ontwerp, or treated of that, lies on no path any more.

    Args:
        state: the dossier.
        hearing: of the council.
        on: today; of a meeting of before that, only who says so knows that it was held.
        changes: what changed since the ontwerp (`changed_parts`), for all councils the same.
        missed: where the ontwerp did not arrive, as far as is known (`missed_ontwerp`).
    """
    heard_on = hearing.heard_on if hearing.state is HearingState.HEARD else None
    return CouncilPath(
        hearing,
        (
            _asked(state, hearing, has_missed=hearing.municipality in missed),
            _reserved(hearing),
            _treated(hearing, StationKind.INFORMING, MeetingKind.INFORMING, on),
            _treated(hearing, StationKind.WEIGHING, MeetingKind.WEIGHING, on),
            _deciding(hearing, heard_on, on),
            _heard(state, hearing),
            _answered(state, hearing),
        ),
        changed_since(hearing, changes),
        judgement_of(state, hearing),
    )


def version_heard(state: State, hearing: Hearing) -> DraftVersion | None:
    """Return the version that a council was asked about, as it was when it was heard.

    Of one with better words only the newest of then is meant.
    """
    of_content = [v for v in standing(state.versions) if v.content_id == hearing.version]
    until = hearing.settled_on or date.max
    there = [v for v in of_content if v.made_on <= until] or of_content
    return max(there, key=lambda version: version.number, default=None)


def _asked(state: State, hearing: Hearing, *, has_missed: bool) -> Station:
    if hearing.invited_on is None:
        return Station(StationKind.ASKED, StationStands.OPEN)
    version = version_heard(state, hearing)
    which = f"versie {version.number} ({version.title})" if version else ""
    about = f"versie {version.number}" if version else ""
    if has_missed:
        which, about = f"{which}; {MISSED}", f"{about}; {StationStands.MISSED}"
    stands = StationStands.MISSED if has_missed else StationStands.PASSED
    return Station(StationKind.ASKED, stands, hearing.invited_on, which, about)


def _reserved(hearing: Hearing) -> Station:
    """Return since when a council has a day for its deciding meeting."""
    day = _deciding_day(hearing)
    if day is None:
        is_over = hearing.is_settled or not hearing.is_owed
        stands = StationStands.UNSAID if is_over else StationStands.OPEN
        return Station(StationKind.RESERVED, stands)
    on = hearing.meeting_changed_on
    return Station(StationKind.RESERVED, StationStands.PASSED, on, f"voor {day_in_words(day)}")


def _treated(hearing: Hearing, kind: StationKind, of: MeetingKind, on: date) -> Station:
    """Return the meeting before the deciding one; nobody need say that there was one."""
    item = hearing.item(of)
    if item is None or _is_of_before(hearing, item):
        return Station(kind, StationStands.UNSAID)
    where = item.where or "de raad"
    if item.stands is MeetingStands.TREATED:
        return Station(kind, StationStands.PASSED, item.day, where, item.where)
    if item.day >= on:
        rests_on = f"{where} ({item.stands})"
        return Station(kind, StationStands.AHEAD, item.day, rests_on, item.where)
    unsure = StationStands.UNCONFIRMED
    rests_on = f"{where} ({item.stands}, {unsure})"
    about = ", ".join(filter(None, [item.where, unsure]))
    return Station(kind, unsure, item.day, rests_on, about)


def _deciding(hearing: Hearing, heard_on: date | None, on: date) -> Station:
    if heard_on:
        rests_on = "de raad"
        return Station(StationKind.DECIDING, StationStands.PASSED, heard_on, rests_on)
    day = hearing.meeting_on
    if day is None:
        return Station(StationKind.DECIDING, StationStands.OPEN)
    rests_on = f"de raad ({hearing.meeting_stands})"
    about = f"({hearing.meeting_stands})"
    stands = StationStands.UNCONFIRMED if day < on else StationStands.AHEAD
    return Station(StationKind.DECIDING, stands, day, rests_on, about)


def _heard(state: State, hearing: Hearing) -> Station:
    version = version_heard(state, hearing)
    if hearing.state is HearingState.HEARD and version:
        which = f"versie {version.number}"
        about = f"over {which} ({version.title})"
        return Station(StationKind.HEARD, StationStands.PASSED, hearing.heard_on, about, which)
    return Station(StationKind.HEARD, StationStands.OPEN)


def _answered(state: State, hearing: Hearing) -> Station:
    """Return the form of the answer and its document; a silence that was judged is none."""
    if hearing.state is HearingState.SILENT:
        why = f"geen antwoord; reden: {hearing.reason}"
        on = hearing.heard_on
        return Station(StationKind.ANSWERED, StationStands.PASSED, on, why, "geen antwoord")
    if hearing.state is not HearingState.HEARD or hearing.answer is None:
        return Station(StationKind.ANSWERED, StationStands.OPEN)
    said = _said(state, hearing)
    first = next((z for z in said if z.arrival in (Arrival.FIRST, Arrival.LATE)), None)
    told = [_with_document(hearing.answer, first)]
    told += [
        f"{_HOW.get(z.arrival, z.arrival)} op {day_in_words(z.received_on)}: "
        f"{_with_document(z.answer, z)}"
        for z in said
        if z is not first
    ]
    on, rests_on = hearing.heard_on, "; ".join(told)
    return Station(StationKind.ANSWERED, StationStands.PASSED, on, rests_on, rests_on)


def _with_document(answer: str, said: Zienswijze | None) -> str:
    if said is None:
        return answer
    if said.document:
        return f"{answer}, stuk '{said.file}'"
    return f"{answer}, met tekst" if said.text else answer


def _said(state: State, hearing: Hearing) -> list[Zienswijze]:
    """Return what a council said about the version it was asked about, in the order of its days."""
    of = {"municipality": hearing.municipality, "version": hearing.version}
    found = standing(state.zienswijzen.where(**of))
    return sorted(found, key=lambda z: (z.received_on, len(z.id), z.id))


def _deciding_day(hearing: Hearing) -> date | None:
    """Return the day that a council named and that counts, also once it was heard on it."""
    if hearing.named_meeting is None:
        return None
    day = hearing.named_meeting[0]
    is_of_before = hearing.invited_on is not None and day < hearing.invited_on
    return None if is_of_before else day


def _is_of_before(hearing: Hearing, item: AgendaItem) -> bool:
    """Whether a meeting treated an older ontwerp than the council has now."""
    return hearing.invited_on is not None and item.day < hearing.invited_on


_HOW: Final[dict[str, str]] = {Arrival.LATE: "aanvulling na de laatste dag"}
