# SPDX-License-Identifier: EUPL-1.2
"""What a form asks about another day for a step."""

from datetime import date
from typing import Annotated, Final

from pydantic import Field

from gehoord.domain.acts.any_report import StepName
from gehoord.domain.acts.asked import Asked
from gehoord.domain.frozen import Frozen

FEWEST_WORDS: Final = 2
"""Words that the reason of a move has at least."""

MOVING: Final = "verplaatsen"
"""The form that gives a step another day; it is no report."""


_OFF: Final = frozenset({"false", "0", "off", "f", "no", "n"})
"""How a switch is turned off, as the model below reads it."""


def only_looks(switch: object) -> bool:
    """Whether the switch, as it was filled in, leaves everything as it is: unless it is off."""
    return str(switch).strip().casefold() not in _OFF


class Moving(Frozen):
    """A step is to come on another day; or one wants to see what would follow from that."""

    step: StepName
    to: date = Field(
        alias="naar", title="Naar welke dag?", description="De nieuwe laatste dag van de stap."
    )
    reason: Annotated[str, Asked(more=f"Ten minste {FEWEST_WORDS} woorden.")] = Field(
        alias="reden",
        max_length=4000,
        title="Waarom verandert de dag?",
        description="Dit komt in het journaal, en woordelijk in de mail aan griffies en anderen.",
    )
    only_look: bool = Field(
        True,
        alias="alleen_bekijken",
        title="Alleen bekijken?",
        description="Aan: u ziet wat zou schuiven, en er verandert niets. "
        "Uit: het gaat meteen door, en wie de oude dag kende, krijgt bericht.",
    )
