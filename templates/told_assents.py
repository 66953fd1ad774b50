# SPDX-License-Identifier: EUPL-1.2
"""How far who adopts agrees with the plan, and which conditions stand open, in Dutch sentences."""

from collections.abc import Iterator

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.checks.wording import some
from gehoord.domain.dossier.assents import assents_of, has_fallen, maker_in_words, open_conditions
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.passed_on import has_ended_with_maker, holders
from gehoord.domain.dossier.state import State


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
    gone = gone_in_words(state, condition)
    return f"{said}: {text}; {gone or condition.to_lift_in_words}"


def gone_in_words(state: State, condition: Condition) -> str:
    """Return how a condition went; empty while it stands open."""
    if condition.lifted_on:
        day = day_in_words(condition.lifted_on)
        return f"weggenomen op {day}: {condition.lifted_how.rstrip('.')}"
    if not has_fallen(state, condition):
        return ""
    return f"vervallen: {_why_fallen(state, condition)}"


def _why_fallen(state: State, condition: Condition) -> str:
    """Return why nobody asks for a condition any more."""
    if not has_ended_with_maker(state, condition):
        return "wie haar stelde, zei later iets anders"
    if holders(state, condition):
        return "wie haar overnam, zei later iets anders"
    return "de gemeente van wie haar stelde, is er niet meer en heeft hier geen opvolger"
