# SPDX-License-Identifier: EUPL-1.2
"""The events of a calendar file as they are written: which lines belong to which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from gehoord.calendar.incoming.lines import Line

DEEPEST: Final = 10
"""Components within each other; a real file has three."""
_THAT_COUNT: Final = {
    "UID", "SUMMARY", "STATUS", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
    "EXDATE", "EXRULE", "RECURRENCE-ID",
}  # fmt: skip
_OFFSET: Final = "TZOFFSETTO"


class TooDeepError(ValueError):
    """Components stand within each other without end: no calendar does that."""


@dataclass(slots=True)
class WrittenEvent:
    """An event with the lines of it that say when it is, and what.

    Attributes:
        number: the line on which it begins.
        method: of the calendar it stands in; it may only be known when that ends.
        lines: in their order.
        is_ended: whether its end is there.
    """

    number: int
    method: "Method"
    lines: list[Line] = field(default_factory=list)
    is_ended: bool = False

    def first(self, name: str) -> Line | None:
        """Return the first line of a name."""
        return next(self.all(name), None)

    def all(self, *names: str) -> Iterator[Line]:
        """Yield the lines of these names."""
        return (line for line in self.lines if line.name in names)


@dataclass(slots=True)
class Method:
    """What a calendar asks with all its events: CANCEL takes them out."""

    name: str = ""


@dataclass(slots=True)
class Written:
    """What stands in a file.

    Attributes:
        events: in their order.
        offsets: the differences with UTC of each zone that the file describes.
        is_ended: whether the last calendar ends.
    """

    events: list[WrittenEvent] = field(default_factory=list)
    offsets: dict[str, set[str]] = field(default_factory=dict)
    is_ended: bool = True


def written_in(lines: Iterable[Line]) -> Written:
    """Return the events in a file. An end that is missing is taken to stand before what follows.

    Raises:
        TooDeepError: components stand within each other without end.
    """
    found = _Nesting()
    for line in lines:
        match line.name:
            case "BEGIN":
                found.begin(line.value.upper(), line.number)
            case "END":
                found.end(line.value.upper())
            case name:
                found.keep(name, line)
    found.written.is_ended = not found.open
    return found.written


class _Nesting:
    """Where one is in a file: the components that are open."""

    def __init__(self) -> None:
        self.written = Written()
        self.open: list[str] = []
        self.method = Method()
        self.zone = ""

    def begin(self, component: str, number: int) -> None:
        if component in ("VCALENDAR", "VEVENT", "VTIMEZONE") and component in self.open:
            self.end(component)
        if len(self.open) == DEEPEST:
            raise TooDeepError
        self.open.append(component)
        if component == "VCALENDAR":
            self.method = Method()
        elif component == "VEVENT":
            self.written.events.append(WrittenEvent(number, self.method))

    def end(self, component: str) -> None:
        while component in self.open:
            if self.open[-1] == "VEVENT":
                self.written.events[-1].is_ended = True
            if self.open.pop() == component:
                return

    def keep(self, name: str, line: Line) -> None:
        match self.open:
            case [*_, "VEVENT"] if name in _THAT_COUNT:
                self.written.events[-1].lines.append(line)
            case [*_, "VCALENDAR"] if name == "METHOD":
                self.method.name = line.value.upper()
            case [*_, "VTIMEZONE"] if name == "TZID":
                self.zone = line.value.replace("\\", "")
            case [*_, "VTIMEZONE", _] if name == _OFFSET:
                self.written.offsets.setdefault(self.zone, set()).add(line.value)
