# SPDX-License-Identifier: EUPL-1.2
"""Mail about a day that waits in the outbox when another day takes its place: it leaves no more."""

from collections.abc import Iterable
from typing import Final

from gehoord.domain.acts.act import (
    DaysMoved,
    HeardAfterAll,
    MunicipalitiesMerged,
    News,
    OntwerpSent,
    RespiteTold,
)
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.message import STUCK, Message, MessageKind, MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.store.register import Change
from gehoord.templates.outgoing.moves import KnownDays

_WAITS: Final = (MessageState.WAITING, *STUCK)


def withdraw_outdated(change: Change, state: State, news: News) -> KnownDays:
    """Withdraw what waits and does not hold any more by this news.

    Returns: of whom a mail about a day is withdrawn: the day that he knew before it.
    """
    match news:
        case MunicipalitiesMerged(ceased=ceased, grown=grown):
            _withdraw_of_ceased(change, ceased)
            _withdraw_days_of_hearing(change, state, [grown] if grown else [])
        case OntwerpSent(councils=councils):
            _withdraw_days_of_hearing(change, state, councils)
        case RespiteTold(action=identifier):
            return _withdraw_days(change, state, [identifier])
        case HeardAfterAll(actions=owed):
            _withdraw_ontwerp(change, state, owed)
            return _withdraw_days(change, state, owed)
        case DaysMoved(old=owed):
            return _withdraw_days(change, state, owed)
    return {}


def _withdraw_of_ceased(change: Change, ceased: Iterable[str]) -> None:
    """Withdraw what waits for municipalities that are gone, but for what calls a meeting off."""
    waiting = [m for code in ceased for m in _waiting(change, municipality=code)]
    change.withdraw(m for m in waiting if m.kind is not MessageKind.INVITATION)


def _withdraw_ontwerp(change: Change, state: State, heard: Iterable[str]) -> None:
    """Withdraw the letters that ask councils again about an ontwerp that they were heard on."""
    owed = [state.actions.one(identifier) for identifier in heard]
    councils = {a.municipality for a in owed if a and a.kind is StepKind.HEARING}
    for code in councils:
        letters = change.all(Message, change.dossier_id, municipality=code, letter=Letter.ONTWERP)
        stand = [m for m in letters if m.state is not MessageState.WITHDRAWN]
        change.withdraw(_asking_again(stand))


def _asking_again(letters: list[Message]) -> list[Message]:
    """Return the letters about a version but the first, by which a council has what it answered."""
    first: dict[int | None, int] = {}
    for letter in sorted(letters, key=_round):
        first.setdefault(letter.version, _round(letter))
    return [m for m in letters if _round(m) > first[m.version]]


def _round(letter: Message) -> int:
    return letter.round or 0


def _withdraw_days_of_hearing(change: Change, state: State, councils: Iterable[str]) -> None:
    """Withdraw what tells the griffies of these councils a day to answer: they are asked anew."""
    step = state.as_opened.hearing
    if step:
        codes = set(councils)
        waiting = _waiting(change, kind=MessageKind.MOVED, step=step.id)
        change.withdraw(m for m in waiting if m.recipient in codes)


def _withdraw_days(change: Change, state: State, actions: Iterable[str]) -> KnownDays:
    found = [state.actions.one(identifier) for identifier in actions]
    about = {(a.step, a.owner) for a in found if isinstance(a, Action)}
    waiting = _waiting(change, kind=MessageKind.MOVED)
    outdated = [m for m in waiting if (m.step, m.owner) in about]
    change.withdraw(outdated)
    newest_first = sorted(outdated, key=lambda m: m.edition, reverse=True)
    return {(m.step, m.owner, m.recipient): m.facts[0] for m in newest_first if m.facts}


def _waiting(change: Change, **equal: object) -> list[Message]:
    return [m for s in _WAITS for m in change.all(Message, change.dossier_id, state=s, **equal)]
