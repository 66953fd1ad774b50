# SPDX-License-Identifier: EUPL-1.2
"""A day that lies so many days, weeks or months before or after a step."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of days, weeks or months before or after a step; the step's own day not counted.

    None after it is its own day, the last one where it has more.
    """

    amount: int
    unit: str
    before: bool
    anchor: str
    words: str

    @property
    def counts_council_weeks(self) -> bool:
        """Whether only weeks in which a council can meet count."""
        return self.unit == "raadsweek"

    @property
    def is_same_day(self) -> bool:
        """Whether it is the day of the step itself."""
        return self.amount == 0

    def from_day(self, day: date) -> date:
        """Return the day that lies this far from ``day``, on the plain calendar."""
        signed = -self.amount if self.before else self.amount
        match self.unit:
            case "dag":
                return day + timedelta(days=signed)
            case "week" | "raadsweek":
                return day + timedelta(weeks=signed)
            case "maand":
                return day + relativedelta(months=signed)
            case _:
                return day + relativedelta(years=signed)
