# SPDX-License-Identifier: EUPL-1.2
"""Each kind of report has a flow of its own, which judges in Dutch what was filled in."""

import asyncio
import importlib
import inspect
from typing import Any

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows import clock, forms, running
from tests.sentence import assert_sentence
from tests.story import FINAL, HEARD
from tests.story_in_register import StoryInRegister, ToldInRegister


@pytest.fixture
def story(told: ToldInRegister, monkeypatch: pytest.MonkeyPatch) -> StoryInRegister:
    """A dossier of which the councils were asked, and no Prefect around the flow."""
    story = told("asked")

    async def nothing(*_: object) -> Aftermath:
        return Aftermath()

    monkeypatch.setattr(clock, "today", lambda: FINAL)
    monkeypatch.setattr(running, "open_register", lambda: story.register)
    monkeypatch.setattr(running, "follow_up", nothing)
    return story


def filed(kind: str, **filled: Any) -> tuple[str, str]:
    """Return the name of the state in which a form ends, and what it says."""
    ended = asyncio.run(forms.form_of(kind).fn(**{**nothing_in(kind), **filled}))
    return str(ended.name), str(ended.message)


def nothing_in(kind: str) -> dict[str, None]:
    return dict.fromkeys(["dossier", *(box.name for box in boxes(KINDS_WITH_FORM[kind]))])


@pytest.mark.parametrize("kind", KINDS_WITH_FORM)
def test_each_kind_of_report_has_a_flow_that_asks_for_what_it_asks(kind: str) -> None:
    module = importlib.import_module("gehoord.flows.forms")
    flow = getattr(module, kind.replace("-", "_"))
    assert list(inspect.signature(flow.fn).parameters) == list(nothing_in(kind))
    assert flow.should_validate_parameters is False
    assert KINDS_WITH_FORM[kind].summary in flow.description


def test_each_flow_has_a_name_of_its_own() -> None:
    assert len({forms.form_of(kind).name for kind in KINDS_WITH_FORM}) == len(KINDS_WITH_FORM)
    with pytest.raises(AttributeError):
        forms.nothing_of_the_kind  # noqa: B018


def test_several_councils_are_heard_by_one_form(story: StoryInRegister) -> None:
    ended = filed(
        "gehoord",
        dossier="klein",
        gemeenten=["Haarlem", "Texel"],
        antwoord="zienswijze",
        op=HEARD.isoformat(),
    )
    assert ended[0] == "Vastgelegd"
    heard = {h.name for h in story.state.hearings if h.state is HearingState.HEARD}
    assert heard == {"Haarlem", "Texel"}


def test_all_that_were_not_heard_yet_are_heard_in_one_word(story: StoryInRegister) -> None:
    told = {"antwoord": "instemming zonder zienswijze", "op": HEARD.isoformat()}
    assert filed("gehoord", gemeenten=["Hoorn"], **told)[0] == "Vastgelegd"
    name, text = filed("gehoord", gemeenten=["alle"], **told)
    assert name == "Vastgelegd"
    assert_sentence(text, "2 raden zijn gehoord", "Het gaat om Haarlem en Texel")
    assert all(h.state is HearingState.HEARD for h in story.state.hearings)
    name, text = filed("gehoord", gemeenten=["alle"], **told)
    assert name.startswith("Geweigerd")
    assert_sentence(text, "Er is geen raad die het ontwerp kreeg en nog niet is gehoord")


def test_of_several_all_enter_the_register_or_none(story: StoryInRegister) -> None:
    before = story.everything()
    told = {"antwoord": "zienswijze", "op": HEARD.isoformat()}
    name, text = filed("gehoord", gemeenten=["Haarlem", "Texel", "Tessel"], **told)
    assert name == "Geweigerd"
    assert_sentence(text, "'Tessel' is geen gemeente", "'Texel'", "Er is niets vastgelegd")
    assert story.everything() == before


def test_the_only_dossier_need_not_be_named(story: StoryInRegister) -> None:
    assert filed("gedaan", stap="raadpleging-70")[0] == "Vastgelegd"
    [action] = story.state.actions.where(step="raadpleging-70")
    assert (action.state, action.done_on) == (ActionState.DONE, FINAL)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("gedaan", {"dossier": "kleim", "stap": "verwerking"}, "'kleim' bestaat niet"),
    ("gedaan", {"stap": "verwerkink"}, "verwerking"),
    ("gedaan", {}, "vul 'Stap' nog in"),
    ("gedaan", {"stap": "verwerking", "op": "morgen"}, "'op' moet een dag zijn"),
    ("gedaan", {"stap": "verwerking", "op": "2027-12-24"}, "ligt in de toekomst"),
    ("gehoord", {"gemeenten": ["Texel"], "antwoord": "ja"}, "kies uit 'zienswijze'"),
    ("gehoord", {"gemeenten": 7, "antwoord": "zienswijze"}, "moet tekst zijn"),
]


@pytest.mark.parametrize(("kind", "filled", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_refused_in_dutch_and_changes_nothing(
    story: StoryInRegister, kind: str, filled: dict[str, Any], words: str
) -> None:
    before = story.everything()
    name, text = filed(kind, **filled)
    assert name.startswith("Geweigerd")
    assert_sentence(text, words)
    assert story.everything() == before
