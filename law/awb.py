# SPDX-License-Identifier: EUPL-1.2
"""Algemene wet bestuursrecht (BWBR0005537): careful preparation, and the appeal of lid 2."""

from typing import Final

from gehoord.law.article import Article
from gehoord.law.term import Term, TermUnit

_LAW: Final = "Algemene wet bestuursrecht"

CAREFUL_PREPARATION: Final = Article(_LAW, "3:2")
"""A besluit is prepared with care: facts and interests are known before it is taken."""

ANNOUNCE: Final = Article(_LAW, "3:41", 1)
"""A besluit is announced to those it is aimed at, by sending it or handing it over."""

APPEAL_NOTICE: Final = Article(_LAW, "3:45", 1)
"""The announcement says that appeal is open, by whom, within which term and with whom."""

LODGE_APPEAL: Final = Article(_LAW, "6:7")
"""An appeal is lodged within six weeks."""
TERM_TO_LODGE: Final = Term(6, TermUnit.WEEKS, LODGE_APPEAL)

TERM_STARTS: Final = Article(_LAW, "6:8", 1)
"""That term starts on the day after the announcement."""

LODGED_IN_TIME: Final = Article(_LAW, "6:9", 1)
"""In time: received before the end of the term."""

POSTED_IN_TIME: Final = Article(_LAW, "6:9", 2)
"""In time as well: posted before the end, and received no later than a week after it."""
TERM_TO_RECEIVE_POST: Final = Term(1, TermUnit.WEEKS, POSTED_IN_TIME)

LODGED_EARLY: Final = Article(_LAW, "6:10", 1)
"""Lodged before the term began: in time, if the besluit had been taken."""

HEAR_APPELLANT: Final = Article(_LAW, "7:16", 1)
"""Who appeals is given the opportunity to be heard before the decision."""

NO_SUSPENSION: Final = Article(_LAW, "6:16")
"""An appeal does not suspend the besluit it is aimed at."""

DECIDE_APPEAL: Final = Article(_LAW, "7:24", 1)
"""A decision within sixteen weeks, from the day after the term to lodge has ended."""
TERM_TO_DECIDE: Final = Term(16, TermUnit.WEEKS, DECIDE_APPEAL)

POSTPONE_DECISION: Final = Article(_LAW, "7:24", 4)
"""The decision may be postponed by at most ten weeks."""
TERM_TO_POSTPONE: Final = Term(10, TermUnit.WEEKS, POSTPONE_DECISION)
