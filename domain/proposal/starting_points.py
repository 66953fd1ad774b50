# SPDX-License-Identifier: EUPL-1.2
"""The starting points of a procedure: what was agreed about its plan before it was written."""

from collections.abc import Collection

from pydantic import Field

from gehoord.domain.eenheid.written import Identifier, Name
from gehoord.domain.frozen import Frozen


class StartingPoint(Frozen):
    """One starting point: a few words, and what they mean."""

    name: Name = Field(alias="naam")
    text: str = Field("", alias="tekst", max_length=4000)


class StartingPoints(Frozen):
    """What the plan may be about, how many themes it has at most, and what else was agreed.

    No statute asks for any of it (S003, "uitgangspunten" and "scope IMV").

    Attributes:
        decided_in: the step in which they are decided; nothing when the proposal has none.
        scope: which subjects belong in the plan.
        most_themes: how many themes the plan has at most; nothing when it does not matter.
        points: the starting points themselves, in their order.
    """

    decided_in: Identifier | None = Field(None, alias="besluit")
    scope: str = Field("", alias="reikwijdte", max_length=8000)
    most_themes: int | None = Field(None, alias="hoogstens_themas", ge=1, le=100)
    points: tuple[StartingPoint, ...] = Field((), alias="punt")

    @property
    def are_given(self) -> bool:
        """Whether the proposal has any."""
        return bool(self.scope or self.most_themes or self.points)

    def refuse_other_than(self, steps: Collection[str]) -> None:
        """Refuse a step that the proposal does not have.

        Raises:
            ValueError: its text says what to do.
        """
        if self.decided_in and self.decided_in not in steps:
            raise ValueError(
                f"'uitgangspunten' noemt bij 'besluit' de stap '{self.decided_in}', maar die "
                "bestaat niet; verbeter de naam of voeg de stap toe"
            )
