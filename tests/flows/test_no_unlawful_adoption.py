# SPDX-License-Identifier: EUPL-1.2
"""No sequence of acts whatsoever leads to an unlawful adoption (Politiewet 2012, art. 38b and 39).

The machine acts as people do, lawfully and not, on a real register; a model of its own keeps what
the law asks, and never looks at how the engine decides.
"""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from gehoord.domain.acts.report import CLIENTS_THAT_AGREE
from tests.flows.procedure_machine import Procedure

BOTH: dict[str, date] = dict.fromkeys(CLIENTS_THAT_AGREE, date(2027, 6, 1))
NIGHTLY = bool(os.environ.get("GEHOORD_NIGHTLY"))
PROFILE = (
    settings(max_examples=5000, stateful_step_count=50)
    if NIGHTLY
    else settings(max_examples=60, stateful_step_count=40, derandomize=True, database=None)
)
FEWEST_STEPS = 200_000 if NIGHTLY else 1_200
FEWEST_ADOPTIONS = 1_000 if NIGHTLY else 5


ASIDE = (
    "accept_silence",
    "adopt_the_strength",
    "answer_who_asked",
    "ask_the_adviser",
    "call_a_session_off",
    "call_it_done",
    "correct_the_wording",
    "decide_a_difference",
    "decide_on_a_point",
    "give_one_council_longer",
    "give_the_letterhead",
    "give_the_strength",
    "hold_a_session",
    "look_around",
    "merge",
    "merge_by_mistake",
    "move",
    "move_a_session",
    "plan_a_session",
    "promise_a_chapter",
    "record_by_mistake",
    "reserve_time",
    "respond",
    "say_who_agrees",
    "say_it_otherwise",
    "split_it",
    "take_a_session_back",
    "take_back",
    "take_back_what_it_said",
    "take_back_what_was_decided",
    "take_the_strength_back",
)
"""What people do that brings no adoption nearer: without it a planted fault is found sooner."""


def run(empty: Path, at_most: int, people: type[Procedure] = Procedure) -> None:
    Procedure.empty = empty
    Procedure.adoptions = Procedure.extensions = Procedure.steps = 0
    run_state_machine_as_test(
        people,
        settings=settings(
            PROFILE,
            max_examples=at_most,
            report_multiple_bugs=False,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
            phases=[Phase.generate],
        ),
    )


@pytest.mark.model
def test_no_sequence_of_acts_leads_to_an_unlawful_adoption(empty_sqlite: Path) -> None:
    run(empty_sqlite, PROFILE.max_examples)
    assert Procedure.adoptions >= FEWEST_ADOPTIONS, (
        "too few procedures came to an end to prove anything"
    )
    assert Procedure.steps >= FEWEST_STEPS
    assert Procedure.extensions >= 1
    told = f"{Procedure.adoptions} adoptions ({Procedure.extensions} extensions)"
    print(f"{Procedure.steps} steps, {told}, none unlawful")  # noqa: T201, for -s


@pytest.mark.model
@pytest.mark.parametrize(
    ("place", "planted", "caught"),
    [
        ("gehoord.domain.acts.adoption._unheard", lambda *_: iter(()), "38b lid 2|no ontwerp"),
        (
            "gehoord.domain.acts.adoption._unextended",
            lambda *_: iter(()),
            "no ontwerp|without a recorded ground|without sterkteverdeling",
        ),
        ("gehoord.domain.acts.adoption._missing_parts", lambda *_: iter(()), "sterkteverdeling"),
        (
            "gehoord.domain.acts.adoption.refuse_unless_adopted_by_right",
            lambda *_: None,
            "adopted by a delegation|without the hoofdofficier",
        ),
        ("gehoord.domain.acts.lapse.refuse_to_lapse", lambda *_: None, "lapsed"),
        (
            "gehoord.domain.dossier.state.State.agreements_with",
            lambda *_: BOTH,
            "sent without agreement",
        ),
        (
            "gehoord.domain.acts.hearing.may_leave_without_agreement",
            lambda *_: True,
            "sent without agreement",
        ),
        ("gehoord.domain.acts.reasons.meant", lambda *_: "x", "a reason of the"),
    ],
)
def test_the_machine_catches_a_planted_fault(
    empty_sqlite: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    planted: Callable[..., Any],
    caught: str,
) -> None:
    monkeypatch.setattr(place, planted)
    if "unextended" in place:
        monkeypatch.setattr(Procedure, "extending", ("false",))
    deaf = {"hear": None, "report_heard": lambda *_: None} if "unheard" in place else {}
    straight_on = type("StraightOn", (Procedure,), dict.fromkeys(ASIDE) | deaf)
    with pytest.raises(AssertionError, match=caught):
        run(empty_sqlite, 500, straight_on)  # it stops at the first that is caught
