# SPDX-License-Identifier: EUPL-1.2
"""The meetings in a calendar file of a griffie, and what of it could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.incoming.editions import EventDays, Exceptions, replaces
from gehoord.calendar.incoming.events import TooDeepError, Written, written_in
from gehoord.calendar.incoming.left_out import (
    CALLED_OFF,
    DOUBLE,
    OUTSIDE,
    REPLACED,
    LeftOut,
)
from gehoord.calendar.incoming.lines import lines_of
from gehoord.calendar.incoming.reading import EventReader, UndatableError, title_of
from gehoord.calendar.incoming.repetition import Budget, TooMuchWorkError, TooOftenError
from gehoord.calendar.incoming.series import WHENEVER, Series, named
from gehoord.calendar.meetings import Meeting
from gehoord.calendar.span import Span

MOST_EVENTS: Final = 10_000
"""Events in one file: all committees of a council have half of it in twenty years."""
COMPARISONS: Final = 10
"""Comparisons of two events with one UID that cost as much as a day looked at."""
MOST_TOLD: Final = 5
"""Sentences about what was left out, before the rest is counted."""


class MeetingsUnreadableError(ValueError):
    """A calendar file cannot be read; the text says which, why, and what to do.

    Args:
        file_name: of the file.
        why: in Dutch, without a capital or a full stop.
    """

    def __init__(self, file_name: str, why: str) -> None:
        super().__init__(
            f"De vergaderagenda {file_name} kan niet worden gelezen: {why}. "
            "Vraag de griffie om een nieuwe export (.ics), of geef de vergaderdagen zelf op."
        )
        self.why = why


class Agenda(NamedTuple):
    """What a calendar file holds.

    Attributes:
        meetings: in order.
        remarks: in Dutch, without a capital or a full stop: what was left out or read otherwise.
        left_out: all that is no meeting in the window, or is not held, in no order.
        is_whole: whether the file holds all that it began.
    """

    meetings: tuple[Meeting, ...]
    remarks: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_whole: bool = True


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
        meetings = found.meetings()
    except TooMuchWorkError:
        why = "dat zijn, met de herhalingen, meer dagen dan een raad ooit vergadert"
        raise MeetingsUnreadableError(file_name, why) from None
    except _NoAgendaError as error:
        raise MeetingsUnreadableError(file_name, str(error)) from None
    remarks = found.told
    if not found.dated:
        raise MeetingsUnreadableError(
            file_name, "; ".join(remarks) or "er staat geen enkele afspraak in"
        )
    return Agenda(meetings, remarks, tuple(found.left_out), found.is_whole)


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
    dated: list[EventDays] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    is_whole: bool = True

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
                title = title_of(event)
                self.remarks.append(f"{named(title, event.number)} {error}")
                self.left_out.append(LeftOut(None, title, str(error)))
        self.remarks += reader.remarks
        self.is_whole = written.is_ended
        if not self.is_whole:
            self.remarks.append("het bestand is afgebroken: wat daarna kwam, ontbreekt")

    def _dated(self, series: Series) -> EventDays:
        """Work out the days of an event; what is not held, or may not be, has none."""
        if series.not_held:
            return EventDays(series, ())
        try:
            return EventDays(series, tuple(series.days(self.window, self.budget)))
        except TooMuchWorkError:
            raise
        except TooOftenError:
            raise UndatableError("herhaalt zich vaker dan eens per dag") from None
        except (ValueError, TypeError, OverflowError, KeyError):  # of the library, for odd rules
            self.remarks.append(
                f"van {series.name} is de herhaling niet te lezen; de begindag telt wel mee"
            )
        once = replace(series, rules=(), without=())
        return EventDays(once, tuple(once.days(self.window, self.budget)))

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings of all events that are in the window, in order, each once."""
        found: set[Meeting] = set()
        for one in self._found():
            if isinstance(one, LeftOut):
                self.left_out.append(one)
            elif one.day not in self.window:
                self.left_out.append(LeftOut(one.day, one.title, OUTSIDE))
            elif one in found:
                self.left_out.append(LeftOut(one.day, one.title, DOUBLE))
            else:
                found.add(one)
        return tuple(sorted(found))

    def _found(self) -> Iterator[Meeting | LeftOut]:
        """Yield what each event comes to, in no order."""
        by_uid: dict[str, list[EventDays]] = {}
        for one in self.dated:
            by_uid.setdefault(one.series.uid or f"regel {one.series.number}", []).append(one)
        for versions in by_uid.values():
            yield from self._of_one_uid(versions)

    def _of_one_uid(self, versions: list[EventDays]) -> Iterator[Meeting | LeftOut]:
        """Yield what events that have one UID come to: series, and exceptions to them."""
        masters = [one for one in versions if one.series.replaces is None]
        self.budget.spend(len(masters) ** 2 // COMPARISONS)
        fallen = self._fallen(masters)
        yield from (
            one.left_out(fallen[n]) for one in masters if (n := one.series.number) in fallen
        )
        standing = [one for one in masters if one.series.number not in fallen]
        if not standing and CALLED_OFF in fallen.values():
            yield from _called_off_with_it(versions)
            return
        exceptions = Exceptions(versions)
        for one in standing:
            yield from exceptions.left_of(one)
        yield from exceptions.found

    def _fallen(self, masters: list[EventDays]) -> dict[int, str]:
        """Return which meetings do not stand among events with one UID, and why, by their line.

        Editions of one meeting have each their own number, and the newest counts. Where numbers
        come twice the program gave other meetings the same UID, and each counts.
        """
        series = [one.series for one in masters]
        if any(one.start == WHENEVER for one in series):
            return {one.number: CALLED_OFF for one in series}
        are_editions = len({one.sequence for one in series}) == len(series)
        why = {one.number: self._why_fallen(one, series, are_editions) for one in series}
        return {number: reason for number, reason in why.items() if reason}

    def _why_fallen(self, one: Series, series: list[Series], are_editions: bool) -> str:
        """Return why an event does not stand, if it is not held or another takes its place.

        Where it moves by that, that is told besides.
        """
        newer = [other for other in series if replaces(other, one, are_editions)]
        if not newer:
            return one.not_held
        newest = max(newer, key=lambda other: other.sequence)
        if are_editions:
            self._tell_of_older(one, newest)
        return newest.not_held or REPLACED

    def _tell_of_older(self, one: Series, newest: Series) -> None:
        was, becomes = one.start.date(), newest.start.date()
        if was != becomes:
            self.remarks.append(
                f"{one.name} van {day_in_words(was)} is vervangen door een nieuwere versie, "
                f"van {day_in_words(becomes)}"
            )


def _called_off_with_it(versions: list[EventDays]) -> Iterator[LeftOut]:
    """Yield the exceptions to a series that is not held."""
    yield from (one.left_out(CALLED_OFF) for one in versions if one.series.replaces)
