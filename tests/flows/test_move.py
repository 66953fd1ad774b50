# SPDX-License-Identifier: EUPL-1.2
"""The form of moving shows every consequence before anything changes."""

import asyncio
from typing import Any

import pytest

from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import clock, move, running
from tests.sentence import assert_sentence
from tests.story import HEARD
from tests.story_in_register import StoryInRegister, ToldInRegister

WANTED = {"stap": "verwerking", "naar": "2027-10-25", "reden": "de zaal is bezet"}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the run showed beside it."""
    texts: list[str] = []

    async def show(_title: str, text: str) -> str:
        texts.append(text)
        return "http://hier"

    monkeypatch.setattr(move, "show_beside_run", show)
    return texts


@pytest.fixture
def story(told: ToldInRegister, monkeypatch: pytest.MonkeyPatch) -> StoryInRegister:
    story = told("asked")

    async def nothing(*_: object) -> Aftermath:
        return Aftermath()

    monkeypatch.setattr(clock, "today", lambda: HEARD)
    monkeypatch.setattr(running, "open_register", lambda: story.register)
    monkeypatch.setattr(running, "follow_up", nothing)
    return story


def moved(**filled: Any) -> tuple[str, str]:
    ended = asyncio.run(move.move_step.fn(**{**WANTED, **filled}))
    return str(ended.name), str(ended.message)


def test_a_look_shows_a_table_and_changes_nothing(story: StoryInRegister, shown: list[str]) -> None:
    before = story.everything()
    name, text = moved(alleen_bekijken=True)
    assert (name, text) == ("Alleen bekeken: 1 actie schuift mee", "Er is niets veranderd.")
    assert story.everything() == before
    [table] = shown
    assert "25 oktober 2027" in table


def test_what_was_looked_at_is_what_happens(story: StoryInRegister, shown: list[str]) -> None:
    moved(alleen_bekijken=True)
    assert moved(alleen_bekijken=False)[0] == "Verplaatst"
    assert shown[0] == shown[1]


def test_the_form_looks_unless_somebody_turns_that_off(
    story: StoryInRegister, shown: list[str]
) -> None:
    before = story.everything()
    for unsaid in ({}, {"alleen_bekijken": None}):
        assert moved(**unsaid)[0].startswith("Alleen bekeken")
    assert story.everything() == before
    assert moved(alleen_bekijken="false")[0] == "Verplaatst"


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"naar": "volgende week"}, "'naar' moet een dag zijn"),
    ({"naar": None}, "vul 'Naar welke dag?' nog in"),
    ({"stap": "verwerkink"}, "verwerking"),
    ({"reden": "x"}, "Geef de reden"),
    ({"alleen_bekijken": "misschien"}, "'alleen_bekijken' is aan of uit"),
]


@pytest.mark.parametrize(("filled", "words"), WRONG)
def test_a_wrong_value_is_refused_in_dutch(
    story: StoryInRegister, shown: list[str], filled: dict[str, Any], words: str
) -> None:
    before = story.everything()
    name, text = moved(**filled)
    assert name.startswith("Geweigerd")
    assert_sentence(text, words)
    assert (story.everything(), shown) == (before, [])
