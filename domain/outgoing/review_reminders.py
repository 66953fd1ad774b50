# SPDX-License-Identifier: EUPL-1.2
"""Who is reminded that he can still respond to a draft: once, some days before the last day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.calendar.recess import RecessSetting
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.circulated import RoundRead, rounds_read
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.handed import Handed
from gehoord.domain.dossier.ladder import has_ladder, recess_of
from gehoord.domain.dossier.message import Message, MessageKind
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import draft_of
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import recipient_of
from gehoord.domain.proposal.step import StepKind

RUNG: Final = "herinnering"
"""What tells the reminder of a draft from the mail that brought it."""


def reminds_of_draft(message: Message) -> bool:
    """Whether a message reminds a reader of a draft."""
    return message.kind is MessageKind.DRAFT and message.rung.startswith(RUNG)


class ReviewReminder(NamedTuple):
    """A reader who is asked for a response, with what was sent to him last."""

    circulation: Circulation
    reader: SentTo


def reminders_to_respond(state: State, on: date) -> Iterator[ReviewReminder]:
    """Yield who is reminded on a day, or was to be on a day before it.

    It is once, as many days before the last day as the shortest reminder of the proposal for this
    sort of step, and on a day on which he reads his mail. Nobody is reminded of what is voluntary,
    of an older version, or of a round that was done; nor once he responded, after the last day, or
    of what he owes himself.

    Args:
        state: the dossier.
        on: the day.
    """
    for one in rounds_read(state):
        if is_asked(state, one):
            waiting = {reader.recipient for reader in one.waiting} - _owing(state, one.step)
            for each in one.handed:
                if each.reader.recipient in waiting and _is_due(state, each, on):
                    yield ReviewReminder(each.circulation, each.reader)


def _owing(state: State, step: str) -> set[str]:
    """Return who owes a step himself, by the key of his mail: he is reminded of that already."""
    owner = state.as_opened.step(step).owner
    owed = (action.municipality for action in state.owed(step) if has_ladder(state, action))
    return {recipient_of(owner, code) if code else owner for code in owed}


def is_asked(state: State, one: RoundRead) -> bool:
    """Whether responses are still waited for: on the newest version, and not of free will.

    A uitvoeringsplan in concept has a round of its own, which a newer one of it closes.
    """
    newest = state.final
    is_newest = newest is not None and newest.content_id == one.version.content_id
    is_newest = is_newest or draft_of(state, one.version) is not None
    return is_newest and not one.is_voluntary and bool(state.owed(one.step))


def _is_due(state: State, one: Handed, on: date) -> bool:
    until = one.circulation.respond_by
    if until is None or not one.circulation.is_by_mail:
        return False
    recess = recess_of(state, addressee_of(state, one.reader.recipient).municipality)
    day = _day_to_remind(state, one, recess)
    return day is not None and day <= on <= until and reading_day(on, recess) == on


def _day_to_remind(state: State, one: Handed, recess: RecessSetting | None) -> date | None:
    """Return when a reader is reminded; nothing where it came too late, or nobody ever is."""
    circulation = one.circulation
    ladder = state.as_opened.reminders.of(StepKind.CONSULTATION)
    days = min((days for days in ladder.days_before if days), default=None)
    if days is None or circulation.respond_by is None:
        return None
    day = reading_day(circulation.respond_by - timedelta(days=days), recess)
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
