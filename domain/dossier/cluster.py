# SPDX-License-Identifier: EUPL-1.2
"""Local priorities that a person takes for the same subject."""

from gehoord.domain.dossier.withdrawn import Withdrawable
from gehoord.domain.nearby import folded


class Cluster(Withdrawable):
    """A subject with the wordings of municipalities that come to it.

    Attributes:
        number: from 1 in each dossier.
        members: the wordings; each is in one cluster at most.
    """

    id: str
    dossier: str
    number: int
    name: str
    members: tuple[str, ...]

    def holds(self, wording: str) -> bool:
        """Whether a wording is in it."""
        return folded(wording) in map(folded, self.members)

    def with_members(self, wordings: tuple[str, ...]) -> "Cluster":
        """Return it with these wordings added."""
        new = tuple(wording for wording in wordings if not self.holds(wording))
        return self.model_copy(update={"members": (*self.members, *new)})

    def without(self, wordings: tuple[str, ...]) -> "Cluster":
        """Return it without these wordings: they went to another cluster."""
        gone = set(map(folded, wordings))
        kept = tuple(wording for wording in self.members if folded(wording) not in gone)
        return self.model_copy(update={"members": kept})
