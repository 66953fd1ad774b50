# SPDX-License-Identifier: EUPL-1.2
"""Whose letters go to the adviser, because nobody knows where to reach them."""

from collections.abc import Iterator
from typing import Final

from gehoord.calendar.dutch import alphabetical, enumeration
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import BURGEMEESTERS, SAFETY_OFFICIALS
from gehoord.domain.proposal.stage import Stage

_BY_WAY_OF_ADVISER: Final = {
    BURGEMEESTERS: "de burgemeester",
    SAFETY_OFFICIALS: "de ambtenaar openbare orde en veiligheid",
}
_MOST_NAMES: Final = 8


def unreached(state: State, stage: Stage) -> str:
    """Return in one line who of those that a stage writes to has no address; empty when all have.

    Griffies are left out: what is for them waits until their address is known, and says so itself.
    """
    said = list(_each(state, stage))
    if not said:
        return ""
    return (
        f"Geen mailadres bekend van {enumeration(said)}: die brieven gaan naar u, om door te "
        "sturen. Leg een adres vast met 'gehoord record adres'."
    )


def _each(state: State, stage: Stage) -> Iterator[str]:
    """Yield each party that is written to, with its municipalities of which no address is known."""
    steps = [step for step in state.as_opened.steps if step.stage is stage and step.stands]
    for party, name in _BY_WAY_OF_ADVISER.items():
        if any(party in step.to for step in steps) and (missing := _without_address(state, party)):
            yield f"{name} van {enumeration(shortened(missing))}"


def _without_address(state: State, party: str) -> list[str]:
    return alphabetical(m.name for m in state.living if not m.address_of(party))


def shortened(names: list[str]) -> list[str]:
    """Return names for a sentence, no more than eight of them."""
    if len(names) <= _MOST_NAMES:
        return names
    return [*names[: _MOST_NAMES - 1], f"nog {len(names) - _MOST_NAMES + 1} andere"]
