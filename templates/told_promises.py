# SPDX-License-Identifier: EUPL-1.2
"""What was promised to follow a version, as every page that shows it tells it."""

from dataclasses import dataclass
from datetime import date

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.promised import Promised, promised
from gehoord.domain.dossier.state import State


@dataclass(frozen=True, slots=True)
class ToldPromise:
    """A chapter that was promised: with which version, to whom, and how it stands."""

    chapter: str
    version: str
    to: str
    standing: str
    is_late: bool


def told_promises(state: State, on: date) -> tuple[ToldPromise, ...]:
    """Return what was promised, in the order in which it was, as it stands on a day."""
    return tuple(_told(each, on) for each in promised(state))


def _told(each: Promised, on: date) -> ToldPromise:
    chapter = each.chapter
    return ToldPromise(
        one_line(chapter.chapter),
        f"{each.version} ({chapter.stands})",
        one_line(chapter.to),
        each.standing,
        each.is_late(on),
    )
