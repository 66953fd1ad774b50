# SPDX-License-Identifier: EUPL-1.2
"""A file with meetings of a council, whatever it is: a calendar, or a saved answer."""

from collections.abc import Sequence
from typing import Final

from gehoord.calendar.incoming.agenda import Agenda, MeetingsUnreadableError, agenda_in
from gehoord.calendar.incoming.raadsinformatie import answer_in
from gehoord.calendar.span import Span

LARGEST_CALENDAR: Final = 5_000_000
"""Bytes of such a file: a council's meetings of twenty years have half of it."""
_JSON: Final = (b"{", b"[")
_MARK: Final = b"\xef\xbb\xbf"


def meetings_of(content: bytes, file_name: str, window: Span, of: Sequence[str]) -> Agenda:
    """Return the meetings in a file; what it is, its first sign says and not its name.

    The arguments are those of `agenda_in` and `answer_in`.

    Raises:
        MeetingsUnreadableError: it is neither, too large, or as those two say.
    """
    if len(content) > LARGEST_CALENDAR:
        raise MeetingsUnreadableError(file_name, "het bestand is groter dan 5 MB")
    plain = content.removeprefix(_MARK)
    if plain.lstrip().startswith(_JSON):
        return answer_in(plain, file_name, window, of)
    return agenda_in(content, file_name, window)
