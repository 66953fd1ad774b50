# SPDX-License-Identifier: EUPL-1.2
"""A step that waits for a report of its own is closed by that, and not by a tick."""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import BodyChose, CandidatesListed, Corrected, StepDone
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import Onward, RefusedError
from tests.domain.checks.cases import changed, opened

STEPS = """[[stap]]
id = "lijst"
titel = "lijst van prioriteiten opstellen"
fase = "themas"
soort = "mijlpaal"
actiehouder = "adviseur"
wanneer = "1 februari 2027"
melding = "kandidaten"

[[stap]]
id = "kiezen"
titel = "twee van de drie kiezen"
fase = "themas"
soort = "vergadering"
actiehouder = "rbop"
wanneer = "9 februari 2027"
kiest = 2

[[stap]]
"""
LISTED, CHOSE, LATER = date(2027, 2, 1), date(2027, 2, 9), date(2027, 2, 11)
LIST = CandidatesListed(on=LISTED, names=("Drugs", "Fraude", "Zorg"))
LONGER = CandidatesListed(on=LISTED, names=("Drugs", "Fraude", "Jeugd", "Zorg"))
CHOICE = BodyChose(on=CHOSE, step="kiezen", chosen=("Drugs", "Zorg"))


def told(*reports: Any) -> State:
    state = opened(changed(("[[stap]]\n", STEPS)))
    for report in reports:
        state = state.after(decided(report, state).changes)
    return state


def back(step: str) -> Corrected:
    return Corrected(on=LATER, step=step, reason="dit was de verkeerde lijst")


def test_a_list_closes_the_step_in_which_it_is_made_and_taken_back_opens_it() -> None:
    assert told(LIST).is_done("lijst")
    assert told(LIST, back("lijst")).owed("lijst")
    again = told(LIST, LONGER, back("lijst"))
    assert again.is_done("lijst"), "the list before counts again"


@pytest.mark.parametrize(
    ("step", "right"),
    [
        ("lijst", Onward("Is de lijst er?", "kandidaten", {})),
        ("kiezen", Onward("Heeft het overleg gekozen?", "keuze", {"stap": "kiezen"})),
        ("themas", Onward("Zijn de thema's gekozen?", "themas", {})),
        ("akkoord", Onward("Is de opdrachtgever akkoord?", "akkoord", {})),
    ],
)
def test_merely_done_is_refused_with_the_report_that_is_right(step: str, right: Onward) -> None:
    state = told()
    with pytest.raises(RefusedError, match=f"'{right.kind}', niet als 'gedaan'") as refused:
        decided(StepDone(on=CHOSE, step=step), state)
    assert refused.value.onward == (right,)
    assert step not in (offered("gedaan", "stap", [state], CHOSE) or ())


def test_of_one_owner_the_right_report_is_filled_in_with_it() -> None:
    with pytest.raises(RefusedError) as refused:
        decided(StepDone(on=CHOSE, step="akkoord", owner="hoofdofficier"), told())
    assert refused.value.onward[0].filled == {"van": "hoofdofficier"}


def test_the_choice_of_one_step_is_taken_back_by_its_step_and_no_other() -> None:
    state = told(LIST, CHOICE)
    assert state.is_done("kiezen")
    assert told(LIST, CHOICE, back("kiezen")).owed("kiezen")


def test_once_the_report_was_made_a_step_that_came_back_may_be_ticked() -> None:
    state = told(LIST)
    [action] = state.actions.where(step="lijst")
    state = state.after(Changes.replacing([(action, action.reopened(LATER))]))
    assert "lijst" in (offered("gedaan", "stap", [state], LATER) or ())
    assert decided(StepDone(on=LATER, step="lijst"), state).said.startswith("Gedaan: lijst")
