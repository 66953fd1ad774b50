# SPDX-License-Identifier: EUPL-1.2
"""The forms in Prefect are made once, and afterwards only what differs is written."""

import asyncio
import importlib
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.tasks import forms
from gehoord.tasks.board.asking import PrefectAnswerError
from gehoord.tasks.board.sync import BoardUnreachableError
from gehoord.templates.forms import name_of
from gehoord.templates.forms_of_opening import FLOWS_OF_OPENING
from tests.story import ASKED, HEARD, heard
from tests.story_in_register import StoryInRegister, ToldInRegister


class Prefect:
    """The deployments of a Prefect, and what was asked of it."""

    def __init__(self) -> None:
        empty: dict[str, Any] = {"parameter_openapi_schema": {}, "parameters": {}}
        names = ["1-start", "verplaatsen", "wacht", "van-een-ander"]
        self.there = {n: {**empty, "id": n, "name": n} for n in names}
        self.asked: list[str] = []

    async def ask(self, _client: object, method: str, path: str, body: Any) -> Any:
        self.asked.append(method)
        match method, path:
            case "POST", "/deployments/filter":
                return [dict(one) for one in self.there.values()]
            case "POST", "/flows/":
                return {"id": "flow"}
            case "POST", "/deployments/":
                self.there[body["name"]] = {**body, "id": body["name"]}
            case "PATCH", _:
                self.there[path.rpartition("/")[2]] |= body
            case "DELETE", _:
                del self.there[path.rpartition("/")[2]]
        return None


@pytest.fixture
def prefect(monkeypatch: pytest.MonkeyPatch) -> Prefect:
    prefect = Prefect()

    @asynccontextmanager
    async def client() -> Any:
        yield None

    monkeypatch.setattr(forms, "ask", prefect.ask)
    monkeypatch.setattr(forms, "get_client", client)
    return prefect


@pytest.fixture
def story(told: ToldInRegister) -> StoryInRegister:
    return told("asked")


def adjusted(story: StoryInRegister, on: date = HEARD) -> int:
    return asyncio.run(forms.adjust_forms(story.register, on))


def test_each_kind_of_report_has_its_form_after_the_first_time(
    prefect: Prefect, story: StoryInRegister
) -> None:
    adjusted(story, ASKED)
    assert {name_of(kind) for kind in KINDS_WITH_FORM} <= set(prefect.there)
    form = prefect.there["melden-geen-antwoord"]
    assert form["entrypoint"] == "gehoord.flows.forms.geen_antwoord"
    assert form["enforce_parameter_schema"] is False
    assert form["tags"] == ["gehoord"]


def test_the_forms_that_open_a_dossier_are_made_with_the_flow_behind_them(
    prefect: Prefect, story: StoryInRegister
) -> None:
    adjusted(story, ASKED)
    for form in FLOWS_OF_OPENING:
        module, _, name = prefect.there[form]["entrypoint"].rpartition(".")
        flow = getattr(importlib.import_module(module), name)
        assert (flow.name, flow.should_validate_parameters) == (FLOWS_OF_OPENING[form], False)
        assert prefect.there[form]["parameter_openapi_schema"]["properties"]


def test_what_is_right_costs_one_request(prefect: Prefect, story: StoryInRegister) -> None:
    adjusted(story)
    prefect.asked.clear()
    assert adjusted(story) == 0
    assert prefect.asked == ["POST"]


def test_only_the_forms_that_offer_something_else_are_written(
    prefect: Prefect, story: StoryInRegister
) -> None:
    adjusted(story)
    prefect.asked.clear()
    story.does(heard("Hoorn"))
    changed = adjusted(story)
    assert prefect.asked == ["POST", *["PATCH"] * changed]
    assert 0 < changed < len(KINDS_WITH_FORM) / 2
    schema = prefect.there["melden-gehoord"]["parameter_openapi_schema"]
    assert schema["properties"]["gemeenten"]["items"]["enum"] == ["alle", "Haarlem", "Texel"]


def test_a_prefect_without_a_worker_for_them_gets_no_forms(
    prefect: Prefect, story: StoryInRegister
) -> None:
    del prefect.there["verplaatsen"]
    assert adjusted(story) == 0
    assert prefect.asked == ["POST"]


def test_a_deployment_of_somebody_else_is_left_alone(
    prefect: Prefect, story: StoryInRegister
) -> None:
    other = dict(prefect.there["van-een-ander"])
    adjusted(story)
    asyncio.run(forms.remove_former())
    assert prefect.there["van-een-ander"] == other
    assert "wacht" not in prefect.there


def test_a_prefect_that_does_not_answer_is_told_in_dutch(
    prefect: Prefect, story: StoryInRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(*_: object) -> None:
        raise PrefectAnswerError("geen antwoord")

    monkeypatch.setattr(forms, "ask", silent)
    with pytest.raises(BoardUnreachableError, match="De formulieren zijn niet bijgewerkt"):
        adjusted(story)
