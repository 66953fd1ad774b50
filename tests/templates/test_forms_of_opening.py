# SPDX-License-Identifier: EUPL-1.2
"""The forms by which a dossier is opened offer what is there, and ask no dossier for nothing."""

import inspect
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from gehoord.domain.acts.opening_forms import LAYING_OUT, OPENING
from gehoord.domain.dossier.state import State
from gehoord.flows.opening_forms import nieuw_dossier, openen
from gehoord.templates.forms_of_opening import forms_of_opening
from tests.templates import small_dossier

ADOPTED = small_dossier.STATE


def fields(form: str, states: list[State]) -> dict[str, dict[str, Any]]:
    shown = forms_of_opening(states, ("klein.toml",), ("limburg",))[form]
    schema = shown["parameter_openapi_schema"]
    Draft202012Validator.check_schema(schema)
    found: dict[str, dict[str, Any]] = schema["properties"]
    return found


def test_each_form_asks_what_its_flow_takes() -> None:
    for form, flow in ((OPENING, openen), (LAYING_OUT, nieuw_dossier)):
        assert set(fields(form, [ADOPTED])) == set(inspect.signature(flow.fn).parameters)


def test_proposals_eenheden_and_adopted_dossiers_are_chosen_from_a_list() -> None:
    assert fields(OPENING, [])["voorstel"]["enum"] == ["klein.toml"]
    laid_out = fields(LAYING_OUT, [ADOPTED])
    assert (laid_out["na"]["enum"], laid_out["eenheid"]["enum"]) == (["klein"], ["limburg"])
    assert laid_out["vaststelling"]["format"] == "date"
    assert laid_out["alleen_bekijken"]["default"] is True
    assert laid_out["verlengen"]["default"] is False


def test_where_no_dossier_is_adopted_nothing_is_asked_about_one() -> None:
    assert list(fields(LAYING_OUT, [])) == [
        "eenheid",
        "vaststelling",
        "vorige",
        "naam",
        "alleen_bekijken",
    ]
