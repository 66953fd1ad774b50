# SPDX-License-Identifier: EUPL-1.2
"""A dispatch: one letter as it went out on one day, with what was known of it then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gehoord.calendar.ical.zone import AMSTERDAM
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.journal import JournalEntry, changes_of
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion, latest
from gehoord.domain.proposal.step import Letter


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One letter to everybody who got it on one day.

    Attributes:
        step: the notice it belongs to; ``title`` is what the plan calls it.
        on: the day on which it was put in the outbox.
        messages: one for each recipient.
        version: the version it is about, if it is about one.
        agreements: of the clients with that version, up to that day; for the ontwerp alone.
        reasons: recorded up to and including that day.
    """

    step: str
    title: str
    letter: str
    on: date
    messages: tuple[Message, ...]
    version: DraftVersion | None
    agreements: tuple[Besluit, ...]
    reasons: tuple[Reason, ...]


def dispatches(
    state: State, messages: Iterable[Message], entries: Iterable[JournalEntry]
) -> list[Dispatch]:
    """Return every letter that was put in the outbox, the first one first; a trial is none.

    Args:
        state: the dossier.
        messages: all its messages; those without a letter are left out.
        entries: its journal. A reason that was dated back counts from the day it was recorded.
    """
    kept_on = first_recorded(entries)
    rounds: dict[tuple[date, str, int | None], list[Message]] = {}
    for message in sorted(messages, key=lambda m: (m.created_on, m.id)):
        if letter_of(message) is not None and not message.is_trial:
            key = (message.created_on, step_of(message), message.version)
            rounds.setdefault(key, []).append(message)
    return [
        _dispatch(state, on, step, number, tuple(sent), kept_on)
        for (on, step, number), sent in rounds.items()
    ]


def step_of(message: Message) -> str:
    """Return the step a message is about; what is about none goes by its sort."""
    return message.step or str(message.kind)


def letter_of(message: Message) -> str | None:
    """Return the letter of a message as HTML, or nothing when it is a mail alone."""
    return next((a.content for a in message.attachments if a.is_letter), None)


def first_recorded(entries: Iterable[JournalEntry]) -> dict[str, date]:
    """Return the day (Europe/Amsterdam) on which the journal first spoke of each object, by id."""
    days: dict[str, date] = {}
    for entry in entries:
        for _, key in changes_of(entry) or {}:
            days.setdefault(key, entry.at.astimezone(AMSTERDAM).date())
    return days


def in_turn(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons in the order in which they were given."""
    return tuple(sorted(reasons, key=lambda r: (r.given_on, len(r.id), r.id)))


def _dispatch(
    state: State,
    on: date,
    step: str,
    number: int | None,
    messages: tuple[Message, ...],
    kept_on: Mapping[str, date],
) -> Dispatch:
    letter = str(messages[0].letter or "")
    version = _version(state, letter, number, on)
    queued_on = max((kept_on.get(m.id, date.max) for m in messages), default=date.max)
    agreed = _agreements(state, version, on) if version and letter == Letter.ONTWERP else []
    known = [r for r in _given(state, on) if kept_on.get(r.id, date.min) <= queued_on]
    title = next((line.title for line in state.lines if line.step == step), step)
    return Dispatch(step, title, letter, on, messages, version, tuple(agreed), in_turn(known))


def _given(state: State, on: date) -> list[Reason]:
    """Return the reasons that were given on a day, and not taken back by then."""
    given = [r for r in state.reasons if r.given_on <= on]
    return [r for r in given if r.withdrawn_on is None or r.withdrawn_on > on]


def _agreements(state: State, version: DraftVersion, on: date) -> list[Besluit]:
    """Return the agreements of the clients with a version, up to and including a day."""
    given = state.besluiten_on(BesluitKind.AGREEMENT, version=version.content_id)
    return [besluit for besluit in given if besluit.taken_on <= on]


def _version(state: State, letter: str, number: int | None, on: date) -> DraftVersion | None:
    """Return the version a letter is about: the one it names, else the newest of that day."""
    if named := next((v for v in state.versions if v.number == number), None):
        return named
    made = [v for v in state.versions if v.made_on <= on]
    if letter == Letter.ONTWERP:
        return latest(made, ontwerp=True)
    return latest(made) if letter in (Letter.ADOPTION, Letter.SEND_OUT) else None
