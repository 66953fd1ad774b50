# SPDX-License-Identifier: EUPL-1.2
"""Who agrees with the plan before its adoption, and which conditions stand open, in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.ical.text import one_line
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.assents import (
    assents_of,
    conditions,
    has_fallen,
    maker_in_words,
    open_conditions,
)
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.state import State
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class ToldAssent:
    """One of those who adopt, with what he said and a condition of his; else empty.

    A further condition has a row of its own, without what he said.
    """

    who: str
    presence: str
    answer: str
    condition: str = ""
    lifted_by: str = ""
    standing: str = ""
    is_open: bool = False


def assents_in_words(state: State) -> Iterator[str]:
    """Yield how far they agree, and each open condition; nothing before anybody said something.

    Law: Politiewet 2012, art. 39 lid 1.
    """
    assents = assents_of(state)
    if assents.are_recorded and not state.adoption:
        agreed = sum(one.agrees for one in assents.each)
        lacking = [f"{one.name} ({one.why_not})" for one in assents.lacking]
        rest = f" Niet: {some(lacking)}." if lacking else ""
        yield f"Instemming met het plan: {agreed} van {len(assents.each)}.{rest}"
    for each in open_conditions(state):
        yield f"{condition_in_words(state, each)}."


def condition_in_words(state: State, condition: Condition) -> str:
    """Return whose condition it is, what it says, and how it goes or went."""
    said = f"Voorwaarde {condition.number} van {maker_in_words(state, condition)}"
    text = condition.text.rstrip(".")
    gone = _gone_in_words(state, condition)
    return f"{said}: {text}; {gone or condition.to_lift_in_words}"


def _gone_in_words(state: State, condition: Condition) -> str:
    """Return how a condition went; empty while it stands open."""
    if condition.lifted_on:
        day = day_in_words(condition.lifted_on)
        return f"weggenomen op {day}: {condition.lifted_how.rstrip('.')}"
    return (
        "vervallen: wie haar stelde, zei later iets anders" if has_fallen(state, condition) else ""
    )


def told_assents(state: State) -> tuple[ToldAssent, ...]:
    """Return a row for each of those who adopt, and one for each further condition.

    Nothing before anybody said something, or a body set a condition.
    """
    known = assents_of(state)
    rows = []
    for one in known.each if known.are_recorded else ():
        own = [each for each in conditions(state) if each.by == one.owner]
        who = one.name if one.is_hoofdofficier else f"burgemeester van {one.name}"
        first = own[0] if own else None
        rows.append(_row(state, capital(who), first, one.presence, one.answer))
        rows += [_row(state, capital(who), each) for each in own[1:]]
    makers = {one.owner for one in known.each} if known.are_recorded else set()
    others = [each for each in conditions(state) if each.by not in makers]
    rows += [
        _row(state, capital(maker_in_words(state, each).removeprefix("de ")), each)
        for each in others
    ]
    return tuple(rows)


def _row(
    state: State,
    who: str,
    condition: Condition | None,
    presence: str = "",
    answer: str = "",
) -> ToldAssent:
    said = (one_line(who), presence, answer)
    if condition is None:
        return ToldAssent(*said)
    gone = _gone_in_words(state, condition)
    return ToldAssent(
        *said,
        f"{condition.number}: {one_line(condition.text)}",
        one_line(condition.to_lift_in_words.removeprefix("weg te nemen door ")),
        one_line(gone or "staat open"),
        is_open=not gone,
    )
