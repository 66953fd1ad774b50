# SPDX-License-Identifier: EUPL-1.2
"""A run that was refused says what could have been chosen, whole, in its own dossier."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes
from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import choosing, clock, forms, hearing, move, running
from gehoord.templates.story.forms import Offered
from tests.story import COUNCILS, FINAL
from tests.story_in_register import StoryInRegister, ToldInRegister


@pytest.fixture
def story(told: ToldInRegister, monkeypatch: pytest.MonkeyPatch) -> StoryInRegister:
    story = told("asked")

    async def nothing(*_: object) -> Aftermath:
        return Aftermath()

    monkeypatch.setattr(clock, "today", lambda: FINAL)
    monkeypatch.setattr(running, "open_register", lambda: story.register)
    monkeypatch.setattr(running, "follow_up", nothing)
    return story


@pytest.fixture
def said(story: StoryInRegister, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What could be chosen, as the run says it."""
    lines: list[str] = []
    monkeypatch.setattr(choosing, "say", lines.extend)
    return lines


def file(kind: str, **filled: Any) -> None:
    nothing = dict.fromkeys(["dossier", *(box.name for box in boxes(KINDS_WITH_FORM[kind]))])
    asyncio.run(forms.form_of(kind).fn(**{**nothing, **filled}))


def test_a_step_that_is_not_there_is_answered_with_those_that_are_open(said: list[str]) -> None:
    file("gedaan", stap="rbop-april-2022")
    [line] = said
    assert line.startswith("Nu te kiezen bij 'Stap' in klein: ")
    assert "verwerking (reacties van de raden verwerken)" in line
    assert "\n" not in line


def test_so_is_a_municipality_and_an_owner(said: list[str]) -> None:
    file("gehoord", gemeenten=["Tessel"], antwoord="zienswijze")
    file("gedaan", stap="verwerking", actiehouders=["niemand"])
    assert said[0].endswith(f"in klein: alle, {', '.join(COUNCILS)}.")
    assert said[1].startswith("Nu te kiezen bij ")


def test_so_is_a_step_to_move(said: list[str]) -> None:
    wrong = {"stap": "verwerkink", "naar": "2027-11-25", "reden": "de zaal is bezet"}
    asyncio.run(move.move_step.fn(**wrong))
    assert "verwerking (reacties van de raden verwerken)" in said[0]


def test_what_was_right_needs_no_choice(said: list[str]) -> None:
    file("gedaan", stap="verwerking", op="morgen")
    file("gedaan", stap="raadpleging-70")
    file("gedaan", dossier="kleim", stap="x")
    assert said == []


def test_who_asked_the_councils_gets_the_form_to_report_all_of_them(
    story: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    pointed: list[tuple[str, Any]] = []

    async def point_ahead(_dossier: str, forms: Iterable[Offered]) -> None:
        pointed.extend((each.form, each.filled) for each in forms)

    monkeypatch.setattr(running, "point_ahead", point_ahead)
    asyncio.run(hearing.hear_councils.fn(dossier="klein"))
    assert pointed == [("melden-gehoord", {"dossier": "klein", "gemeenten": list(COUNCILS)})]
