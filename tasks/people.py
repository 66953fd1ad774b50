"""Brings the board of one dossier in line with the actions in the register."""

from datetime import date
from typing import Final

from gehoord.domain.action import Action, ActionState
from gehoord.domain.facts import Facts
from gehoord.tasks.board import BoardReport, sync_board
from gehoord.tasks.card import Card, CardState

_STATES: Final = {
    ActionState.OPEN: CardState.OPEN,
    ActionState.DONE: CardState.DONE,
    ActionState.LAPSED: CardState.LAPSED,
}


def cards_of(facts: Facts) -> list[Card]:
    """Return one card for each action. Moments are spread, so that not all fall late at once."""
    place = {m.code: number for number, m in enumerate(facts.municipalities)}
    names = {m.code: m.name for m in facts.municipalities}
    return [_card(action, facts, place, names) for action in facts.actions]


async def sync_dossier(facts: Facts, on: date) -> BoardReport:
    """Bring the board in line; what fails is in the report and is mended by the next `watch`."""
    return await sync_board(cards_of(facts), facts.dossier.id, on)


def _card(action: Action, facts: Facts, place: dict[str, int], names: dict[str, str]) -> Card:
    tags = [facts.proposal.eenheid, f"fase:{action.stage}"]
    due = action.due_in_words[0].upper() + action.due_in_words[1:]
    explanation = {
        "actie": action.title,
        "actiehouder": action.owner_name,
        "uitleg": f"{due}. Leg vast met het formulier 'vastleggen' (stap: {action.step}).",
    }
    if action.municipality:
        tags.append(f"gemeente:{names[action.municipality]}")
    return Card(
        key=action.id,
        name=action.name,
        due_on=action.due_on,
        due=due,
        names_day=action.names_day,
        tags=tuple(tags),
        state=_STATES[action.state],
        spread_seconds=place.get(action.municipality or "", 0) % 60,
        parameters=explanation,
    )
