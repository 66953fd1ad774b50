"""The meetings in a calendar file of a griffie, and what of it could not be read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.incoming.events import TooDeepError, Written, written_in
from gehoord.calendar.incoming.lines import lines_of
from gehoord.calendar.incoming.reading import EventReader, UndatableError, title_of
from gehoord.calendar.incoming.repetition import Budget, TooMuchWorkError, TooOftenError
from gehoord.calendar.incoming.series import WHENEVER, Series, named
from gehoord.calendar.meetings import UNTITLED, Meeting, meetings_in
from gehoord.calendar.span import Span

MOST_EVENTS: Final = 10_000
"""Events in one file: all committees of a council have half of it in twenty years."""
MOST_TOLD: Final = 5
"""Sentences about what was left out, before the rest is counted."""


class MeetingsUnreadableError(ValueError):
    """A calendar file cannot be read; the text says which, why, and what to do."""


class Agenda(NamedTuple):
    """What a calendar file holds.

    Attributes:
        meetings: in order.
        remarks: in Dutch, without a capital or a full stop: what was left out or read otherwise.
    """

    meetings: tuple[Meeting, ...]
    remarks: tuple[str, ...] = ()


def agenda_in(content: bytes, file_name: str, window: Span) -> Agenda:
    """Return the meetings in a calendar file that start in the window, in order.

    Repetitions are written out with their exceptions and moved dates; what is called off is left
    out. The day is the day in Europe/Amsterdam. An event that cannot be read costs that event.

    Args:
        content: the bytes of the file (iCalendar, RFC 5545).
        file_name: named in the error.
        window: both ends included; nothing outside it is worked out.

    Raises:
        MeetingsUnreadableError: it is no calendar, no event in it can be read, or it asks for more
            work than a calendar of a council does.
    """
    try:
        found = _AgendaReader(window)
        found.read(_written(content))
        meetings = meetings_in(found.meetings(), window)
    except TooMuchWorkError:
        why = "de herhalingen erin geven meer dagen dan een raad ooit vergadert"
        raise _unreadable(file_name, why) from None
    except _NoAgendaError as error:
        raise _unreadable(file_name, str(error)) from None
    remarks = found.told
    if not found.dated:
        raise _unreadable(file_name, "; ".join(remarks) or "er staat geen enkele afspraak in")
    return Agenda(meetings, remarks)


class _EventDays(NamedTuple):
    """An event with its days: the one that its series gives each meeting, and that in Amsterdam."""

    series: Series
    days: tuple[tuple[date, date], ...]


class _NoAgendaError(ValueError):
    """The bytes are no calendar of a council. The text says in Dutch why."""


def _written(content: bytes) -> Written:
    if not content.strip():
        raise _NoAgendaError("het bestand is leeg")
    first = next(lines_of(content[:1000]), None)
    if first is None or first.text.strip().upper() != "BEGIN:VCALENDAR":
        raise _NoAgendaError("het begint niet met BEGIN:VCALENDAR")
    if content.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise _NoAgendaError(f"er staan meer dan {MOST_EVENTS} afspraken in")
    try:
        return written_in(lines_of(content))
    except TooDeepError:
        raise _NoAgendaError("de onderdelen zitten te diep in elkaar") from None


@dataclass(slots=True)
class _AgendaReader:
    """The events of one file with their days, and what is to be said of them."""

    window: Span
    budget: Budget = field(default_factory=Budget)
    dated: list[_EventDays] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def told(self) -> tuple[str, ...]:
        """What is said of the file: the first remarks, and how many more there are."""
        more = len(self.remarks) - MOST_TOLD
        rest = [f"en nog {counted(more, 'opmerking', 'opmerkingen')}"] if more > 0 else []
        return (*self.remarks[:MOST_TOLD], *rest)

    def read(self, written: Written) -> None:
        """Read every event; one that cannot be read is left out and named."""
        reader = EventReader(written.offsets, self.budget)
        for event in written.events:
            try:
                self.dated.append(self._dated(reader.read(event)))
            except UndatableError as error:
                self.remarks.append(f"{named(title_of(event), event.number)} {error}")
        self.remarks += reader.remarks
        if not written.is_ended:
            self.remarks.append("het bestand is afgebroken: wat daarna kwam, ontbreekt")

    def _dated(self, series: Series) -> _EventDays:
        """Work out the days of an event; what is called off has none."""
        if series.is_cancelled:
            return _EventDays(series, ())
        try:
            return _EventDays(series, tuple(series.days(self.window, self.budget)))
        except TooMuchWorkError:
            raise
        except TooOftenError:
            raise UndatableError("herhaalt zich vaker dan eens per dag") from None
        except (ValueError, TypeError, OverflowError, KeyError):  # of the library, for odd rules
            self.remarks.append(
                f"van {series.name} is de herhaling niet te lezen; de begindag telt wel mee"
            )
        once = replace(series, rules=(), without=())
        return _EventDays(once, tuple(once.days(self.window, self.budget)))

    def meetings(self) -> Iterator[Meeting]:
        """Yield the meetings of all events, in no order."""
        by_uid: dict[str, list[_EventDays]] = {}
        for one in self.dated:
            by_uid.setdefault(one.series.uid or f"regel {one.series.number}", []).append(one)
        for versions in by_uid.values():
            yield from self._held(versions)

    def _held(self, versions: list[_EventDays]) -> Iterator[Meeting]:
        """Yield the meetings of the events that have one UID: series, and exceptions to them."""
        masters = [one for one in versions if one.series.replaces is None]
        standing = self._standing(masters)
        if masters and not standing:
            return
        exceptions = _Exceptions(versions)
        for series, days in standing:
            for day, met in days:
                yield from exceptions.left_of(series, day, met)
        yield from exceptions.meetings

    def _standing(self, masters: list[_EventDays]) -> list[_EventDays]:
        """Return the meetings that stand among events with one UID.

        Editions of one meeting have each their own number, and the newest counts. Where numbers
        come twice the program gave other meetings the same UID, and each counts.
        """
        series = [one.series for one in masters]
        if any(one.start == WHENEVER for one in series):
            return []
        are_editions = len({one.sequence for one in series}) == len(series)
        return [one for one in masters if self._stands(one.series, series, are_editions)]

    def _stands(self, one: Series, series: list[Series], are_editions: bool) -> bool:
        """Whether no other event with its UID takes the place of one; tell of it if that moves."""
        newer = [other for other in series if _replaces(other, one, are_editions)]
        if newer and are_editions:
            self._tell_of_older(one, max(newer, key=lambda other: other.sequence))
        return not newer and not one.is_cancelled

    def _tell_of_older(self, one: Series, newest: Series) -> None:
        was, becomes = one.start.date(), newest.start.date()
        if was != becomes:
            self.remarks.append(
                f"{one.name} van {day_in_words(was)} is vervangen door een nieuwere versie, "
                f"van {day_in_words(becomes)}"
            )


def _replaces(newer: Series, older: Series, are_editions: bool) -> bool:
    """Whether one event takes the place of another with its UID; other titles are other meetings.

    Args:
        newer: what may take the place.
        older: what may lose it.
        are_editions: whether each event with the UID has its own number.
    """
    if not are_editions:
        is_later = newer.sequence >= older.sequence
        return newer.is_cancelled and newer.start == older.start and is_later
    if newer.sequence <= older.sequence:
        return False
    if newer.start.date() == older.start.date() or newer.title == UNTITLED:
        return True
    was, becomes = older.title.casefold(), newer.title.casefold()
    return was == becomes or (newer.is_cancelled and was in becomes)


class _Exceptions:
    """The exceptions to a series; of several in one place the newest counts."""

    def __init__(self, versions: Iterable[_EventDays]) -> None:
        self._newest: dict[tuple[date, bool], _EventDays] = {}
        for one in sorted(versions, key=lambda one: one.series.sequence):
            if one.series.replaces:
                self._newest[one.series.replaces, one.series.and_after] = one
        self._turns = sorted(begun for begun, goes_on in self._newest if goes_on)

    @property
    def meetings(self) -> Iterator[Meeting]:
        """What comes in the place of meetings of the series."""
        for series, days in self._newest.values():
            yield from (Meeting(met, series.title) for _, met in days)

    def left_of(self, series: Series, day: date, met: date) -> Iterator[Meeting]:
        """Yield a meeting of the series as the exceptions leave it."""
        if (day, False) in self._newest:
            return
        turns = bisect_right(self._turns, day)
        if not turns:
            yield Meeting(met, series.title)
            return
        begun = self._turns[turns - 1]
        change = self._newest[begun, True].series
        if not change.is_cancelled:
            yield Meeting(met + (change.start.date() - begun), change.title)


def _unreadable(file_name: str, why: str) -> MeetingsUnreadableError:
    return MeetingsUnreadableError(
        f"De vergaderagenda {file_name} kan niet worden gelezen: {why}. "
        "Vraag de griffie om een nieuwe export (.ics), of geef de vergaderdagen zelf op."
    )
