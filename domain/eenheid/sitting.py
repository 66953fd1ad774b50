# SPDX-License-Identifier: EUPL-1.2
"""At what hour and where a body meets on a day of the plan, and what happens in one meeting."""

import re
from datetime import time
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from gehoord.domain.frozen import Frozen


def _hour(value: Any) -> Any:
    written = isinstance(value, str) and re.fullmatch(r"\d\d:\d\d(:\d\d)?", value)
    if not written and not isinstance(value, time):
        raise ValueError("schrijf een tijd als 09:30:00")
    if isinstance(value, time) and value.microsecond:
        raise ValueError("schrijf een tijd zonder delen van een seconde, als 09:30:00")
    return value


Hour = Annotated[time, BeforeValidator(_hour)]
"""A time of the day in Europe/Amsterdam: a native local time of TOML."""


class Sitting(Frozen):
    """When a meeting begins and ends on its day, and where it is held.

    ``end`` may be unknown; a meeting ends on the day on which it began.
    """

    start: Hour = Field(alias="aanvang")
    end: Hour | None = Field(None, alias="eindigt")
    place: Annotated[str, StringConstraints(max_length=300)] = Field("", alias="plaats")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if any(hour is not None and hour.tzinfo for hour in (self.start, self.end)):
            raise ValueError("een tijd geldt in Nederland; laat de tijdzone weg")
        if self.end is not None and self.end <= self.start:
            raise ValueError("de vergadering eindigt niet na de aanvang; verbeter 'eindigt'")
        return self

    @property
    def in_words(self) -> str:
        """The hour as people write it: ``van 09.30 tot 12.00 uur``."""
        if self.end is None:
            return f"{self.start:%H.%M} uur"
        return f"van {self.start:%H.%M} tot {self.end:%H.%M} uur"
