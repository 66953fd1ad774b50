# SPDX-License-Identifier: EUPL-1.2
"""What the first letter explains about the plan, besides what it says of every plan."""

from pydantic import Field

from gehoord.domain.frozen import Frozen
from gehoord.domain.proposal.bridge import Bridge
from gehoord.domain.proposal.ingredient import Ingredient
from gehoord.domain.proposal.strength_decision import StrengthDecision


class Explanation(Frozen):
    """The explanation that a unit gives to its councils; each part is left out where it is absent.

    No statute asks for it; its parts are those of the letter of S000.

    Attributes:
        character: what the plan is for the unit, and what it is not; paragraphs.
        elaboration: where it is worked out: yearly plans, the jaarverslag; paragraphs.
        bridge: the plan before it, if that only extended the one before that.
        ingredients: from what the themes are chosen, in their order.
        strength: how the distribution of the strength comes about.
    """

    character: str = Field("", alias="karakter", max_length=8000)
    elaboration: str = Field("", alias="uitwerking", max_length=8000)
    bridge: Bridge | None = Field(None, alias="overbrugging")
    ingredients: tuple[Ingredient, ...] = Field((), alias="ingredient")
    strength: StrengthDecision | None = Field(None, alias="sterkteverdeling")
