"""The cards of a dossier: one for each action."""

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.tasks.board.card import Card
from gehoord.templates.cards import lines


def cards_of(state: State) -> list[Card]:
    """Return one card for each action. Moments are spread, so that not all fall late at once."""
    place = {m.code: number for number, m in enumerate(state.municipalities)}
    names = {m.code: m.name for m in state.municipalities}
    return [_card(action, state, place, names) for action in state.actions]


def _card(action: Action, state: State, place: dict[str, int], names: dict[str, str]) -> Card:
    tags = [state.proposal.eenheid, f"fase:{action.stage}"]
    if action.municipality:
        tags.append(f"gemeente:{names[action.municipality]}")
    return Card(
        key=action.id,
        name=action.name,
        days=action.days,
        tags=tuple(tags),
        state=action.state,
        spread_seconds=place.get(action.municipality or "", 0) % 60,
        parameters=lines(action),
    )
