# SPDX-License-Identifier: EUPL-1.2
"""The bridge between two plans: the short plan that made an earlier one last longer."""

from pydantic import Field

from gehoord.domain.eenheid.written import Name
from gehoord.domain.frozen import Day, Frozen


class Bridge(Frozen):
    """A plan that extended the one before it, until the plan of this procedure begins.

    No statute knows it; S000 tells of the IMV 2023. Names stand as a sentence says them, with
    their lidwoord: "het IMV 2023".

    Attributes:
        plan: the bridging plan.
        extends: the plan that it extended.
        decided_by: which body decided on it; offices and bodies, never names of people.
        decided_on: on which day.
        reason: why, in whole sentences.
        themes: those of the extended plan that went on.
        councils_agreed: whether the councils agreed that the plan might be extended.
        same_content: whether it says what the extended plan says.
    """

    plan: Name
    extends: Name = Field(alias="verlengt")
    decided_by: Name = Field(alias="besloten_door")
    decided_on: Day = Field(alias="besloten_op")
    reason: str = Field("", alias="reden", max_length=4000)
    themes: tuple[Name, ...] = Field((), alias="themas")
    councils_agreed: bool = Field(False, alias="raden_stemden_in")
    same_content: bool = Field(False, alias="inhoud_gelijk")
