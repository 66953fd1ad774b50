# SPDX-License-Identifier: EUPL-1.2
"""The meetings at which a council can still be heard, with its recess."""

from dataclasses import dataclass
from datetime import date

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.calendar.span import Span
from gehoord.domain.dossier.council_meetings import NOT_YET_HEARD, council_of, days_to_answer
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.plan.opportunities import CouncilOpportunity, opportunity_of
from gehoord.templates.council_calendar import uid_of_meeting
from gehoord.templates.standing.councils import meeting_in_words
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMeetings:
    """What the known days of a council leave it, in Dutch words.

    Attributes:
        named: the day that the council named itself, and how far it is; empty when it named none.
        uid: by which a calendar knows that meeting.
        are_known: whether its meetings are known at all.
        fitting: the days of those that still fit.
        ready_on: the first day on which it can decide, by its own lead time; empty when unknown.
        recess: each recess until the last day, with its days.
        why_none: why no meeting fits, and what can be done; empty when one does or may.
    """

    named: str
    uid: str
    are_known: bool
    fitting: tuple[str, ...]
    ready_on: str
    recess: tuple[str, ...]
    why_none: tuple[str, ...]


def meetings_that_fit(state: State, code: str, on: date) -> CouncilMeetings | None:
    """Return what is left to a council; nothing when it is not asked any more, or has no last day.

    Args:
        state: the dossier.
        code: the CBS code of its municipality.
        on: today; a meeting that was before does not fit any more.
    """
    hearings = [h for h in state.hearings.where(municipality=code) if h.state in NOT_YET_HEARD]
    window = days_to_answer(state, hearings[0], on) if hearings else None
    if window is None or window.end < on:
        return None
    heard = Span(max(window.start, on), window.end)
    found = opportunity_of(council_of(state, code), window, heard, state.eenheid)
    return _in_words(found, hearings[0], on)


def _in_words(found: CouncilOpportunity, hearing: Hearing, on: date) -> CouncilMeetings:
    known = found.opportunity
    fitting = [m.day for m in known.fitting if m.day >= on] if known else []
    return CouncilMeetings(
        named=meeting_in_words(hearing),
        uid=uid_of_meeting(hearing),
        are_known=found.is_known,
        fitting=tuple(map(full_day_in_words, fitting)),
        ready_on=full_day_in_words(known.ready_on) if known else "",
        recess=_recess(found),
        why_none=tuple(known.reasons) if known and not fitting else (),
    )


def _recess(found: CouncilOpportunity) -> tuple[str, ...]:
    shares = found.usability.shares if found.usability else ()
    return tuple(
        f"{capital(one_line(period.name))}: {day_in_words(period.span.start)} tot en met "
        f"{day_in_words(period.span.end)}"
        for period, _ in shares
    )
