# SPDX-License-Identifier: EUPL-1.2
"""From written words to a day: with the step, the recess or the meeting they count from."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gehoord.calendar.derivation import Link
from gehoord.calendar.due import Due, Precision, Stretch
from gehoord.calendar.dutch import day_in_words, full_day_in_words, in_dutch
from gehoord.calendar.offset import Offset
from gehoord.calendar.recess import RecessUnknownError
from gehoord.calendar.school import KNOWN_FROM, KNOWN_UNTIL
from gehoord.calendar.span import Span
from gehoord.calendar.weeks import weeks_after, weeks_before
from gehoord.calendar.written import FIRST_YEAR, LAST_YEAR, AtMeeting, Fixed
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError
from gehoord.domain.proposal.step import Step


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days that words came to, and why."""

    stretch: Stretch
    links: tuple[Link, ...]

    @property
    def as_first(self) -> Due:
        """The first day as the beginning of a longer stretch: in the words of the whole."""
        return replace(self.stretch.first, words=self.stretch.words)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The step that words count from, as it was planned.

    ``is_rough``: by approximation. ``links``: why its first day is that day when words count back
    from it, why its last day when they count on. ``due`` is that day, of a step.
    """

    title: str
    span: Span
    is_rough: bool
    links: tuple[Link, ...]
    due: Due | None = None


def fixed(written: Fixed) -> Resolved:
    """Return the days that the words name themselves."""
    day, words = written.span.end, written.stretch.words
    said = full_day_in_words(day) if words == day_in_words(day) else words
    return Resolved(written.stretch, (Link(day, f"{said}: {written.rule}"),))


def from_step(step: Step, written: Offset, anchor: Anchor, eenheid: Eenheid | None) -> Resolved:
    """Return the day that lies so far before the first, or after the last day of another step.

    Raises:
        ProposalError: it lies in years that Gehoord does not know, or the recess is not known.
    """
    base = anchor.span.start if written.before else anchor.span.end
    where = f"{_counted(written)} '{anchor.title}' op {full_day_in_words(base)}"
    skipped: tuple[Link, ...] = ()
    if written.counts_council_weeks:
        day, skipped = _in_council_weeks(step, written, base, eenheid)
    else:
        day = _plain(step, written, base)
    return _relative(written.words, day, where, skipped, anchor)


def _counted(written: Offset) -> str:
    """Return how a day is counted from that of another step, up to the title of that step."""
    if written.is_same_day:
        return "dezelfde dag als"
    return "teruggerekend vanaf" if written.before else "gerekend vanaf"


def meeting(
    step: Step, written: AtMeeting, anchor: Anchor | None, eenheid: Eenheid | None
) -> Resolved:
    """Return the meeting of the step's owner that the words point at.

    Raises:
        ProposalError: the meetings of the owner are not known, or none lies within a year.
    """
    body = eenheid.party(step.owner) if eenheid else None
    if eenheid is None or body is None or body.schedule is None:
        raise ProposalError(
            f"Stap '{step.id}': '{written.words}' kan niet, want van '{step.owner}' zijn geen "
            "vergaderingen bekend. Vul in eenheid.toml 'vergaderingen' in, of noem de dag zelf."
        )
    limit = _limit(written, anchor)
    if written.is_first:
        which, side, found = "eerste", "vanaf", body.schedule.first_from
    else:
        which, side, found = "laatste", "uiterlijk", body.schedule.last_by
    day = found(limit, eenheid.recess)
    if day is None:
        raise ProposalError(
            f"Stap '{step.id}': {body.name} heeft geen vergadering {side} {day_in_words(limit)}. "
            "Vul de vergaderingen in eenheid.toml aan, of noem de dag zelf."
        )
    where = f"de {which} vergadering van {body.name} {side} {full_day_in_words(limit)}"
    known = anchor or Anchor("", Span(day, day), written.is_rough, ())
    return _relative(written.words, day, where, (), known)


def _limit(written: AtMeeting, anchor: Anchor | None) -> date:
    """Return the first day of a first meeting, or the last day of a last one; that day counts."""
    if written.limit:
        return written.limit
    if written.is_first:
        return anchor.span.end + _DAY if anchor else date.max
    return anchor.span.start - _DAY if anchor else date.min


_DAY = timedelta(days=1)


def _relative(
    words: str, day: date, where: str, skipped: tuple[Link, ...], anchor: Anchor
) -> Resolved:
    """Return a counted day: as sure as what it was counted from, and with no words of its own."""
    precision = Precision.APPROXIMATE if anchor.is_rough else Precision.RELATIVE
    one = Due(day, precision, reading=_reading(day, anchor.due))
    links = (Link(day, f"{words}: {where}"), *skipped, *anchor.links)
    return Resolved(Stretch(one, one, precision, in_dutch(words)), links)


def _reading(day: date, counted_from: Due | None) -> Span | None:
    """Return the days that a counted day may be: as many as the one it was counted from."""
    if counted_from is None:
        return None
    known = counted_from.may_be
    return Span(day - (counted_from.day - known.start), day + (known.end - counted_from.day))


def _in_council_weeks(
    step: Step, written: Offset, base: date, eenheid: Eenheid | None
) -> tuple[date, tuple[Link, ...]]:
    if eenheid is None:
        raise ProposalError(
            f"Stap '{step.id}': '{written.words}' kan niet zonder het reces van de eenheid. "
            "Reken in gewone weken."
        )
    count = weeks_before if written.before else weeks_after
    try:
        counted = count(base, written.amount, eenheid.recess)
    except RecessUnknownError:
        raise ProposalError(
            f"Stap '{step.id}': '{written.words}' valt buiten de schoolvakanties die bekend zijn "
            f"({day_in_words(KNOWN_FROM)} tot en met {day_in_words(KNOWN_UNTIL)}). Reken in gewone "
            "weken, of kies een andere dag."
        ) from None
    return counted.day, counted.links[1:]


def _plain(step: Step, written: Offset, base: date) -> date:
    try:
        day = written.from_day(base)
    except (OverflowError, ValueError):
        day = date.max
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ProposalError(
            f"Stap '{step.id}': '{written.words}' valt buiten de jaren {FIRST_YEAR} tot en met "
            f"{LAST_YEAR}. Kies een kortere tijd."
        )
    return day
