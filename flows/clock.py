"""What day it is. Only here a program asks; everything else is told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """Return what day it is for the people of the procedure, in the Netherlands."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
