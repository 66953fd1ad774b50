# SPDX-License-Identifier: EUPL-1.2
"""One line of somebody's calendar: a deadline or a meeting."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5

from gehoord.calendar.ical.text import one_line, paragraphs

# Never change this: every UID ever sent follows from it, and a calendar knows an entry by its UID.
NAMESPACE: Final = UUID("6c0f4f0e-8f5b-4d0e-9a57-3d1c2b6f7a90")
WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")


def uid_of(key: tuple[str, str, str]) -> str:
    """Return by what a calendar knows an entry: a UUID of version 5."""
    return str(uuid5(NAMESPACE, json.dumps(key)))


def changed_at(day: date, sequence: int) -> datetime:
    """Return the moment that a calendar names for a change; of two on one day the last is later.

    >>> changed_at(date(2026, 11, 26), 1).isoformat()
    '2026-11-26T00:00:01+00:00'
    """
    return datetime.combine(day, time(), UTC) + timedelta(seconds=sequence)


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline (whole days, blocks no time) or a meeting (moments, blocks the time).

    Attributes:
        key: the names of dossier, step and owner; the UID follows from it, for ever.
        title: one line; what lapsed or is approximate is said by ``summary``.
        start: a day for a deadline, an aware moment for a meeting.
        changed_at: the aware moment of the last change; nothing else says when the bytes were made.
        end: the last day, included; or the moment at which the meeting ends. None: that one day,
            or a meeting of which the end is not known.
        description: paragraphs for the reader.
        location: one line.
        url: a web address, or empty.
        approximate: the words in which an approximate date was given ("medio oktober 2023").
        within: the words of a date that names no day, but a time in which it falls ("in september
            2023"); ``start`` is then its last day.
        sequence: how often day, place or status changed.
        cancelled: the step lapsed.

    Raises:
        ValueError: the parts contradict each other; the text says which.
    """

    key: tuple[str, str, str]
    title: str
    start: date | datetime
    changed_at: datetime
    end: date | datetime | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    approximate: str | None = None
    within: str | None = None
    sequence: int = 0
    cancelled: bool = False

    def __post_init__(self) -> None:
        name = " / ".join(self.key)
        if not one_line(self.title):
            raise ValueError(f"De agendaregel {name} heeft een titel nodig.")
        for words in (self.approximate, self.within):
            if words is not None and not one_line(words):
                raise ValueError(f"De datum van {name} zonder dag heeft haar eigen woorden nodig.")
        if self.url and not WEB_ADDRESS.fullmatch(self.url):
            raise ValueError(f"{self.url!r} bij {name} is geen webadres.")
        if self.sequence < 0:
            raise ValueError(f"Het volgnummer van {name} kan niet onder nul liggen.")
        for moment in (self.start, self.end, self.changed_at):
            if isinstance(moment, datetime) and moment.utcoffset() is None:
                raise ValueError(f"Het tijdstip {moment} van {name} heeft een tijdzone nodig.")
        if self.end is not None:
            self._check_end(self.end, name)

    def _check_end(self, end: date | datetime, name: str) -> None:
        if isinstance(self.start, datetime) is not isinstance(end, datetime):
            raise ValueError(f"Begin en einde van {name} zijn beide een dag of beide een tijdstip.")
        if isinstance(self.start, datetime) and isinstance(end, datetime):
            stretched = end.astimezone(UTC) > self.start.astimezone(UTC)
        else:
            stretched = end >= self.start
        if not stretched:
            raise ValueError(f"{name} eindigt ({end}) niet na het begin ({self.start}).")

    @property
    def uid(self) -> str:
        """The same for the same key, for ever."""
        return uid_of(self.key)

    @property
    def is_meeting(self) -> bool:
        """Whether people meet at a moment; if not, it is a matter of days."""
        return isinstance(self.start, datetime)

    @property
    def first_moment(self) -> datetime:
        """The start in UTC, for putting entries in order; a day counts from its midnight in UTC."""
        if isinstance(self.start, datetime):
            return self.start.astimezone(UTC)
        return datetime(self.start.year, self.start.month, self.start.day, tzinfo=UTC)

    @property
    def status(self) -> str:
        """CANCELLED, TENTATIVE for a date that names no day, or CONFIRMED."""
        if self.cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.approximate is None and self.within is None else "TENTATIVE"

    @property
    def summary(self) -> str:
        """The title as people read it, with what they must know before they rely on the date."""
        title = one_line(self.title)
        if self.approximate is not None:
            title = f"{title} (bij benadering: {one_line(self.approximate)})"
        elif self.within is not None:
            title = f"{title} ({one_line(self.within)})"
        return f"VERVALLEN: {title}" if self.cancelled else title

    @property
    def place(self) -> str:
        """The location on one line."""
        return one_line(self.location)

    @property
    def explanation(self) -> str:
        """The description, followed by a warning when the day or the end is not known."""
        warning = ""
        if self.approximate is not None:
            warning = f"De datum is een benadering: {one_line(self.approximate)}."
        elif self.within is not None:
            warning = f"De dag staat nog niet vast: {one_line(self.within)}."
        elif self.is_meeting and self.end is None:
            warning = "De eindtijd is niet bekend."
        return "\n\n".join(filter(None, [paragraphs(self.description), warning]))
