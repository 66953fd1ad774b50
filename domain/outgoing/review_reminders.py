"""Who is reminded that he can still respond to a draft: once, some days before the last day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.dossier.circulated import RoundRead, rounds_read
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.handed import Handed
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.proposal.step import StepKind

RUNG: Final = "herinnering"
"""What tells the reminder of a draft from the mail that brought it."""


def reminds_of_draft(message: Message) -> bool:
    """Whether a message reminds a reader of a draft."""
    return message.kind is MessageKind.DRAFT and message.rung == RUNG


class ReviewReminder(NamedTuple):
    """A reader who is asked for a response, with what was sent to him last."""

    circulation: Circulation
    reader: SentTo


def reminders_to_respond(state: State, on: date) -> Iterator[ReviewReminder]:
    """Yield who is reminded on a day, or was to be on a day before it.

    It is once, as many days before the last day as the shortest reminder of the proposal for this
    sort of step. Nobody is reminded of what is voluntary, of an older version, or of a round that
    was done; nor once he responded, or after the last day.

    Args:
        state: the dossier.
        on: the day.
    """
    for one in rounds_read(state):
        if is_asked(state, one):
            for each in one.handed:
                if each.reader in one.waiting and _is_due(state, each, on):
                    yield ReviewReminder(each.circulation, each.reader)


def is_asked(state: State, one: RoundRead) -> bool:
    """Whether responses are still waited for: on the newest version, and not of free will."""
    newest = state.final
    is_newest = newest is not None and newest.content_id == one.version.content_id
    return is_newest and not one.is_voluntary and bool(state.owed(one.step))


def _is_due(state: State, one: Handed, on: date) -> bool:
    day, last = _day_to_remind(state, one), one.circulation.respond_by
    if day is None or last is None or not one.circulation.is_by_mail:
        return False
    return day <= on <= last


def _day_to_remind(state: State, one: Handed) -> date | None:
    """Return when a reader is reminded; nothing where it came too late, or nobody ever is."""
    circulation = one.circulation
    ladder = state.as_opened.reminders.of(StepKind.CONSULTATION)
    days = min((days for days in ladder.days_before if days), default=None)
    if days is None or circulation.respond_by is None:
        return None
    day = reading_day(circulation.respond_by - timedelta(days=days))
    return day if one.left_on < day <= circulation.respond_by else None


def why_it_stays(state: State, message: Message, on: date) -> str:
    """Return in Dutch why a draft, or what reminds of it, leaves no more; empty when it does.

    Args:
        state: the dossier.
        message: with a draft, or that reminds of one.
        on: the day on which it would leave; one on the last day to respond still does.
    """
    if reminds_of_draft(message):
        return "" if _is_still_awaited(state, message, on) else "er wordt niet meer op gewacht"
    circulation = next(iter(standing(state.circulations.where(number=message.edition))), None)
    if circulation is None:
        return "het versturen is teruggenomen"
    if not state.owed(circulation.step):
        return f"stap '{circulation.step}' is gedaan of vervallen"
    if circulation.respond_by and circulation.respond_by < on:
        return f"de laatste dag om te reageren, {day_in_words(circulation.respond_by)}, is voorbij"
    return ""


def _is_still_awaited(state: State, message: Message, on: date) -> bool:
    """Whether what a reminder of a draft asks is still asked on the day on which it leaves."""
    return any(
        each.number == message.edition and each.respond_by is not None and on <= each.respond_by
        for one in rounds_read(state)
        if is_asked(state, one) and message.recipient in {each.recipient for each in one.waiting}
        for each in one.sent
    )
