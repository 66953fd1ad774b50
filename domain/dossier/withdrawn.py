# SPDX-License-Identifier: EUPL-1.2
"""What was recorded by mistake and is withdrawn: it stays to be seen, and counts nowhere."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self, TypeVar

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.frozen import Frozen


class Withdrawable(Frozen):
    """Something that can be withdrawn, with the day on which it was and why."""

    withdrawn_on: date | None = None
    withdrawn_because: str = ""

    @property
    def counts(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_on is None

    @property
    def withdrawal_in_words(self) -> str:
        """On which day it was withdrawn, and why; nothing while it counts."""
        if self.withdrawn_on is None:
            return ""
        return f"Ingetrokken op {day_in_words(self.withdrawn_on)}: {self.withdrawn_because}"

    def withdraw(self, because: str, on: date) -> Self:
        """Return this withdrawn: it was recorded by mistake."""
        return self.model_copy(update={"withdrawn_on": on, "withdrawn_because": because})


W = TypeVar("W", bound=Withdrawable)


def said_before(items: Iterable[W], item: W, *besides: str) -> bool:
    """Whether one that counts says the same: in all but its id, its number, and these fields.

    The same file under another name says the same too. Who presses a button twice reports the same
    thing twice.
    """
    apart = {"id", "number", "file", *besides}
    same = item.model_dump(exclude=apart)
    return any(other.model_dump(exclude=apart) == same for other in standing(items))


def standing(items: Iterable[W]) -> list[W]:
    """Return what was not withdrawn, in order."""
    return [item for item in items if item.counts]


def free_key(items: Kept[Any], key: str) -> str:
    """Return a key that nothing has yet: what was withdrawn keeps its own.

    >>> from gehoord.domain.dossier.besluit import Besluit, BesluitKind
    >>> adoption = Besluit(id="imv/vaststelling", dossier="imv", kind=BesluitKind.ADOPTION,
    ...                    by="rbop", taken_on=date(2027, 11, 4))
    >>> free_key(Kept([adoption]), "imv/vaststelling"), free_key(Kept(), "imv/vaststelling")
    ('imv/vaststelling/2', 'imv/vaststelling')
    """
    number, found = 1, key
    while items.one(found):
        number += 1
        found = f"{key}/{number}"
    return found
