# SPDX-License-Identifier: EUPL-1.2
"""Whether a council that did not answer had a real opportunity to be heard, and which.

Silence counts as heard only where there was one (Politiewet 2012, art. 38b lid 2; which one, the
law does not say: Algemene wet bestuursrecht, art. 3:2 asks for careful preparation).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.due import Due
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.calendar.opportunity import Opportunity
from gehoord.calendar.span import Span
from gehoord.domain.dossier.council_meetings import council_of
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import REGIOBURGEMEESTER
from gehoord.domain.nearby import meant
from gehoord.domain.plan.opportunities import WEEKS_OF_A_FULL_PASS, opportunity_of

FEWEST_WORDS_OF_ITS_OWN: Final = 6
"""Words of a reason why a council without a meeting or enough weeks had its opportunity still."""


MOST_SHARED: Final = 0.7
"""From this part of its words on a reason is that of another council."""

_SHORTEST_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class GivenOpportunity:
    """What a council could do with the days that it had.

    Attributes:
        days: from the day after it was asked up to and including the last to answer, if any.
        meetings: those that fitted its lead time; nothing when its meetings are not known.
        weeks: its raadsweken in these days; nothing when its recess is not known.
    """

    days: Span | None
    meetings: Opportunity | None
    weeks: int | None

    @property
    def is_real(self) -> bool:
        """Whether a meeting fitted, or there were enough weeks where no meetings are known."""
        if self.meetings is not None:
            return self.meetings.can_be_heard
        return self.weeks is not None and self.weeks >= WEEKS_OF_A_FULL_PASS

    @property
    def in_words(self) -> str:
        """What it had, or lacked, in Dutch."""
        if self.days is None:
            return "geen dag om te antwoorden"
        if self.meetings is not None:
            fitting = [day_in_words(meeting.day) for meeting in self.meetings.fitting]
            if len(fitting) == 1:
                return f"de raadsvergadering van {fitting[0]}"
            if fitting:
                return f"{len(fitting)} raadsvergaderingen, de eerste op {fitting[0]}"
            return f"geen raadsvergadering die paste {self._within}"
        if self.weeks is None:
            return f"onbekend: het reces en de vergaderingen {self._within} zijn niet bekend"
        return f"{counted(self.weeks, 'raadsweek', 'raadsweken')} buiten het reces {self._within}"

    @property
    def _within(self) -> str:
        if self.days is None or self.days.days == 1:
            return f"op {day_in_words(self.days.end)}" if self.days else ""
        return f"van {day_in_words(self.days.start)} tot en met {day_in_words(self.days.end)}"


def opportunity_given(state: State, hearing: Hearing, on: date) -> GivenOpportunity:
    """Return what opportunity a council had since it was asked.

    A meeting for which the council reserved time adds nothing to it: reserved is not held, and
    whether it was on its agenda in time nobody said. What counts are the meetings in its calendar.

    Args:
        state: the dossier.
        hearing: of the council.
        on: the day of judgement; it counts only where the council got no last day to answer.
    """
    asked_on, last = hearing.invited_on, _last_day(hearing.due, on)
    if asked_on is None or last <= asked_on:
        return GivenOpportunity(None, None, 0)
    days = Span(asked_on + timedelta(days=1), last)
    council = council_of(state, hearing.municipality)
    found = opportunity_of(council, Span(asked_on, last), days, state.eenheid)
    weeks = found.usability.council_weeks if found.usability else None
    return GivenOpportunity(days, found.opportunity, weeks)


def _last_day(due: Due | None, on: date) -> date:
    return min(due.day, on) if due else on


def silent_without_opportunity(state: State) -> list[Hearing]:
    """Return the councils that are recorded as silent and had no real opportunity."""
    silent = state.hearings.where(state=HearingState.SILENT)
    return [h for h in silent if not opportunity_given(state, h, h.heard_on or date.max).is_real]


def is_of_its_own(state: State, hearing: Hearing, reason: str) -> bool:
    """Whether a reason is about this council alone: long enough, and of no other silent council.

    The same sentence with another name, number or sign in it, or with a few other words, is the
    same reason.
    """
    names = [h.name for h in state.hearings]
    others = (
        h.reason
        for h in state.hearings.where(state=HearingState.SILENT)
        if h.municipality != hearing.municipality
    )
    mine = _words(reason, names)
    if len(mine) < FEWEST_WORDS_OF_ITS_OWN:
        return False
    return not any(_are_alike(mine, _words(other, names)) for other in others)


def office_that_judges(state: State, hearing: Hearing, name: str) -> str:
    """Return which office people mean that may judge a silence without a real opportunity.

    Args:
        state: the dossier.
        hearing: of the council.
        name: of the office, written short or in full.

    Returns: the regioburgemeester, or the burgemeester of this council; empty for anybody else.

    Law: Politiewet 2012, art. 38b lid 2 (each burgemeester hears his own council).
    """
    said = " ".join(name.casefold().split()).removeprefix("de ")
    if said == REGIOBURGEMEESTER:
        return REGIOBURGEMEESTER
    office, _, place = said.partition(" ")
    municipality = state.municipality(hearing.municipality)
    called = (municipality.name, municipality.code)
    if office == "burgemeester" and meant(place.removeprefix("van "), called):
        return f"burgemeester van {municipality.name}"
    return ""


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two reasons share so many words that one was made of the other."""
    least = max(FEWEST_WORDS_OF_ITS_OWN, min(len(one), len(other)))
    return len(one & other) >= MOST_SHARED * least


def _words(reason: str, names: list[str]) -> frozenset[str]:
    """Return the real words of a reason: without the names of councils, numbers and signs."""
    text = reason.casefold()
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name.casefold())}\b", " ", text)
    return frozenset(w for w in re.findall(r"[^\W\d_]+", text) if len(w) >= _SHORTEST_WORD)
