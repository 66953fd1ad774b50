# SPDX-License-Identifier: EUPL-1.2
"""Independent readers of calendars: three parsers, none of them the one that wrote the calendar."""

import base64
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from tests.lacking import node_package

Event = dict[str, Any]
Reader = Callable[[bytes], list[Event]]

FOLDER = Path(__file__).parent
GOLDEN = FOLDER / "fixtures_ics"


def with_vobject(calendar: bytes) -> list[Event]:
    return [
        {
            "uid": event.uid.value,
            "start": _seen(event.dtstart.value),
            "end": _seen(event.dtend.value) if hasattr(event, "dtend") else None,
            "summary": event.summary.value,
            "status": event.status.value,
            "description": event.description.value if hasattr(event, "description") else None,
            "location": event.location.value if hasattr(event, "location") else None,
        }
        for event in vobject.readOne(calendar.decode()).contents.get("vevent", [])
    ]


def with_ical(calendar: bytes) -> list[Event]:
    return [
        {
            "uid": event.uid,
            "start": _seen(event.dtstart),
            "end": _seen(event.dtend),
            "summary": event.summary,
            "status": event.status,
            "description": event.description,
            "location": event.location,
        }
        for event in IcsCalendarStream.calendar_from_ics(calendar.decode()).events
    ]


def withical_js(node: subprocess.Popen[str]) -> Reader:
    def read(calendar: bytes) -> list[Event]:
        if node.stdin is None or node.stdout is None:
            raise RuntimeError("The reader has no pipes.")
        node.stdin.write(base64.b64encode(calendar).decode() + "\n")
        node.stdin.flush()
        answer = json.loads(node.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"])
        return [event | {edge: _said(event[edge]) for edge in ("start", "end")} for event in answer]

    return read


def _seen(moment: date | datetime | None) -> date | datetime | None:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _said(moment: str | int | None) -> date | datetime | None:
    if isinstance(moment, int):
        return datetime.fromtimestamp(moment, UTC)
    return None if moment is None else date.fromisoformat(moment)


@pytest.fixture(scope="session", params=["vobject", "ical", "ical.js"])
def read(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Each of the readers in turn: what one of them misreads, some griffie misreads."""
    if request.param == "ical.js":
        yield from ical_js()
    else:
        yield {"vobject": with_vobject, "ical": with_ical}[request.param]


def ical_js() -> Iterator[Reader]:
    node_package("ical.js", "two other readers judged the same calendars")
    with subprocess.Popen(
        ["node", "read.mjs"],
        cwd=FOLDER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as node:
        yield withical_js(node)


@pytest.fixture(scope="session")
def golden() -> Callable[[str, bytes], None]:
    """Compare with a calendar on file; GOLDEN=write writes it anew, for a person to read."""

    def compare(name: str, calendar: bytes) -> None:
        if os.environ.get("GOLDEN") == "write":
            (GOLDEN / name).write_bytes(calendar)
        assert calendar.decode() == (GOLDEN / name).read_bytes().decode()

    return compare
