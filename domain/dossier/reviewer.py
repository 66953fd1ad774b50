# SPDX-License-Identifier: EUPL-1.2
"""Who reads along with a draft (meelezer): an office or an organisation, never a person by name."""

from datetime import date

from gehoord.domain.dossier.withdrawn import Withdrawable


class Reviewer(Withdrawable):
    """One who is asked to read a draft, besides the parties that the unit knows itself.

    Attributes:
        number: from 1 in each dossier.
        name: of the office or organisation.
        address: one or more, parted by a comma and a blank; empty while none is known.
        added_on: the day on which it was first named.
    """

    id: str
    dossier: str
    number: int
    name: str
    address: str = ""
    added_on: date

    @property
    def key(self) -> str:
        """The key under which it gets its mail."""
        return key_of(self.number)


def key_of(number: int) -> str:
    """Return the key under which the reviewer with a number gets its mail."""
    return f"meelezer {number}"
