"""One line of the story on a card."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

INFO: Final = 20
WARNING: Final = 30
"""How Prefect colours a line: a warning stands out."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line, on one line of text.

    Attributes:
        at: the moment (UTC) by which Prefect puts it in order.
        text: what it says; an address in it can be clicked.
        level: ``INFO``, or ``WARNING`` for what is late or did not arrive.
        is_of_head: whether it says what the card is about. What is planned around it may change
            that later: it is written once, when the card is made.
    """

    at: datetime
    text: str
    level: int = INFO
    is_of_head: bool = False
