# SPDX-License-Identifier: EUPL-1.2
"""By when the next beleidsplan must be adopted."""

from datetime import date

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.term import last_day
from gehoord.law.politiewet import TERM_TO_ADOPT_AGAIN


def last_lawful_day(previous: date) -> date:
    """Return the last day on which the next plan can be adopted; that day counts.

    A term in years is never extended (Algemene termijnenwet, art. 4).

    Law: Politiewet 2012, art. 39 lid 1.

    >>> last_lawful_day(date(2023, 11, 9))
    datetime.date(2027, 11, 9)
    """
    return last_day(previous, TERM_TO_ADOPT_AGAIN, statutory_holidays()).last_day
