# SPDX-License-Identifier: EUPL-1.2
"""The story of the forms has every kind of report and every stage, and is lawful all year round.

Each run of the tests proves that here without a browser; `make nightly` tells it with one.
"""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes, reports
from gehoord.domain.acts.offered import offered
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.procedure import STAGES
from gehoord.flows.record import record_together
from gehoord.store.register import Register
from gehoord.store.state import state_of
from tests.conftest import on_ticking_clock
from tests.engine.filled import Filled
from tests.engine.reported import story
from tests.engine.two_dossiers import NOW, OLDER, open_both

A_DAY = date(2026, 11, 28)


def test_every_kind_of_report_has_its_row_and_every_stage_is_started() -> None:
    told = story(A_DAY)
    assert {one.kind for one in told if isinstance(one, Filled)} == set(KINDS_WITH_FORM)
    assert [one.stage for one in told if not isinstance(one, Filled)] == list(Stage)


@pytest.mark.parametrize("today", ["2027-01-01", "2027-07-25", "2028-02-29"])
def test_what_the_forms_hold_can_be_filled_in_and_is_kept_whatever_the_season(today: str) -> None:
    register, on = on_ticking_clock("sqlite://"), date.fromisoformat(today)
    open_both(register, "d", on)
    for told in story(on):
        name = f"d{told.dossier}"
        if not isinstance(told, Filled):
            assert STAGES[told.stage](register, name, on).name == told.ends
            continue
        assert not told.shows(_state(register, name)), told.kind
        filled = _answers(register, told, on)
        record_together(register, name, reports(told.kind, filled, on), on)
        assert told.shows(_state(register, name)), told.kind
    register.engine.dispose()


def _state(register: Register, name: str) -> State:
    with register.reading() as reader:
        return state_of(reader, name)


def _answers(register: Register, told: Filled, on: date) -> dict[str, Any]:
    """Return what a page sends in; each answer can be chosen, and nothing is missing."""
    states = [_state(register, f"d{name}") for name in (NOW, OLDER)]
    asked = {box.title: box for box in boxes(KINDS_WITH_FORM[told.kind])}
    assert {title for title, box in asked.items() if box.is_required} <= set(told.form)
    answers: dict[str, Any] = {}
    for title, value in told.form.items():
        box = asked[title]
        free = offered(told.kind, box.name, states, on)
        choices = box.choices or None if free is None else free
        given = value if isinstance(value, list) else [value]
        assert choices is None or set(given) <= set(choices), title
        answers[box.name] = value.isoformat() if isinstance(value, date) else value
    return answers
