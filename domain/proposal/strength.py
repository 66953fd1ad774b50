# SPDX-License-Identifier: EUPL-1.2
"""The strength that a beleidsplan distributes, as far as the law sets a norm for it."""

from typing import Self

from pydantic import Field, model_validator

from gehoord.domain.frozen import Frozen
from gehoord.law.politiewet import INHABITANTS_PER_WIJKAGENT


class Strength(Frozen):
    """How many wijkagenten (fte) the whole eenheid has, for how many inhabitants.

    ``stated_norm`` stands in the place of the inhabitants when a plan names the least number of
    wijkagenten alone, as that of 2019-2022 does. One of the two is given.
    """

    wijkagenten: int = Field(ge=0)
    inhabitants: int | None = Field(None, alias="inwoners", ge=1)
    stated_norm: int | None = Field(None, alias="norm", ge=1)

    @model_validator(mode="after")
    def _one_ground(self) -> Self:
        if (self.inhabitants is None) is (self.stated_norm is None):
            raise ValueError("geef bij de sterkte 'inwoners' of 'norm', een van beide")
        return self

    @property
    def norm(self) -> int:
        """The least number of wijkagenten.

        Law: Politiewet 2012, art. 38a lid 1.

        >>> Strength(wijkagenten=298, inhabitants=1_525_000).norm
        305
        """
        return self.stated_norm or wijkagent_norm(self.inhabitants or 0)


def wijkagent_norm(inhabitants: int) -> int:
    """Return the least number of wijkagenten for so many inhabitants of the whole unit.

    Law: Politiewet 2012, art. 38a lid 1.

    >>> wijkagent_norm(1_525_000), wijkagent_norm(1_525_001)
    (305, 306)
    """
    return -(-inhabitants // INHABITANTS_PER_WIJKAGENT)
