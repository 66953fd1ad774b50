# SPDX-License-Identifier: EUPL-1.2
"""What the lines of an event say: when it is, how it repeats, and what it is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.cancelled import is_called_off
from gehoord.calendar.incoming.clock import UnknownClockError, clock_of, on_clock
from gehoord.calendar.incoming.events import WrittenEvent
from gehoord.calendar.incoming.left_out import CALLED_OFF, NOT_FIXED
from gehoord.calendar.incoming.lines import Line
from gehoord.calendar.incoming.repetition import Budget
from gehoord.calendar.incoming.series import WHENEVER, Series, named
from gehoord.calendar.meetings import NAMELESS

LONGEST_TITLE: Final = 200
MOST_LISTED: Final = 3_000
"""Days that one event lists one by one: twice a week for thirty years."""
LISTED: Final = 50
"""What a listed day costs, in days looked at."""
MOST_RULES: Final = 20
UNREADABLE: Final = "heeft een datum die niet te lezen is"
_OPEN_STILL: Final = ("tentative", "postponed", "rescheduled")
"""Statuses of a meeting that may be held on another day. The last two no standard knows."""
_NOT_LISTED: Final = {
    "RDATE": "is een extra dag niet te lezen; die telt niet mee",
    "EXDATE": "is een dag die uitvalt niet te lezen; kijk na of er een dag te veel staat",
}


class UndatableError(ValueError):
    """It cannot be said when an event is. The text says in Dutch why, as the rest of a sentence."""


@dataclass(slots=True)
class EventReader:
    """Reads the events of one file.

    Attributes:
        offsets: the differences with UTC of the zones that the file describes.
        budget: the work that the file may ask still.
        remarks: in Dutch, what was read in another way than it was written; each once.
    """

    offsets: Mapping[str, set[str]]
    budget: Budget
    remarks: dict[str, None] = field(default_factory=dict)

    def read(self, event: WrittenEvent) -> Series:
        """Return an event with every line read that says when it is.

        Raises:
            UndatableError: it cannot be said when it is.
            TooMuchWorkError: the file lists too many days.
        """
        title, method = title_of(event), event.method.name
        status = _status(event)
        is_cancelled = method == "CANCEL" or is_called_off(title) or is_called_off(status)
        is_open = status.casefold() in _OPEN_STILL
        start, clock = self._start(event, is_cancelled)
        place = _filled(event.first("RECURRENCE-ID"))
        self._remark_on_end(event)
        return Series(
            number=event.number,
            uid=_words(event.first("UID")),
            title=title,
            sequence=_number(event.first("SEQUENCE")),
            not_held=CALLED_OFF if is_cancelled else NOT_FIXED if is_open else "",
            start=start,
            clock=clock,
            rules=tuple(self._rules(event, "RRULE")),
            without=tuple(self._rules(event, "EXRULE")),
            added=frozenset(self._listed(event, "RDATE", clock, start.time())),
            excepted=frozenset(self._listed(event, "EXDATE", clock, start.time())),
            replaces=self._moment(place, clock, time())[0].date() if place else None,
            and_after=place is not None and "THISANDFUTURE" in place.text.upper(),
        )

    def _start(self, event: WrittenEvent, is_cancelled: bool) -> tuple[datetime, tzinfo]:
        line = event.first("DTSTART") or (is_cancelled and _filled(event.first("RECURRENCE-ID")))
        if line:
            return self._moment(line, None, time())
        if is_cancelled:
            return WHENEVER, AMSTERDAM
        raise UndatableError("heeft geen begindatum (DTSTART)")

    def _listed(
        self, event: WrittenEvent, name: str, clock: tzinfo, hour: time
    ) -> Iterator[datetime]:
        """Yield the days that are listed one by one; what cannot be read costs one of them."""
        lines = [line for line in event.all(name) if line.is_filled]
        for count, (line, written) in enumerate(_values(lines)):
            if count == MOST_LISTED:
                self._tell(event, f"tellen niet meer dan {MOST_LISTED} losse dagen mee")
                return
            self.budget.spend(LISTED)
            try:
                yield self._read(line, written, clock, hour)[0]
            except UndatableError:
                self._tell(event, _NOT_LISTED[name])

    def _moment(self, line: Line, clock: tzinfo | None, hour: time) -> tuple[datetime, tzinfo]:
        return self._read(line, line.dated[1], clock, hour)

    def _read(
        self, line: Line, written: str, clock: tzinfo | None, hour: time
    ) -> tuple[datetime, tzinfo]:
        """Return a moment on a line, with the clock that it is on.

        Args:
            line: a property whose value is a date, a moment or a period, or several.
            written: the one to read.
            clock: the one to tell the moment by; nothing leaves it on its own.
            hour: at which a whole day begins.
        """
        from icalendar import vDDDTypes

        try:
            if not line.is_whole:
                raise ValueError("The line is too long.")
            own = self._clock(line.dated[0])
            found = vDDDTypes.from_ical(written)
            return _on(found[0] if isinstance(found, tuple) else found, own, clock, hour)
        except (ValueError, TypeError, OverflowError) as error:
            raise UndatableError(UNREADABLE) from error

    def _rules(self, event: WrittenEvent, name: str) -> Iterator[str]:
        """Yield the rules of an event. One that is cut off is kept, and cannot be read."""
        lines = [line for line in event.all(name) if line.is_filled]
        if len(lines) > MOST_RULES:
            self._tell(event, f"tellen niet meer dan {MOST_RULES} herhalingen mee")
        yield from (line.dated[1] for line in lines[:MOST_RULES])

    def _tell(self, event: WrittenEvent, what: str) -> None:
        self.remarks[f"van {named(title_of(event), event.number)} {what}"] = None

    def _clock(self, name: str) -> tzinfo:
        if not name:
            return AMSTERDAM
        try:
            return clock_of(name, self.offsets)
        except UnknownClockError:
            self.remarks[
                f"de tijdzone '{name[:60]}' is onbekend; die tijden tellen als Nederlandse tijd"
            ] = None
            return AMSTERDAM

    def _remark_on_end(self, event: WrittenEvent) -> None:
        from icalendar import vDDDTypes

        for name in ("DTEND", "DURATION"):
            line = event.first(name)
            try:
                vDDDTypes.from_ical(line.parts[1] if line else "PT0S")
            except (ValueError, TypeError, OverflowError):
                self._tell(event, "is het einde niet te lezen; de dag telt wel mee")


def _filled(line: Line | None) -> Line | None:
    return line if line and line.is_filled else None


def _values(lines: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    """Yield what lines list, value by value; a line that is cut off is one that cannot be read."""
    for line in lines:
        values = line.dated[1].split(",") if line.is_whole else [""]
        yield from ((line, one.strip()) for one in values if one.strip() or not line.is_whole)


def _on(found: object, own: tzinfo, clock: tzinfo | None, hour: time) -> tuple[datetime, tzinfo]:
    """Return a value as a moment on a clock."""
    match found:
        case datetime():
            own = UTC if found.tzinfo else own
            moment = found.replace(tzinfo=own)
            return on_clock(moment, clock or own), clock or own
        case date():
            return datetime.combine(found, hour), clock or AMSTERDAM
        case _:
            raise ValueError("This is no moment.")


def title_of(event: WrittenEvent) -> str:
    """Return what an event is called, on one line, without what no reader sees."""
    return _words(event.first("SUMMARY")) or NAMELESS


def _status(event: WrittenEvent) -> str:
    return _words(event.first("STATUS"))


def _words(line: Line | None) -> str:
    """Return the text of a line; one that is no good property is read as far as it goes."""
    from icalendar import vText

    if line is None:
        return ""
    text = line.text[: LONGEST_TITLE * 4]
    try:
        written = line._replace(text=text, is_whole=True).parts[1]
    except ValueError:
        written = text.partition(":")[2]
    readable = "".join(c if c.isprintable() else " " for c in str(vText.from_ical(written)))
    return " ".join(readable.split())[:LONGEST_TITLE]


def _number(line: Line | None) -> int:
    """Return an edition; without a readable one it is the first."""
    value = line.value if line else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
