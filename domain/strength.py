"""The strength that a beleidsplan distributes, as far as the law sets a norm for it."""

from pydantic import Field

from gehoord.domain.reading import Frozen
from gehoord.law.politiewet import INHABITANTS_PER_WIJKAGENT


class Strength(Frozen):
    """How many wijkagenten (fte) the whole eenheid has, for how many inhabitants."""

    wijkagenten: int = Field(ge=0)
    inhabitants: int = Field(alias="inwoners", ge=1)

    @property
    def norm(self) -> int:
        """The least number of wijkagenten.

        Law: Politiewet 2012, art. 38a lid 1.

        >>> Strength(wijkagenten=298, inhabitants=1_525_000).norm
        305
        """
        return -(-self.inhabitants // INHABITANTS_PER_WIJKAGENT)
