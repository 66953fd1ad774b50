# SPDX-License-Identifier: EUPL-1.2
"""What its known meetings still leave a council: on course, its last chance, or drifting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.meetings import Meeting
from gehoord.calendar.opportunity import LeadTime
from gehoord.calendar.recess import Recess, RecessUnknownError
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import weeks_before
from gehoord.domain.dossier.agenda_item import AgendaItem, MeetingKind
from gehoord.domain.dossier.council_meetings import (
    NOT_YET_HEARD,
    council_of,
    days_to_answer,
    opportunity_to_answer,
)
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.reservations import meetings_too_late
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS

ONE_CYCLE: Final = timedelta(weeks=5)
"""What a council takes from one deciding meeting to the next: four or five weeks, by practice."""
_DAY: Final = timedelta(days=1)


class Prospect(StrEnum):
    """What a council that is not heard yet may still come to, in time."""

    ON_COURSE = "op koers"
    MET = "heeft vergaderd"
    LAST_CHANCE = "laatste kans"
    DRIFTING = "dreigt te laat"
    UNKNOWN = "vergaderingen onbekend"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is left to one council.

    Attributes:
        hearing: of the council.
        prospect: in one word.
        why: the same in Dutch sentences, with the meeting that is still possible if one is.
        remedy: what the adviser can do about it; empty when there is nothing to do.
        meeting: the last deciding meeting that still fits; nothing when none does or none is known.
        deliver_by: the last day on which its papers can reach the griffie for that meeting.
        full_pass_by: the last day from which it has a full pass left, if that is known.
        turns: the days on which it may be said otherwise, though nothing is recorded.
    """

    hearing: Hearing
    prospect: Prospect
    why: str
    remedy: str = ""
    meeting: date | None = None
    deliver_by: date | None = None
    full_pass_by: date | None = None
    turns: tuple[date, ...] = ()

    @property
    def is_alarming(self) -> bool:
        """Whether somebody must do something, or it is too late."""
        return self.prospect in (Prospect.DRIFTING, Prospect.LAST_CHANCE)

    @property
    def in_words(self) -> str:
        """What is left to it, and why: sentences that begin with the prospect."""
        return f"{self.prospect}: {self.why} {self.remedy}".strip()


def outlooks(state: State, on: date) -> Iterator[Outlook]:
    """Yield what is left to each council that is not heard yet; what is over is left out."""
    if state.is_adopted:
        return
    waiting = [h for h in state.hearings if h.state in NOT_YET_HEARD]
    too_late = _too_late(state, waiting)
    for hearing in waiting:
        if found := _outlook(state, hearing, on, is_too_late=hearing.id in too_late):
            yield found


def outlook_of(state: State, hearing: Hearing, on: date) -> Outlook | None:
    """Return what is left to one council; nothing when it is heard, or its last day has passed.

    It drifts when no chain of meetings fits any more: a deciding one that leaves it its lead time
    and comes no later than its last day to answer, and after the weighing one if that has a
    day. The meeting that it named itself is the only one that counts; without one it is any that is
    known. Where none is known nothing is made up.

    Args:
        state: the dossier.
        hearing: of the council.
        on: today.

    Law: Politiewet 2012, art. 38b lid 2 (names no term); a real chance to be heard.
    """
    if state.is_adopted or hearing.state not in NOT_YET_HEARD:
        return None
    is_too_late = hearing.id in _too_late(state, [hearing])
    return _outlook(state, hearing, on, is_too_late=is_too_late)


def _too_late(state: State, hearings: Iterable[Hearing]) -> set[str]:
    return {hearing.id for hearing, _ in meetings_too_late(state, hearings)}


def _outlook(state: State, hearing: Hearing, on: date, *, is_too_late: bool) -> Outlook | None:
    window = days_to_answer(state, hearing, on)
    if window is None or window.end < on:
        return None
    left = _WhatIsLeft(state, hearing, window, on)
    if hearing.meeting_on is None:
        return left.without_day()
    return left.with_day(hearing.meeting_on, is_too_late=is_too_late)


