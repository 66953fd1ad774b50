# SPDX-License-Identifier: EUPL-1.2
"""By what Prefect finds cards: the same tags, states and days in a link and in a saved search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gehoord.domain.eenheid.eenheid import ADVISER, OFFICES
from gehoord.templates.wording import capital

PEOPLE_POOL: Final = "mensen"
"""The work pool of the cards."""

LATE: Final = "Late"
SCHEDULED: Final = "Scheduled"
COMPLETED: Final = "Completed"
"""The names that Prefect itself gives these states."""

WITHOUT_DAY: Final = "Zonder dag"
"""The state of what has no day: it waits, and Prefect marks only what is scheduled late."""

Days = Mapping[str, str | int]
"""A stretch of days as Prefect's pages write one."""

THIRTY_DAYS_AHEAD: Final[Days] = {"type": "span", "seconds": 2_592_000}
"""Counted from the day on which a list is opened, so that it does not grow old."""

ALWAYS: Final[Days] = {
    "type": "range",
    "startDate": "2013-01-01T00:00:00Z",
    "endDate": "2063-01-01T00:00:00Z",
}
"""From before the first plan under the Politiewet 2012 to after the last that may be planned."""


def dossier_tag(dossier: str) -> str:
    """Return the tag by which the board knows the runs of one dossier."""
    return f"dossier:{dossier}"


def owner_tag(owner_name: str) -> str:
    """Return the tag of all cards of one owner, by the name that people read."""
    return f"wie:{owner_name}"


def municipality_tag(name: str) -> str:
    """Return the tag of all cards of one municipality, by its name."""
    return f"gemeente:{name}"


def step_tag(step: str) -> str:
    """Return the tag of all cards of one step, by its id."""
    return f"stap:{step}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cards a list shows.

    Attributes:
        days: those within which a card stands; without them Prefect shows the last seven.
        states: the names of the states that it may be in; none for all.
        tags: that it must bear, every one.
    """

    days: Days
    states: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


IS_LATE: Final = Filter(ALWAYS, (LATE,))
IS_COMING: Final = Filter(THIRTY_DAYS_AHEAD, (SCHEDULED, LATE))
IS_DONE: Final = Filter(ALWAYS, (COMPLETED,))
IS_OWED: Final = Filter(ALWAYS, (LATE, SCHEDULED, WITHOUT_DAY))

_ADVISER: Final = owner_tag(capital(OFFICES[ADVISER]))

SAVED: Final[Mapping[str, Filter]] = {
    "Te laat": IS_LATE,
    "Komende 30 dagen": IS_COMING,
    "Wacht op mij": Filter(IS_OWED.days, IS_OWED.states, (_ADVISER,)),
    "Gedaan": IS_DONE,
}
"""The lists of all dossiers, by the name under which Prefect's menu has them."""
