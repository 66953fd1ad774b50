# SPDX-License-Identifier: EUPL-1.2
"""The page on which a calendar is handed in, and what was understood of it is read."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Final

from gehoord.calendar.dutch import alphabetical, day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.access import Access
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.understood import Understood
from gehoord.domain.dossier.whose_calendar import whose_calendar
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.templates.understood import rows_of, sentences_of
from gehoord.templates.wording import capital

BY_NAME: Final = "naam"
"""What counts unless somebody chooses otherwise: what is a meeting of the council by its name."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose in the form.

    Attributes:
        who: whose calendar it is, as people name it.
        which: of its entries count: by their ``naam``, those with a ``woord``, or ``alles``.
        word: that word.
    """

    who: str = ""
    which: str = BY_NAME
    word: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was understood of a calendar.

    Attributes:
        rows: the day, the entry, and whether it counts.
        sentences: what the rows do not show.
        told: what it means for the procedure.
        name: what the file is called.
        is_other: whether it came to something else when it was looked at before.
        waits: by what the file that waits is known; empty as long as none does.
    """

    rows: tuple[tuple[str, ...], ...]
    sentences: tuple[str, ...]
    told: str
    name: str
    is_other: bool
    waits: str = ""

    @classmethod
    def of(cls, found: Understood, told: str, name: str, *, is_other: bool) -> "Seen":
        """Return what was understood, as people read it."""
        rows, sentences = tuple(rows_of(found)), tuple(sentences_of(found))
        return cls(rows, sentences, told, one_line(name), is_other)

    @property
    def mark(self) -> str:
        """By what this is known: who agreed to it agreed to nothing else."""
        return hashlib.sha256(
            json.dumps([self.rows, self.sentences, self.told]).encode()
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class KnownCalendar:
    """A calendar that was read before: whose, on which day, from what, and the meetings to come."""

    who: str
    read_on: str
    source: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    """What is read of the meetings of one or all.

    Attributes:
        plan: the procedure, and ``eenheid`` the unit.
        whose: who meets, where that is no choice; empty for the adviser.
        names: whom the adviser can choose.
        known: the calendars that were read before.
        key: the hidden key of the forms.
        wrong: why what was done was refused; empty when it was not.
        told: what was recorded.
    """

    plan: str
    eenheid: str
    whose: str
    names: tuple[str, ...]
    known: tuple[KnownCalendar, ...]
    chosen: Chosen
    key: str
    wrong: str
    seen: Seen | None
    told: str

    @classmethod
    def of(
        cls,
        state: State,
        names: tuple[str, ...],
        chosen: Chosen,
        *,
        key: str,
        wrong: str,
        seen: Seen | None,
        told: str,
        is_adviser: bool,
        on: date,
    ) -> "MeetingsPage":
        """Return the page for a dossier; the arguments are its attributes."""
        [own, *_] = names
        return cls(
            plan=one_line(state.proposal.title),
            eenheid=one_line(state.dossier.eenheid_name),
            whose="" if is_adviser else whose_calendar(state, own).in_words,
            names=names if is_adviser else (),
            known=tuple(_known(state, name, on) for name in names if _is_known(state, name)),
            chosen=chosen, key=key, wrong=wrong, seen=seen, told=told,
        )  # fmt: skip

    @property
    def heading(self) -> str:
        """What the page is about now."""
        if self.told:
            return "Vastgelegd"
        if self.seen:
            return "Dit is begrepen van de agenda"
        return f"Vergaderingen van {self.whose or 'raden en overleggen'}"


def who_may_be_named(state: State, access: Access) -> tuple[str, ...]:
    """Return of whom a party may hand in a calendar: itself, and the adviser of everybody."""
    councils = {m.code: m.name for m in state.living}
    bodies = {p.id: p.short_name for p in state.eenheid.parties}
    if access.recipient == ADVISER:
        return (*alphabetical(councils.values()), *bodies.values())
    own = (councils | bodies).get(access.recipient)
    return (own,) if own else ()


def _is_known(state: State, name: str) -> bool:
    return whose_calendar(state, name).key in state.opened.meetings


def _known(state: State, name: str, on: date) -> KnownCalendar:
    whose = whose_calendar(state, name)
    known = state.opened.meetings[whose.key]
    days = tuple(day_in_words(day) for day in known.days if day >= on)
    who = capital(one_line(whose.in_words))
    return KnownCalendar(who, day_in_words(known.read_on), one_line(known.source), days)
