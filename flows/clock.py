# SPDX-License-Identifier: EUPL-1.2
"""What day and moment it is. Only here a program asks; everything else is told."""

from datetime import UTC, date, datetime

from gehoord.calendar.ical.zone import AMSTERDAM


def today() -> date:
    """Return what day it is for the people of the procedure, in the Netherlands."""
    return datetime.now(AMSTERDAM).date()


def now() -> datetime:
    """Return which moment it is, in UTC."""
    return datetime.now(UTC)
