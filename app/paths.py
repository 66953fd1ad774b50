# SPDX-License-Identifier: EUPL-1.2
"""The path of each council and what is left to it, for people and for programs."""

from collections.abc import Iterator
from datetime import date

from gehoord.domain.dossier.council_path import CouncilPath
from gehoord.domain.dossier.council_paths import paths_of
from gehoord.domain.dossier.outlook import Outlook, Prospect
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.state import State


def paths_as_json(state: State, on: date, missed: frozenset[str]) -> list[dict[str, object]]:
    """Return the path of every council that still exists in its documented JSON shape.

    ``missed`` is where the ontwerp did not arrive.
    """
    return [_as_json(path, outlook) for path, outlook in paths_of(state, on, missed)]


def paths_in_words(state: State, on: date, missed: frozenset[str]) -> Iterator[str]:
    """Yield a line for each council of which anything is known: its stations, and what is left."""
    for path, outlook in paths_of(state, on, missed):
        said = [f"{station.kind} {station.in_words}" for station in path.known]
        if said:
            yield f"- {path.hearing.name}, pad: {'; '.join(said)}"
        if path.changed:
            changed = "; ".join(change.in_words for change in path.changed)
            yield f"- {path.hearing.name}, na het horen veranderd: {changed}"
        if path.judged:
            yield f"- {path.hearing.name}, oordeel: {path.judged.in_words}"
        if outlook and outlook.is_alarming:
            yield f"- {path.hearing.name}, {outlook.in_words}"


def drifting(state: State, on: date) -> Iterator[str]:
    """Yield which councils drift towards too late, and of how many it is not known."""
    found = [outlook for _, outlook in paths_of(state, on) if outlook]
    for prospect in (Prospect.DRIFTING, Prospect.LAST_CHANCE):
        for outlook in found:
            if outlook.prospect is prospect:
                yield f"- Raad van {outlook.hearing.name}, {outlook.in_words}"


def _judged_as_json(judged: Rehearing | None) -> dict[str, object] | None:
    if judged is None:
        return None
    return {
        "again": judged.again,
        "on": judged.judged_on,
        "office": judged.by,
        "because": judged.because,
    }


def _as_json(path: CouncilPath, outlook: Outlook | None) -> dict[str, object]:
    return {
        "council": path.hearing.name,
        "code": path.hearing.municipality,
        "stations": [
            {"station": s.kind, "stands": s.stands, "on": s.on, "rests_on": s.rests_on}
            for s in path.stations
        ],
        "changed": [
            {
                "part": c.part,
                "how": c.how,
                "since": c.since,
                "told_on": c.told_on,
            }
            for c in path.changed
        ],
        "heard_again": _judged_as_json(path.judged),
        "outlook": {
            "prospect": outlook.prospect,
            "why": outlook.why,
            "remedy": outlook.remedy,
            "meeting": outlook.meeting,
            "deliver_by": outlook.deliver_by,
        }
        if outlook
        else None,
    }
