"""What a card of the board says in Prefect: what is asked, and the state of its run."""

from typing import Final

from gehoord.calendar.due import Stretch, by_in_words
from gehoord.domain.dossier.action import Action

DONE: Final = "De actie is gedaan."
LAPSED: Final = "De actie is vervallen."
UNKNOWN: Final = "De actie staat niet meer in het register."


def lines(action: Action) -> dict[str, str]:
    """Return what a reader of the run sees, by the name of the line."""
    how = f"Leg vast met het formulier 'vastleggen' (stap: {action.step})."
    return {
        "actie": action.title,
        "actiehouder": action.owner_name,
        "uitleg": f"{due(action.days)}. {how}",
    }


def due(days: Stretch | None) -> str:
    """Return by when it is due, as a sentence begins: a month or an approximation stays one."""
    said = by_in_words(days)
    return said[0].upper() + said[1:]


def owed(days: Stretch | None, *, late: bool) -> str:
    """Return by when it is due, and whether that has passed."""
    if days is None or not late:
        return due(days)
    passed = "die dag is voorbij." if days.names_day else "volgens de planning voorbij."
    return f"{due(days)}: {passed}"
