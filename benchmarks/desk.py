# SPDX-License-Identifier: EUPL-1.2
"""A calendar of 340 events on the desk, beside a plain file of the same bytes."""

import time
from http.client import HTTPConnection
from typing import Final

from benchmarks import work
from benchmarks.desk_server import HOST, Served, desk_server, file_server, get
from benchmarks.dossier import register_in
from benchmarks.ground import Ground
from benchmarks.row import Comparison, Figures, Judged, Target
from gehoord.flows import clock

COUNCILS: Final = 100
"""With so many the calendar of the whole dossier holds 340 events."""
REQUESTS: Final = 1000


def comparisons() -> list[Comparison]:
    """Return the calendar in full, and to who has it already."""
    subscribed = Subscribed()
    return [
        Comparison(
            "calendar of 340 events on the desk, in full",
            "a plain file of the same bytes",
            Target(3, Judged.RATIO),
            subscribed.in_full,
        ),
        Comparison(
            "calendar of 340 events on the desk, not changed (304)",
            "the same of a plain file",
            Target(3, Judged.RATIO),
            subscribed.unchanged,
        ),
    ]


class Subscribed:
    """One request for a calendar that was written, by somebody whose line stays open."""

    def in_full(self, ground: Ground) -> Figures:
        """Compare a request for all of it."""
        return self._beside(ground, has_it=False)

    def unchanged(self, ground: Ground) -> Figures:
        """Compare a request of who has the same bytes."""
        return self._beside(ground, has_it=True)

    def _beside(self, ground: Ground, *, has_it: bool) -> Figures:
        file, home, folder = ground.asked(COUNCILS), ground.place("home"), ground.place("files")
        with register_in(file, today := clock.today()) as register:
            work.calendars(register, home / "agenda", today)
            path = work.feed_path(register, home, today)
        with desk_server(f"sqlite:///{file}", home, today) as desk, file_server(folder) as files:
            calendar = get(HTTPConnection(HOST, desk.port), path)[1]
            plain = folder / "agenda.ics"
            plain.write_bytes(calendar)
            ours = _asked(desk, path, has_it=has_it)
            theirs = _asked(files, f"/{plain.name}", has_it=has_it)
        events = calendar.count(b"BEGIN:VEVENT")
        said = f"{events} events, {1 / ours[1]:.0f} and {1 / theirs[1]:.0f} a second by the clock"
        return Figures(ours[0], theirs[0], said=said)


def _asked(served: Served, path: str, *, has_it: bool) -> tuple[float, float]:
    """Return the seconds of one request: of processor time of the server, and by the clock."""
    line = HTTPConnection(HOST, served.port)
    tag = get(line, path)[0].headers["ETag"]
    wanted = {"If_None_Match": tag} if has_it else {}
    before, start = served.seconds, time.perf_counter()
    for _ in range(REQUESTS):
        if get(line, path, **wanted)[0].status != (304 if has_it else 200):
            raise ValueError(f"{path} was answered otherwise")
    return (served.seconds - before) / REQUESTS, (time.perf_counter() - start) / REQUESTS
