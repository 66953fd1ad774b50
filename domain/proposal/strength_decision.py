# SPDX-License-Identifier: EUPL-1.2
"""How the distribution of the strength comes about, as far as it was decided beforehand."""

from pydantic import Field

from gehoord.domain.eenheid.written import Name
from gehoord.domain.frozen import Day, Frozen


class StrengthDecision(Frozen):
    """The decision on the way in which the strength is distributed (S000).

    Attributes:
        decided_by: which body decided, as a sentence says it: "het RBOP".
        decided_on: on which day.
        extra: what is distributed besides, in whole sentences.
    """

    decided_by: Name = Field(alias="besloten_door")
    decided_on: Day = Field(alias="besloten_op")
    extra: str = Field("", max_length=4000)
