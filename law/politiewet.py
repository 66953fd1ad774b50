# SPDX-License-Identifier: EUPL-1.2
"""Politiewet 2012 (BWBR0031788): what it asks of the beleidsplan and of hearing the councils."""

from datetime import date
from typing import Final

from gehoord.law.article import Article
from gehoord.law.term import Term, TermUnit

_LAW: Final = "Politiewet 2012"

IN_FORCE_FROM: Final = date(2013, 1, 1)
"""The first day on which the act held."""

OBJECTIVES_OF_MINISTER: Final = Article(_LAW, "20", 1)
"""The minister sets objectives per unit; the beleidsplan is adopted with these observed."""

WIJKAGENT_NORM: Final = Article(_LAW, "38a", 1)
"""At least one wijkagent per 5,000 inhabitants."""
INHABITANTS_PER_WIJKAGENT: Final = 5000

MUNICIPAL_GOALS: Final = Article(_LAW, "38b", 1)
"""Each gemeenteraad sets its own safety goals at least once in four years."""
TERM_OF_MUNICIPAL_GOALS: Final = Term(4, TermUnit.YEARS, MUNICIPAL_GOALS)

HEAR_COUNCILS: Final = Article(_LAW, "38b", 2)
"""Before adoption each burgemeester hears his own gemeenteraad on the ontwerpbeleidsplan."""

GIVE_ACCOUNT: Final = Article(_LAW, "38d")
"""The regioburgemeester gives account to the other burgemeesters, of the use of lid 2 as well."""

ADOPT: Final = Article(_LAW, "39", 1)
"""All burgemeesters and the hoofdofficier adopt the beleidsplan; jaarverslag every year."""
TERM_TO_ADOPT_AGAIN: Final = Term(4, TermUnit.YEARS, ADOPT)
TERM_OF_JAARVERSLAG: Final = Term(1, TermUnit.YEARS, ADOPT)

ADOPT_BY_REGIOBURGEMEESTER: Final = Article(_LAW, "39", 2)
"""If lid 1 fails: the regioburgemeester, in agreement with the hoofdofficier."""

DECIDE_DIFFERENCE: Final = Article(_LAW, "39", 3)
"""No agreement between those two: the difference goes to the minister in writing, who decides it.

The regioburgemeester brings the plan or the jaarverslag into line; the minister adopts neither.
"""

SEND_OUT: Final = Article(_LAW, "39", 4)
"""The adopted plan and each jaarverslag go to the minister and the korpschef."""

APPEAL: Final = Article(_LAW, "39", 5)
"""A burgemeester of the unit may appeal to the minister against a lid-2 adoption."""

IN_LINE_AFTER_APPEAL: Final = Article(_LAW, "39", 6)
"""The regioburgemeester brings the plan into line with the decision on appeal, without consent."""

INSTRUCT: Final = Article(_LAW, "40", 1)
"""The minister may give instructions where the plan does not secure his objectives (art. 20)."""

INSTRUCT_IN_WRITING: Final = Article(_LAW, "40", 2)
"""An instruction is given in writing, after the regioburgemeester was heard."""

IN_LINE_WITH_INSTRUCTION: Final = Article(_LAW, "40", 3)
"""The regioburgemeester brings the plan into line with it where needed, without consent."""

BASES: Final = {"39-1": ADOPT, "39-2": ADOPT_BY_REGIOBURGEMEESTER, "39-3": DECIDE_DIFFERENCE}
"""On what ground a plan or a jaarverslag is adopted, by the word with which people report it."""

BASES_OF_CHANGE: Final = {"beroep": IN_LINE_AFTER_APPEAL, "aanwijzing": IN_LINE_WITH_INSTRUCTION}
"""By what an adopted plan may change without new consent, by the word for it."""
