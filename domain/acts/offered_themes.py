# SPDX-License-Identifier: EUPL-1.2
"""What the forms about themes offer: themes, candidates, and whose turn it is to choose."""

from collections.abc import Iterator
from datetime import date

from gehoord.domain.acts.themes import meetings_on_themes
from gehoord.domain.dossier.choices import latest_list
from gehoord.domain.dossier.state import State


def themes(state: State, on: date) -> list[str]:
    """Return the themes that were chosen."""
    besluit = state.themes()
    return [theme.name for theme in besluit.chosen_themes] if besluit else []


def explored_themes(state: State, on: date) -> list[str]:
    """Return what is still explored."""
    besluit = state.themes()
    return [theme.name for theme in besluit.explored_themes] if besluit else []


def turns_to_choose(state: State, on: date) -> Iterator[str]:
    """Yield the steps in which a body still has to choose from a list."""
    for step in state.as_opened.steps:
        if step.chooses and not step.chooses_themes and state.owed(step.id):
            yield step.id


def candidates(state: State, on: date) -> list[str]:
    """Return what can be chosen from."""
    listed = latest_list(state.candidates)
    return list(listed.names) if listed else []


def meetings_to_come(state: State, on: date) -> list[str]:
    """Return the meetings in which can still be decided on a theme."""
    return meetings_on_themes(state)
