# SPDX-License-Identifier: EUPL-1.2
"""Cards of councils that must be heard by one day."""

from datetime import date
from typing import Any

from gehoord.calendar.due import Stretch
from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.action import ActionState
from gehoord.tasks.board.card import Card

LAST_DAY = date(2027, 10, 15)
BEFORE, AFTER = date(2027, 9, 1), date(2027, 10, 16)


def card(number: int = 0, dossier: str = "proef", **changed: Any) -> Card:
    due_on = changed.pop("due_on", LAST_DAY)
    whole = {
        "key": f"{dossier}-{number}",
        "name": f"Gemeente {number}: raad horen, uiterlijk {day_in_words(due_on)}",
        "days": Stretch.on(due_on),
        "tags": ("eenheid:noord-holland", "fase:horen", f"gemeente:{number}"),
        "state": ActionState.OPEN,
        "spread_seconds": number % 60,
    }
    return Card(**{**whole, **changed})


def cards(count: int, dossier: str, **changed: Any) -> list[Card]:
    return [card(number, dossier, **changed) for number in range(count)]
