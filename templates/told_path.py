# SPDX-License-Identifier: EUPL-1.2
"""The path of each council in words: for a table of all councils, and for one council alone."""

from dataclasses import dataclass
from datetime import date

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.changed_parts import changed_parts
from gehoord.domain.dossier.council_path import CouncilPath, Station, StationKind, council_path
from gehoord.domain.dossier.council_paths import paths_of
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.outlook import Outlook, outlook_of
from gehoord.domain.dossier.state import State
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class ToldPath:
    """The path of one council.

    Attributes:
        name: of the municipality.
        stations: what each is called and how it stands; the same for every council.
        row: the same in short, for a table: a day in figures, and a word or two.
        prospect: what is left to it, in one or two words; empty when it is heard or nothing is
            known.
        why: the same in sentences; ``remedy`` what the adviser can do.
        is_alarming: whether it drifts towards too late, or has its last chance.
        changed: what the law asks for and changed after it was heard; empty when nothing did.
        judged: whether it is heard again on that, by whom and why; empty while nobody judged.
    """

    name: str
    stations: tuple[tuple[str, str], ...]
    row: tuple[tuple[str, str], ...]
    prospect: str
    why: str
    remedy: str
    is_alarming: bool
    changed: str
    judged: str


def told_paths(
    state: State, on: date, missed: frozenset[str] = frozenset()
) -> tuple[ToldPath, ...]:
    """Return the path of every council that still exists, in alphabetical order.

    Nothing as long as no council was asked and none named a meeting. ``missed`` is where the
    ontwerp did not arrive.
    """
    paths = list(paths_of(state, on, missed))
    if not any(path.known for path, _ in paths):
        return ()
    return tuple(_told(path, outlook) for path, outlook in paths)


def told_path(
    state: State, hearing: Hearing, on: date, missed: frozenset[str] = frozenset()
) -> ToldPath:
    """Return the path of one council."""
    path = council_path(state, hearing, on, changed_parts(state), missed)
    return _told(path, outlook_of(state, hearing, on))


def _told(path: CouncilPath, outlook: Outlook | None) -> ToldPath:
    return ToldPath(
        name=one_line(path.hearing.name),
        stations=tuple((capital(s.kind), one_line(capital(s.in_words))) for s in path.stations),
        row=tuple(map(_in_short, path.stations)),
        prospect=capital(outlook.prospect) if outlook else "",
        why=one_line(outlook.why) if outlook else "",
        remedy=outlook.remedy if outlook else "",
        is_alarming=outlook is not None and outlook.is_alarming,
        changed=one_line("; ".join(change.in_words for change in path.changed)),
        judged=one_line(capital(path.judged.in_words)) if path.judged else "",
    )


def _in_short(station: Station) -> tuple[str, str]:
    """Return the day of a station in figures, if it has one of its own, and what it is about."""
    has_day = station.on and station.kind is not StationKind.ANSWERED
    return f"{station.on:%d-%m-%Y}" if has_day else "", one_line(station.about)
