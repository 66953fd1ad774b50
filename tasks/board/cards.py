"""Brings the board of one dossier in line with the actions in the register."""

from datetime import date

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.state import State
from gehoord.tasks.board.card import Card
from gehoord.tasks.board.sync import BoardReport, sync_board


def cards_of(state: State) -> list[Card]:
    """Return one card for each action. Moments are spread, so that not all fall late at once."""
    place = {m.code: number for number, m in enumerate(state.municipalities)}
    names = {m.code: m.name for m in state.municipalities}
    return [_card(action, state, place, names) for action in state.actions]


async def sync_dossier(state: State, on: date) -> BoardReport:
    """Bring the board in line; what fails is in the report and is mended by the next `watch`."""
    return await sync_board(cards_of(state), state.dossier.id, on)


def _card(action: Action, state: State, place: dict[str, int], names: dict[str, str]) -> Card:
    tags = [state.proposal.eenheid, f"fase:{action.stage}"]
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
        state=action.state,
        spread_seconds=place.get(action.municipality or "", 0) % 60,
        parameters=explanation,
    )
