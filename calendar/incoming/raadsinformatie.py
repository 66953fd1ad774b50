# SPDX-License-Identifier: EUPL-1.2
"""The meetings in a saved answer of Open Raadsinformatie, or of the VNG standard of that name.

Of Open Raadsinformatie that is the answer of Elasticsearch, or the bare list of its hits; of the
standard (ORI 2.0.0) that of ``/vergaderingen``. Whatever is missing in it is missing: both give
many fields only where a supplier filled them in.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.incoming.agenda import MOST_EVENTS, Agenda, MeetingsUnreadableError
from gehoord.calendar.incoming.cancelled import is_called_off
from gehoord.calendar.incoming.left_out import CALLED_OFF, DOUBLE, NOT_FIXED, OUTSIDE, LeftOut
from gehoord.calendar.incoming.reading import LONGEST_TITLE, UNREADABLE
from gehoord.calendar.meetings import NAMELESS, Meeting
from gehoord.calendar.span import Span

Found = Mapping[str, Any]
"""A meeting as its source writes it."""

_NOT_ALL: Final = "dit is een deel van het antwoord; vraag alle vergaderingen op"
_NO_MEETINGS: Final = "er staat geen enkele vergadering in"


def answer_in(content: bytes, file_name: str, window: Span, of: Sequence[str]) -> Agenda:
    """Return the meetings in a saved answer that start in the window, in order.

    A moment without a zone is one in Europe/Amsterdam. The body that meets, or the sort of meeting,
    is part of the title, where the answer says it.

    Args:
        content: the bytes of the file (JSON).
        file_name: named in the error.
        window: both ends included.
        of: the name and the code of the municipality; a meeting that says that it is of another is
            left out.

    Raises:
        MeetingsUnreadableError: it is no such answer, or there is no meeting in it.
    """
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        raise MeetingsUnreadableError(file_name, "het is geen geldige JSON") from None
    entries, is_whole = _entries(answer)
    if entries is None:
        raise MeetingsUnreadableError(file_name, "het is geen antwoord van Open Raadsinformatie")
    if len(entries) > MOST_EVENTS:
        raise MeetingsUnreadableError(file_name, f"er staan meer dan {MOST_EVENTS} onderdelen in")
    reader = _AnswerReader(window, frozenset(map(_plain, of)))
    for entry in _meetings(entries):
        reader.read(entry)
    if not reader.is_filled:
        raise MeetingsUnreadableError(file_name, _NO_MEETINGS)
    remarks = () if is_whole else (_NOT_ALL,)
    return Agenda(tuple(sorted(reader.meetings)), remarks, tuple(reader.left_out), is_whole)


def _entries(answer: Any) -> tuple[list[Any] | None, bool]:
    """Return what an answer lists, and whether it is all there is; no list when it is no answer."""
    match answer:
        case {"hits": {"hits": list(hits), **more}}:
            total = more.get("total")
            total = total.get("value") if isinstance(total, dict) else total
            return hits, not (isinstance(total, int) and total > len(hits))
        case {"results": list(results), **more}:
            return results, not (more.get("next") or more.get("previous"))
        case list(hits):
            return hits, True
    return None, True


def _meetings(entries: list[Any]) -> Iterator[Found]:
    """Yield what is a meeting, with the name of the body that holds it where that is among them."""
    sources = [_source(entry) for entry in entries if isinstance(entry, dict)]
    names = {str(s["@id"]): _text(s.get("name")) for s in sources if "@id" in s}
    for source in sources:
        if _is_meeting(source):
            yield {**source, "body": names.get(_text(source.get("committee")), "")}


def _is_meeting(source: Found) -> bool:
    kinds = source.get("@type", "Meeting")
    return "Meeting" in (kinds if isinstance(kinds, list) else [kinds])


def _source(entry: Found) -> dict[str, Any]:
    source = entry.get("_source", entry)
    return dict(source) if isinstance(source, dict) else {}


@dataclass(slots=True)
class _AnswerReader:
    """The meetings of one answer, and what of it is left out."""

    window: Span
    of: frozenset[str]
    meetings: set[Meeting] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """Whether there was any meeting at all."""
        return bool(self.meetings or self.left_out)

    def read(self, found: Found) -> None:
        """Keep one meeting, or why it is left out."""
        title = _title(found)
        try:
            meeting = Meeting(_day(found), title)
        except (ValueError, OverflowError):
            self.left_out.append(LeftOut(None, title, UNREADABLE))
            return
        if why := self._why_not(found, meeting):
            self.left_out.append(LeftOut(meeting.day, title, why))
        else:
            self.meetings.add(meeting)

    def _why_not(self, found: Found, meeting: Meeting) -> str:
        if other := self._other_municipality(found):
            return f"is van {other}"
        statuses = _statuses(found)
        if any(map(is_called_off, (meeting.title, *statuses))):
            return CALLED_OFF
        if open_still := [status for status in statuses if status.casefold() not in _HELD]:
            return f"{NOT_FIXED} (status {open_still[0]})"
        if meeting.day not in self.window:
            return OUTSIDE
        return DOUBLE if meeting in self.meetings else ""

    def _other_municipality(self, found: Found) -> str:
        """Return of which other municipality a meeting says that it is; mostly it says nothing."""
        given = found.get("gemeente")
        code, name = "", given
        if isinstance(given, dict):
            code, name = _text(given.get("gemeentecode")), given.get("gemeentenaam")
        called = _text(name)
        said = {_plain(one) for one in (code, called) if one}
        return (called or f"gemeente {code}") if said and not said & self.of else ""


def _title(found: Found) -> str:
    """Return what a meeting is called, with the body that holds it or its sort between brackets."""
    name = _text(found.get("naam")) or _text(found.get("name")) or NAMELESS
    sort = _text(found.get("vergaderingstype")).replace("_", " ") or _text(found.get("body"))
    is_said = not sort or sort.casefold() in name.casefold()
    return (name if is_said else f"{name} ({sort})")[:LONGEST_TITLE]


def _day(found: Found) -> date:
    """Return the day of a meeting in Amsterdam.

    Raises:
        ValueError: it has none that can be read.
        OverflowError: it lies before the first or after the last that there is.
    """
    for name in _STARTS:
        if written := _text(found.get(name)):
            moment = datetime.fromisoformat(written)
            return (moment.astimezone(AMSTERDAM) if moment.tzinfo else moment).date()
    raise ValueError("It has no beginning.")


_STARTS: Final = (
    "geplandeAanvangVergadering",
    "geplandeVergaderdatum",
    "start_date",
    "last_discussed_at",
)


def _statuses(found: Found) -> list[str]:
    """Return each status as a word: ``http://schema.org/EventCancelled`` is "Cancelled"."""
    given = [found.get(name) for name in ("status", "eventStatus", "vergaderingStatus")]
    plain = [_text(one.get("@id") or "onbekend" if isinstance(one, dict) else one) for one in given]
    return [one.rpartition("/")[2].removeprefix("Event") for one in plain if one]


_HELD: Final = frozenset(
    [
        "scheduled",
        "confirmed",
        "completed",
        "planned",
        "active",
        "published",
        "movedonline",
        "gepland",
        "geplande",
        "ingepland",
        "bevestigd",
        "definitief",
        "gepubliceerd",
        "gestart",
        "gehouden",
        "afgerond",
        "afgelopen",
        "gesloten",
    ]
)
"""The statuses of a meeting whose day stands. Any other may say that it was put off."""


def _text(value: Any) -> str:
    """Return the text of a field on one line; of several values the first."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str | int):
        return ""
    readable = "".join(c if c.isprintable() else " " for c in str(value)[: LONGEST_TITLE * 4])
    return " ".join(readable.split())


def _plain(name: str) -> str:
    """Return a name or a code as sources agree on it: ``GM0392``, ``0392`` and 392 are one."""
    return name.casefold().removeprefix("gemeente ").removeprefix("gm").lstrip("0")
