# SPDX-License-Identifier: EUPL-1.2
"""What was understood of a calendar: which meetings count, and what does not with why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.calendar.incoming.agenda import Agenda, MeetingsUnreadableError
from gehoord.calendar.incoming.council import why_no_council
from gehoord.calendar.incoming.left_out import OUTSIDE, LeftOut
from gehoord.calendar.incoming.source import meetings_of
from gehoord.calendar.meetings import Meeting
from gehoord.calendar.span import Span
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.known_meetings import KnownMeetings
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.whose_calendar import WhoseCalendar
from gehoord.domain.errors import RefusedError

MOST_MEETINGS: Final = 400
"""Days on which one council decides during a procedure: more than one a week for seven years."""
_AFTER_ADOPTION: Final = timedelta(weeks=52)
"""How far past the adoption meetings are kept: it may be moved."""
_SAME_DAY: Final = "op die dag telt al een vergadering"
_TOLD: Final = 4
"""Names that a refusal tells of what was seen."""

WhyNot = Callable[[str], str]
"""Says of a title why it does not count; nothing when it does."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a calendar comes to for who meets by it.

    Attributes:
        kept: the meetings that count, in order, one a day.
        left_out: everything else in the calendar, in the order of its days; what lies outside the
            procedure comes last.
        remarks: in Dutch, what could not be read, or was read otherwise than it was written.
        whole: the stretch of which the calendar says everything, if it does; both ends included.
        begins_on: the first day in the procedure of which it says anything: that of its first
            entry, or the day on which it was read if that comes earlier.
    """

    kept: tuple[Meeting, ...]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[str, ...]
    whole: Span | None
    begins_on: date

    def known(self, document: Document, on: date) -> KnownMeetings:
        """Return this as the dossier keeps it from the day on which it was read."""
        return KnownMeetings(
            days=tuple(meeting.day for meeting in self.kept),
            whole=((self.whole.start, self.whole.end),) if self.whole else (),
            source=document.name,
            document=document.sha256,
            read_on=on,
            remarks=self.remarks,
        )


def chosen_by(word: str, *, every: bool, place: str = "") -> WhyNot:
    """Return what decides which entries count: a word in their name, all, or what their name says.

    Args:
        word: of the name.
        every: whether all count.
        place: what the municipality is called, which a name may say.

    >>> chosen_by("avond", every=False)("Raadsavond"), chosen_by("", every=True)("Commissie")
    ('', '')
    """
    if every:
        return lambda title: ""
    if word:
        return lambda title: "" if word.casefold() in title.casefold() else f"zonder '{word}'"
    return lambda title: why_no_council(title, place)


def understood(
    document: Document, whose: WhoseCalendar, window: Span, why_not: WhyNot, on: date
) -> Understood:
    """Return what a calendar says of when a council or body decides.

    Args:
        document: the calendar.
        whose: who meets by it.
        window: the days of the procedure; what lies outside it is left out.
        why_not: decides which entries count.
        on: the day on which it is read: of what is to come from there it says everything.

    Raises:
        RefusedError: it cannot be read, no meeting in it counts, or too many do.
    """
    try:
        agenda = meetings_of(document.content, document.name, window, (whose.name, whose.key))
    except MeetingsUnreadableError as error:
        raise RefusedError(
            f"De agenda {document.name} van {whose.name} kan niet worden gelezen: "
            f"{error.why}. Vraag om een nieuwe export (.ics)."
        ) from None
    kept, left_out = _parted(agenda, why_not)
    if not kept:
        hint = (
            _NAME_IT if agenda.meetings and whose.council else "Kijk na of dit de goede agenda is."
        )
        raise _nothing_counts(document, whose, window, left_out, hint)
    if len(kept) > MOST_MEETINGS:
        raise RefusedError(
            f"Volgens de agenda {document.name} vergadert {whose.in_words} op {len(kept)} dagen; "
            "dat kan niet kloppen. Vraag om een agenda met alleen die vergaderingen, of noem met "
            "'naam' een woord dat alleen die in hun naam hebben."
        )
    days = _days_of_entries(agenda, window)
    begins_on = min(*days, max(on, window.start))
    whole = Span(begins_on, _end_of_month(max(days))) if agenda.is_whole else None
    return Understood(kept, left_out, agenda.remarks, whole, begins_on)


def days_of_procedure(state: State) -> Span:
    """Return the days of which it matters when councils meet: up to a year after the adoption."""
    dated = [planned for planned in state.plan.steps if planned.has_day]
    adoption = state.as_opened.adoption
    last = [p.due_on for p in dated if adoption is None or p.id == adoption.id]
    first = [p.span.start for p in dated]
    opened_on = state.dossier.opened_on
    end = max(last, default=max((p.due_on for p in dated), default=opened_on))
    start = min([opened_on, *first])
    return Span(start, max(start, end) + _AFTER_ADOPTION)


def _parted(agenda: Agenda, why_not: WhyNot) -> tuple[tuple[Meeting, ...], tuple[LeftOut, ...]]:
    """Return what counts, one meeting a day, and all the rest."""
    kept: dict[date, Meeting] = {}
    left_out = list(agenda.left_out)
    for meeting in agenda.meetings:
        why = why_not(meeting.title) or (_SAME_DAY if meeting.day in kept else "")
        if why:
            left_out.append(LeftOut(meeting.day, meeting.title, why))
        else:
            kept[meeting.day] = meeting
    return tuple(kept.values()), tuple(sorted(left_out, key=_place))


def _place(one: LeftOut) -> tuple[bool, date, str, str]:
    """Return where an entry stands among those that do not count: years ago comes last."""
    return one.why == OUTSIDE, one.day or date.max, one.title, one.why


def _days_of_entries(agenda: Agenda, window: Span) -> list[date]:
    days = [meeting.day for meeting in agenda.meetings]
    return days + [one.day for one in agenda.left_out if one.day and one.day in window]


def _end_of_month(last: date) -> date:
    """Return until when a calendar tells all of which this is the day of the last entry.

    A griffie that plans until the summer says nothing of the autumn.
    """
    next_month = last.replace(day=28) + timedelta(days=4)
    return next_month - timedelta(days=next_month.day)


def _nothing_counts(
    document: Document, whose: WhoseCalendar, window: Span, seen: tuple[LeftOut, ...], hint: str
) -> RefusedError:
    """Return the refusal of a calendar without a meeting that counts, with what was seen."""
    what = "raadsvergadering" if whose.council else "vergadering"
    return RefusedError(
        f"In {document.name} staat van {day_in_words(window.start)} tot en met "
        f"{day_in_words(window.end)} geen {what} die telt. Gezien: "
        f"{enumeration(list(_seen(seen)))}. {hint}"
    )


_NAME_IT: Final = (
    "Is een daarvan de raad? Noem dan met 'naam' een woord uit die naam, of kies 'alle'."
)


def _seen(entries: tuple[LeftOut, ...]) -> Iterator[str]:
    """Yield what was seen, each name once with why it does not count."""
    told = dict.fromkeys((one.title[:60], one.why) for one in entries)
    yield from (f"'{title}' ({why})" for title, why in list(told)[:_TOLD])
    if (more := len(told) - _TOLD) > 0:
        yield counted(more, "andere", "andere")
