# SPDX-License-Identifier: EUPL-1.2
"""As long as nothing is recorded, findings change only on the days that a case names."""

from datetime import date, timedelta

import pytest

from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.state import State
from gehoord.domain.finding import Finding
from tests.domain.checks.cases import ADOPTED, adopted, done, heard, holding, opened
from tests.domain.checks.test_dossier import zienswijze

FIRST, LAST = date(2026, 11, 20), date(2028, 6, 30)
STATES = {
    "opened": opened(),
    "heard": heard(opened()),
    "waiting": holding(heard(opened()), zienswijzen=[zienswijze(date(2027, 9, 16))]),
    "adopted": adopted(heard(opened())),
    "not announced": adopted(heard(opened()), basis="39-2"),
    "open to appeal": adopted(heard(opened()), basis="39-2", announced_on=ADOPTED),
    "sent to the minister": done(adopted(heard(opened())), "toezending-minister", LAST),
}


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_between_the_days_it_names_a_case_is_judged_alike(state: State) -> None:
    said: list[Finding] = []
    until = FIRST
    for number in range((LAST - FIRST).days):
        on = FIRST + timedelta(days=number)
        case = Case.of_dossier(state, on)
        found = findings(case)
        if on < until:
            assert found == said, on
        else:
            said, until = found, case.stands_until()
