# SPDX-License-Identifier: EUPL-1.2
"""A table of who agrees with the plan before its adoption, and on which conditions, in Dutch."""

from collections.abc import Iterator
from dataclasses import dataclass

from gehoord.calendar.ical.text import one_line
from gehoord.domain.dossier.assents import AssentOf, assents_of, conditions, maker_in_words
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.state import State
from gehoord.templates.told_assents import gone_in_words
from gehoord.templates.wording import capital


@dataclass(frozen=True, slots=True)
class PresenceRow:
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


def assent_rows(state: State) -> tuple[PresenceRow, ...]:
    """Return a row for each of those who adopt, and one for each further condition.

    Nothing before anybody said something, or a body set a condition.
    """
    assents = assents_of(state)
    each = assents.each if assents.are_recorded else ()
    makers = {one.owner for one in each}
    said = [row for one in each for row in _rows_of(state, one)]
    others = [condition for condition in conditions(state) if condition.by not in makers]
    return (*said, *(_row(state, _maker(state, condition), condition) for condition in others))


def _rows_of(state: State, one: AssentOf) -> Iterator[PresenceRow]:
    """Yield what one who adopts said with his first condition, then his other conditions."""
    who = capital(one.name if one.is_hoofdofficier else f"burgemeester van {one.name}")
    own = [each for each in conditions(state) if each.by == one.owner]
    yield _row(state, who, own[0] if own else None, one.presence, one.answer)
    for condition in own[1:]:
        yield _row(state, who, condition)


def _maker(state: State, condition: Condition) -> str:
    return capital(maker_in_words(state, condition).removeprefix("de "))


def _row(
    state: State,
    who: str,
    condition: Condition | None,
    presence: str = "",
    answer: str = "",
) -> PresenceRow:
    said = (one_line(who), presence, answer)
    if condition is None:
        return PresenceRow(*said)
    gone = gone_in_words(state, condition)
    return PresenceRow(
        *said,
        f"{condition.number}: {one_line(condition.text)}",
        one_line(condition.to_lift_in_words.removeprefix("weg te nemen door ")),
        one_line(gone or "staat open"),
        is_open=not gone,
    )
