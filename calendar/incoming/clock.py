# SPDX-License-Identifier: EUPL-1.2
"""Which clock the hours of an event are on, by the name that its program gave it."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from gehoord.calendar.ical.zone import AMSTERDAM

_LIKE_AMSTERDAM: Final = {"+0100", "+0200"}
_OFFSET: Final = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)")


class UnknownClockError(ValueError):
    """A name that is no zone, and that the file does not describe."""


def clock_of(name: str, offsets: Mapping[str, Iterable[str]]) -> tzinfo:
    """Return the clock of a zone.

    Args:
        name: as the file has it: of the IANA, of Windows, a path of a program, or its own.
        offsets: the differences with UTC of each zone that the file describes itself.

    Raises:
        UnknownClockError: nobody says what zone it is.

    >>> clock_of("/mozilla.org/20050126_1/Europe/Amsterdam", {})
    zoneinfo.ZoneInfo(key='Europe/Amsterdam')
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    plain = name.strip().strip('"')
    if "amsterdam" in plain.casefold():
        return AMSTERDAM
    parts = plain.strip("/").split("/")
    for known in (plain, WINDOWS_TO_OLSON.get(plain, ""), *("/".join(parts[-n:]) for n in (3, 2))):
        if zone := _zone(known):
            return zone
    return _described(set(offsets.get(name, ())))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no zone, no path, a folder
        return None


def _described(offsets: set[str]) -> tzinfo:
    """Return the clock that a file describes: that of Amsterdam, or one that stands still."""
    if offsets and offsets <= _LIKE_AMSTERDAM:
        return AMSTERDAM
    if len(offsets) == 1 and (found := _OFFSET.match(offsets.pop())):
        away = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(-away if found[1] == "-" else away)
    raise UnknownClockError


def on_clock(moment: datetime, clock: tzinfo) -> datetime:
    """Return what a clock shows at a moment; one without a zone was read from that clock."""
    return moment.astimezone(clock).replace(tzinfo=None) if moment.tzinfo else moment