class _WhatIsLeft:
    """Judges what the days to answer leave one council.

    Args:
        state: the dossier.
        hearing: of the council.
        window: from its documents up to and including its last day to answer.
        on: today.
    """

    def __init__(self, state: State, hearing: Hearing, window: Span, on: date) -> None:
        council = council_of(state, hearing.municipality)
        self._hearing, self._window, self._on = hearing, window, on
        self._lead: LeadTime = council.lead_time
        self._recess: Recess = state.eenheid.recess_of(council)
        self._schedule = council.schedule
        self._weighing = _weighing(hearing)
        found = opportunity_to_answer(state, hearing, on)
        self._are_known = found is not None
        fitting = found.fitting if found else ()
        self._fitting = [m for m in fitting if m.day >= on and self._comes_after_weighing(m)]

    def with_day(self, day: date, *, is_too_late: bool) -> Outlook:
        """Return what is left to a council that named its deciding meeting."""
        named = f"De raad vergadert op {day_in_words(day)} ({self._hearing.meeting_stands})"
        if day < self._on:
            return self._of(Prospect.MET, f"{named}; zijn antwoord is nog niet gemeld.", _ASK)
        if is_too_late:
            last = day_in_words(self._window.end)
            return self._drifts(f"{named}, na de laatste dag om te antwoorden, {last}.")
        if self._weighing and self._weighing.day >= day:
            weighing = day_in_words(self._weighing.day)
            return self._drifts(f"{named}, maar vormt pas op {weighing} een oordeel.")
        return self._of(Prospect.ON_COURSE, f"{named}.", meeting=Meeting(day))

    def without_day(self) -> Outlook:
        """Return what is left to a council that did not name a meeting at which it decides."""
        weighing, last = self._weighing, self._last
        if weighing and weighing.day >= self._window.end:
            return self._drifts(
                f"De raad vormt pas op {day_in_words(weighing.day)} een oordeel, en moet uiterlijk "
                f"{day_in_words(self._window.end)} hebben geantwoord."
            )
        if not self._are_known:
            return self._of(Prospect.UNKNOWN, _NOT_KNOWN, _ASK)
        if last is None:
            return self._drifts("")
        deliver_by = self._deliver_by(last)
        is_near = deliver_by is None or self._on >= deliver_by - ONE_CYCLE
        prospect = Prospect.LAST_CHANCE if is_near else Prospect.ON_COURSE
        remedy = _ASK_AGENDA if is_near else ""
        why = f"De raad noemde nog geen dag. {self._still_possible}"
        return self._of(prospect, why, remedy, last)

    def _drifts(self, why: str) -> Outlook:
        """Return that no chain of meetings fits, with the meeting that still would, if one is."""
        remedy = _ASK_ANOTHER if self._last is None else _ASK_AGENDA
        said = f"{why} {self._still_possible}".strip()
        return self._of(Prospect.DRIFTING, said, remedy, self._last)

    def _of(
        self, prospect: Prospect, why: str, remedy: str = "", meeting: Meeting | None = None
    ) -> Outlook:
        full_pass_by = self._full_pass_by
        turns = {*self._turns(), *([full_pass_by + _DAY] if full_pass_by else [])}
        return Outlook(
            self._hearing,
            prospect,
            why,
            remedy,
            meeting.day if meeting else None,
            self._deliver_by(meeting) if meeting else None,
            full_pass_by,
            tuple(sorted(turns)),
        )

    @property
    def _full_pass_by(self) -> date | None:
        """Six raadsweken before its last day to answer, by practice."""
        try:
            return weeks_before(self._window.end, WEEKS_OF_A_FULL_PASS, self._recess).day
        except RecessUnknownError:
            return None

    @property
    def _last(self) -> Meeting | None:
        return self._fitting[-1] if self._fitting else None

    @property
    def _still_possible(self) -> str:
        """Return which meeting still fits, what must come before, and by when papers are there."""
        if not self._are_known:
            return _NOT_KNOWN
        if self._last is None:
            after = f" na {day_in_words(self._weighing.day)}" if self._weighing else ""
            return (
                f"Er past geen raadsvergadering meer{after}, tot en met "
                f"{day_in_words(self._window.end)}."
            )
        return (
            f"De laatste vergadering die past, is die van {full_day_in_words(self._last.day)}."
            f"{self._before(self._last)}{self._papers(self._last)}"
        )

    def _before(self, last: Meeting) -> str:
        """Return when opinions must be formed for a meeting; empty when that has a day already.

        In the cycle before it: that begins after the deciding meeting before. Where more than two
        cycles lie between, as in a recess, no day is named.
        """
        if self._weighing or self._schedule is None:
            return ""
        former = self._schedule.last_by(last.day - _DAY, self._recess)
        since = max(former, self._window.start) if former else None
        if since is None or last.day - since > 2 * ONE_CYCLE:
            return " Daarvoor vormt de raad meestal eerst een oordeel."
        return f" Daarvoor vormt de raad een oordeel, na {day_in_words(since)}."

    def _papers(self, last: Meeting) -> str:
        """Return by when the papers must be there, or had to be."""
        deliver_by = self._deliver_by(last)
        if deliver_by is None:
            return ""
        if deliver_by < self._on:
            return f" De stukken hoorden er op {day_in_words(deliver_by)} te zijn."
        return f" De stukken moeten uiterlijk {day_in_words(deliver_by)} bij de griffie zijn."

    def _deliver_by(self, meeting: Meeting) -> date | None:
        try:
            return self._lead.before(meeting.day, self._recess)
        except RecessUnknownError:
            return None

    def _comes_after_weighing(self, meeting: Meeting) -> bool:
        return self._weighing is None or meeting.day > self._weighing.day

    def _turns(self) -> set[date]:
        """Return the days on which another thing is to be said, though nothing is recorded."""
        named = [self._hearing.meeting_on] if self._hearing.meeting_on else []
        found = {self._window.end + _DAY, *(day + _DAY for day in named)}
        for meeting in self._fitting:
            found.add(meeting.day + _DAY)
            if deliver_by := self._deliver_by(meeting):
                found |= {deliver_by - ONE_CYCLE, deliver_by, deliver_by + _DAY}
        return found


def _weighing(hearing: Hearing) -> AgendaItem | None:
    """Return the weighing meeting about the ontwerp that the council has or is to get."""
    item = hearing.item(MeetingKind.WEIGHING)
    if item is None or (hearing.invited_on and item.day < hearing.invited_on):
        return None
    return item


_NOT_KNOWN: Final = "Wanneer de raad vergadert, is niet bekend."
_ASK: Final = "Vraag het de griffie."
_ASK_AGENDA: Final = "Vraag de griffie het ontwerp te agenderen."
_ASK_ANOTHER: Final = (
    "Vraag om een andere vergadering (Gemeentewet, art. 17), of geef de raad uitstel."
)
