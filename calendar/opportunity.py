# SPDX-License-Identifier: EUPL-1.2
"""Can this council be heard? The meetings that lie between its documents and the deadline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.calendar.meetings import Meeting
from gehoord.calendar.recess import Recess
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import weeks_after, weeks_before


@dataclass(frozen=True, slots=True)
class LeadTime:
    """How many weeks a council needs from documents to decision.

    ``outside_recess`` tells whether only raadsweken count.
    """

    weeks: int
    outside_recess: bool = True

    def __str__(self) -> str:
        if self.outside_recess:
            return f"{self.weeks} {'raadsweek' if self.weeks == 1 else 'raadsweken'}"
        return f"{self.weeks} {'week' if self.weeks == 1 else 'weken'}"

    def after(self, day: date, recess: Recess) -> date:
        """Return the first day the council can decide when it has the documents on ``day``.

        Raises:
            RecessUnknownError: the lead time runs out of the window of the recess.
        """
        if self.outside_recess:
            return weeks_after(day, self.weeks, recess).day
        return day + timedelta(weeks=self.weeks)

    def before(self, day: date, recess: Recess) -> date:
        """Return the last day to deliver for a decision on ``day``, before any recess between.

        Raises:
            RecessUnknownError: the lead time runs out of the window of the recess.
        """
        if self.outside_recess:
            deliver_by = weeks_before(day, self.weeks, recess).day
            while self.after(deliver_by, recess) > day:  # a meeting in a week of recess
                deliver_by -= timedelta(weeks=1)
            return deliver_by
        return day - timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """The deciding meetings at which one council can be heard.

    ``fitting`` lie from ``ready_on`` (documents plus lead time) up to and including the deadline.
    ``deliver_by`` is the last day on which delivering still leaves one meeting, or nothing when no
    meeting lies before the deadline at all.
    """

    council: str
    ready_on: date
    deadline: date
    fitting: tuple[Meeting, ...]
    deliver_by: date | None
    reasons: tuple[str, ...]

    @property
    def can_be_heard(self) -> bool:
        """Whether at least one meeting fits."""
        return bool(self.fitting)

    @property
    def first(self) -> Meeting | None:
        """The first meeting that fits."""
        return self.fitting[0] if self.fitting else None

    @property
    def last(self) -> Meeting | None:
        """The last meeting that still fits."""
        return self.fitting[-1] if self.fitting else None


def opportunity(
    council: str,
    meetings: Sequence[Meeting],
    delivered_on: date,
    lead: LeadTime,
    deadline: date,
    recess: Recess,
) -> Opportunity:
    """Return at which meetings a council can be heard, and in Dutch why so many or so few.

    Args:
        council: the name of the municipality.
        meetings: its deciding (besluitvormende) meetings, known over the whole stretch.
        delivered_on: the day the documents reach the griffie.
        lead: what the council needs between documents and decision.
        deadline: the last day to answer; that day still counts.
        recess: must cover the lead time.

    Raises:
        RecessUnknownError: the recess does not cover the lead time.

    Law: Politiewet 2012, art. 38b lid 2 (names no term); a real chance to be heard.
    """
    ready = lead.after(delivered_on, recess)
    in_time = sorted(meeting for meeting in meetings if meeting.day <= deadline)
    fitting = tuple(meeting for meeting in in_time if meeting.day >= ready)
    deliver_by = None
    reasons = [
        f"Stukken bij de griffie op {day_in_words(delivered_on)}; met {lead} voorbereiding kan de "
        f"raad van {council} besluiten vanaf {full_day_in_words(ready)}."
    ]
    if in_time:
        deliver_by = lead.before(in_time[-1].day, recess)
    if fitting:
        reasons.append(_those_that_fit(fitting, deadline))
    else:
        reasons += _why_none(meetings, ready, deadline, deliver_by)
    if delivered_on <= deadline:
        reasons += recess.weigh(Span(delivered_on, deadline)).reasons
    return Opportunity(council, ready, deadline, fitting, deliver_by, tuple(reasons))


def _those_that_fit(fitting: tuple[Meeting, ...], deadline: date) -> str:
    first, last = fitting[0].day, fitting[-1].day
    until = f"Tot en met {day_in_words(deadline)}"
    if len(fitting) == 1:
        return f"{until} past een vergadering: die van {full_day_in_words(first)}."
    return (
        f"{until} passen {len(fitting)} vergaderingen: de eerste op {full_day_in_words(first)}, "
        f"de laatste op {full_day_in_words(last)}."
    )


def _why_none(
    meetings: Sequence[Meeting], ready: date, deadline: date, deliver_by: date | None
) -> list[str]:
    reasons = [
        f"Er is geen vergadering van {day_in_words(ready)} tot en met {day_in_words(deadline)}."
        if ready <= deadline
        else f"De voorbereiding is pas klaar na de uiterste dag, {day_in_words(deadline)}."
    ]
    early = [meeting.day for meeting in meetings if meeting.day < ready and meeting.day <= deadline]
    late = [meeting.day for meeting in meetings if meeting.day > deadline]
    if early:
        reasons.append(f"De vergadering van {day_in_words(max(early))} komt te vroeg.")
    if late:
        reasons.append(f"De vergadering van {day_in_words(min(late))} komt te laat.")
    if deliver_by:
        reasons.append(
            f"Lever de stukken uiterlijk {full_day_in_words(deliver_by)}, of stel de uiterste dag "
            "uit, of vraag om een extra vergadering (Gemeentewet, art. 17)."
        )
    else:
        reasons.append(
            "Stel de uiterste dag uit, of vraag om een extra vergadering (Gemeentewet, art. 17)."
        )
    return reasons
