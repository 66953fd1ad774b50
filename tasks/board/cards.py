# SPDX-License-Identifier: EUPL-1.2
"""The cards of a dossier: one for each action."""

from collections.abc import Mapping

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.story import Story
from gehoord.tasks.board.card import Card
from gehoord.templates.cards import name
from gehoord.templates.filters import municipality_tag, owner_tag, step_tag


def cards_of(state: State, stories: Mapping[str, Story]) -> list[Card]:
    """Return one card for each action. Moments are spread, so that not all fall late at once."""
    place = {m.code: number for number, m in enumerate(state.municipalities)}
    names = {m.code: m.name for m in state.municipalities}
    return [
        Card(
            key=action.id,
            name=name(stories[action.id]),
            days=action.days,
            tags=tuple(_tags(state, action, names)),
            state=action.state,
            spread_seconds=place.get(action.municipality or "", 0) % 60,
        )
        for action in state.actions
    ]


def _tags(state: State, action: Action, names: Mapping[str, str]) -> list[str]:
    """Return by what a card is found, besides its dossier."""
    tags = [
        f"eenheid:{state.as_opened.eenheid}",
        f"fase:{action.stage}",
        step_tag(action.step),
        owner_tag(action.owner_name),
    ]
    late = state.actions.one(action.about) if action.about else action
    if late and late.municipality:
        tags.append(municipality_tag(names[late.municipality]))
    return tags
