# SPDX-License-Identifier: EUPL-1.2
"""Rounds in which bodies chose from a list, as people read them."""

from dataclasses import dataclass

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.choices import choice_in, choosing_steps, latest_list, tally_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.eenheid.eenheid import Eenheid


@dataclass(frozen=True, slots=True)
class RoundPart:
    """A list on a page, with who chose what.

    Attributes:
        candidates: each with its rank, how many bodies chose it, and which.
        bodies: each with the day on which it chose.
        waiting: who did not choose yet.
    """

    candidates: tuple[tuple[str, str, str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    waiting: tuple[str, ...]


def round_part(state: State) -> RoundPart | None:
    """Return the list that counts now with what was chosen from it; nothing without a list."""
    listed = latest_list(state.candidates)
    if listed is None:
        return None
    choices = sorted(standing(state.choices), key=lambda each: (each.chosen_on, each.id))
    steps = choosing_steps(state.as_opened)
    still = [s.owner for s in steps if not choice_in(s.id, choices) and not state.has_lapsed(s.id)]
    return RoundPart(
        candidates=tuple(
            (
                each.name,
                each.in_words,
                str(each.votes),
                "; ".join(choice.by_name for choice in choices if choice.has(each.name)),
            )
            for each in tally_of(listed, choices)
        ),
        bodies=tuple((choice.by_name, day_in_words(choice.chosen_on)) for choice in choices),
        waiting=tuple(_name(owner, state.eenheid) for owner in still),
    )


def _name(owner: str, eenheid: Eenheid) -> str:
    return next((party.name for party in eenheid.parties if party.id == owner), owner)
