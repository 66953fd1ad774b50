# SPDX-License-Identifier: EUPL-1.2
"""One line of the story on a card."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

INFO: Final = 20
WARNING: Final = 30
"""How Prefect colours a line: a warning stands out."""
LONGEST: Final = 1200
"""Signs of a line: of what people wrote less is quoted, so that it is never broken off."""


class StoryPart(StrEnum):
    """A part of a story.

    The head says what the card asks: it is written once, when the card is made, though what is
    planned around it may change. The forms are those that come next, the events what happened.
    """

    HEAD = "head"
    FORM = "form"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line, on one line of text.

    Attributes:
        at: the moment (UTC) by which Prefect puts it in order.
        text: what it says; an address in it can be clicked.
        level: ``INFO``, or ``WARNING`` for what is late or did not arrive.
        part: of the story.
    """

    at: datetime
    text: str
    level: int = INFO
    part: StoryPart = StoryPart.EVENT
