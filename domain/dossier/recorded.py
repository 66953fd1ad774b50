# SPDX-License-Identifier: EUPL-1.2
"""What one entry of the journal says, with the objects in it as they became."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from gehoord.domain.frozen import Frozen

T = TypeVar("T", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry of the journal as it was meant.

    Attributes:
        at: the moment (UTC) it was written; ``on`` is the day it is about.
        by: the office that recorded it.
        event: what sort of change it was, in Dutch.
        text: what happened, in the words of who recorded it; may be empty.
        objects: what changed, as it then became. What an older version wrote otherwise is left out.
    """

    at: datetime
    on: date
    by: str
    event: str
    text: str
    objects: tuple[Frozen, ...]

    def of(self, kind: type[T]) -> list[T]:
        """Return what objects of one kind became."""
        return [item for item in self.objects if isinstance(item, kind)]
