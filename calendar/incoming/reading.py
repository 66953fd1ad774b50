"""What the lines of an event say: when it is, how it repeats, and what it is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.cancelled import is_called_off
from gehoord.calendar.incoming.clock import UnknownClockError, clock_of, on_clock
from gehoord.calendar.incoming.events import WrittenEvent
from gehoord.calendar.incoming.lines import Line
from gehoord.calendar.incoming.series import WHENEVER, Series, named
from gehoord.calendar.meetings import UNTITLED

LONGEST_TITLE: Final = 200
UNREADABLE: Final = "heeft een datum of herhaling die niet te lezen is"


class UndatableError(ValueError):
    """It cannot be said when an event is. The text says in Dutch why, as the rest of a sentence."""


@dataclass(slots=True)
class EventReader:
    """Reads the events of one file.

    Attributes:
        offsets: the differences with UTC of the zones that the file describes.
        remarks: in Dutch, what was read in another way than it was written; each once.
    """

    offsets: Mapping[str, set[str]]
    remarks: dict[str, None] = field(default_factory=dict)

    def read(self, event: WrittenEvent) -> Series:
        """Return an event with every line read that says when it is.

        Raises:
            UndatableError: one of them cannot be read.
        """
        title, method = title_of(event), event.method.name
        is_cancelled = method == "CANCEL" or is_called_off(title) or is_called_off(_status(event))
        start, clock = self._start(event, is_cancelled)
        place = event.first("RECURRENCE-ID")
        self._remark_on_end(event, title)
        return Series(
            number=event.number,
            uid=_words(event.first("UID")),
            title=title,
            sequence=_number(event.first("SEQUENCE")),
            is_cancelled=is_cancelled,
            start=start,
            clock=clock,
            rules=tuple(_rules(event, "RRULE")),
            without=tuple(_rules(event, "EXRULE")),
            added=frozenset(self._moments(event, "RDATE", clock, start.time())),
            excepted=frozenset(self._moments(event, "EXDATE", clock, start.time())),
            replaces=self._moment(place, clock, time())[0].date() if place else None,
            and_after=place is not None and "THISANDFUTURE" in place.text.upper(),
        )

    def _start(self, event: WrittenEvent, is_cancelled: bool) -> tuple[datetime, tzinfo]:
        line = event.first("DTSTART") or (is_cancelled and event.first("RECURRENCE-ID"))
        if line:
            return self._moment(line, None, time())
        if is_cancelled:
            return WHENEVER, AMSTERDAM
        raise UndatableError("heeft geen begindatum (DTSTART)")

    def _moments(
        self, event: WrittenEvent, name: str, clock: tzinfo, hour: time
    ) -> Iterator[datetime]:
        for line in event.all(name):
            yield from (moment for moment, _ in self._all(line, clock, hour))

    def _moment(self, line: Line, clock: tzinfo | None, hour: time) -> tuple[datetime, tzinfo]:
        return next(self._all(line, clock, hour))

    def _all(
        self, line: Line, clock: tzinfo | None, hour: time
    ) -> Iterator[tuple[datetime, tzinfo]]:
        """Yield the moments that a line lists, with the clock that they are on.

        Args:
            line: a property whose value is a date, a moment or a period, or several.
            clock: the one to tell the moments by; nothing leaves each on its own.
            hour: at which a whole day begins.
        """
        from icalendar import vDDDTypes

        try:
            parameters, value = line.parts
            own = self._clock(parameters.get("TZID", ""))
            for written in value.split(","):
                found = vDDDTypes.from_ical(written.strip())
                yield _on(found[0] if isinstance(found, tuple) else found, own, clock, hour)
        except (ValueError, TypeError, OverflowError) as error:
            raise UndatableError(UNREADABLE) from error

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

    def _remark_on_end(self, event: WrittenEvent, title: str) -> None:
        from icalendar import vDDDTypes

        for line in event.all("DTEND", "DURATION"):
            try:
                vDDDTypes.from_ical(line.parts[1])
            except (ValueError, TypeError, OverflowError):
                self.remarks[
                    f"van {named(title, event.number)} is het einde niet te lezen; "
                    "de dag telt wel mee"
                ] = None


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
    return _words(event.first("SUMMARY")) or UNTITLED


def _status(event: WrittenEvent) -> str:
    return _words(event.first("STATUS"))


def _rules(event: WrittenEvent, name: str) -> Iterator[str]:
    for line in event.all(name):
        try:
            yield line.parts[1]
        except ValueError as error:
            raise UndatableError(UNREADABLE) from error


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
