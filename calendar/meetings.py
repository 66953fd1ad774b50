"""The meetings of a council: by rhythm, by list, or from a calendar file of the griffie."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from gehoord.calendar.dutch import WEEKDAYS, full_day_in_words
from gehoord.calendar.holidays import Holidays
from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.calendar.recess import Recess
from gehoord.calendar.span import Span

if TYPE_CHECKING:  # the readers of iCalendar take long to load; few need them
    from icalendar.cal import Component

_UNTITLED: Final = "raadsvergadering"
_DECIDES_THE_DAY: Final = {"DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_TOO_OFTEN: Final = {"SECONDLY", "MINUTELY", "HOURLY"}


class MeetingsUnreadableError(ValueError):
    """A calendar file cannot be read; the text says which, why, and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Meeting:
    """One meeting of a council: its day in Europe/Amsterdam, and its title."""

    day: date
    title: str = _UNTITLED


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A meeting every so many weeks, on the weekday of ``anchor``.

    ``anchor`` is any day of the series; meetings before it belong to the series as well.

    Raises:
        ValueError: the anchor is no such weekday (0 is Monday), or the weeks are fewer than one.
    """

    weekday: int
    every_weeks: int
    anchor: date
    title: str = _UNTITLED

    def __post_init__(self) -> None:
        if self.every_weeks < 1:
            raise ValueError("Een vergaderritme telt 1 week of meer.")
        if not 0 <= self.weekday < len(WEEKDAYS):
            raise ValueError("Een weekdag is 0 (maandag) tot en met 6 (zondag).")
        if self.anchor.weekday() != self.weekday:
            raise ValueError(
                f"Het vergaderritme is op {WEEKDAYS[self.weekday]}, maar de beginvergadering valt "
                f"op {full_day_in_words(self.anchor)}. Pas een van de twee aan."
            )


def meetings_by_rhythm(
    rhythm: Rhythm, window: Span, recess: Recess, holidays: Holidays | None = None
) -> tuple[Meeting, ...]:
    """Return the meetings of the series in the window, both ends included, outside recess.

    With ``holidays``, meetings on a day off drop out as well. A meeting that drops out is not
    moved: only the council can do that.

    Raises:
        RecessUnknownError: the recess does not cover the window.
        HolidaysUnknownError: the window reaches into a year not entered.
    """
    return tuple(
        Meeting(day, rhythm.title) for day in days_by_rhythm(rhythm, window, recess, holidays)
    )


def days_by_rhythm(
    rhythm: Rhythm, window: Span, recess: Recess, holidays: Holidays | None = None
) -> Iterator[date]:
    """Yield the days of these meetings one by one, for whoever needs but the first."""
    step = timedelta(weeks=rhythm.every_weeks)
    day = window.start + (rhythm.anchor - window.start) % step
    while day <= window.end:
        if day not in recess and not (holidays and holidays.is_day_off(day)):
            yield day
        day += step


def meetings_in(meetings: Iterable[Meeting], window: Span) -> tuple[Meeting, ...]:
    """Return the meetings of an explicit list that lie in the window, in order, each once."""
    return tuple(sorted({meeting for meeting in meetings if meeting.day in window}))


def meetings_from_ics(content: bytes, file_name: str, window: Span) -> tuple[Meeting, ...]:
    """Return the meetings in a calendar file that start in the window, in order.

    Repetitions are written out with their exceptions and moved dates; cancelled ones are left out.
    The day is the day in Europe/Amsterdam.

    Args:
        content: the bytes of the file (iCalendar, RFC 5545).
        file_name: named in the error.
        window: both ends included; nothing outside it is worked out.

    Raises:
        MeetingsUnreadableError: the file is no calendar, or an event in it cannot be dated.
    """
    import recurring_ical_events

    calendar = _calendar(content, file_name)
    events = list(calendar.walk("VEVENT"))
    if not events:
        raise _unreadable(file_name, "er staat geen enkele afspraak in")
    for event in events:
        if fault := _fault(event):
            raise _unreadable(file_name, f"de afspraak '{_title(event)}' {fault}")
    try:
        # A day earlier: in the zone of the event a meeting may start on the day before.
        occurrences = recurring_ical_events.of(calendar).between(
            window.start - timedelta(days=1), window.end + timedelta(days=2)
        )
    except Exception as error:  # damaged files make the readers raise almost anything
        raise _unreadable(file_name, "een herhaling in het bestand klopt niet") from error
    return meetings_in(_meetings(occurrences), window)


def _calendar(content: bytes, file_name: str) -> "Component":
    from icalendar import Calendar

    if not content.strip():
        raise _unreadable(file_name, "het bestand is leeg")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        raise _unreadable(file_name, "het bestand is geen UTF-8-tekst") from None
    if not content.lstrip(b"\xef\xbb\xbf\r\n\t ").upper().startswith(b"BEGIN:VCALENDAR"):
        raise _unreadable(file_name, "het begint niet met BEGIN:VCALENDAR")
    try:
        return Calendar.from_ical(content.removeprefix(b"\xef\xbb\xbf"))
    except Exception as error:  # damaged files make the reader raise almost anything
        raise _unreadable(file_name, "het bestand is afgebroken of beschadigd") from error


def _fault(event: "Component") -> str | None:
    """Return in Dutch what keeps an event from being dated, or nothing."""
    if "DTSTART" not in event:
        return "heeft geen begindatum (DTSTART)"
    broken = {str(name).upper() for name, _ in event.errors} & _DECIDES_THE_DAY
    if broken or not isinstance(getattr(event["DTSTART"], "dt", None), date):
        return "heeft een datum of herhaling die niet te lezen is"
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if _TOO_OFTEN & {str(part).upper() for part in rule.get("FREQ", [])}:
            return "herhaalt zich vaker dan eens per dag"
    return None


def _meetings(occurrences: Iterable["Component"]) -> Iterator[Meeting]:
    for event in occurrences:
        if str(event.get("STATUS", "")).upper() != "CANCELLED":
            yield Meeting(_day(event.decoded("DTSTART")), _title(event))


def _day(start: date | datetime) -> date:
    if not isinstance(start, datetime):
        return start
    return (start.astimezone(AMSTERDAM) if start.tzinfo else start).date()


def _title(event: "Component") -> str:
    return " ".join(str(event.get("SUMMARY", "")).split()) or _UNTITLED


def _unreadable(file_name: str, why: str) -> MeetingsUnreadableError:
    return MeetingsUnreadableError(
        f"De vergaderagenda {file_name} kan niet worden gelezen: {why}. "
        "Vraag de griffie om een nieuwe export (.ics), of geef de vergaderdagen zelf op."
    )
