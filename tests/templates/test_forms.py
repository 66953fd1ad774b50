# SPDX-License-Identifier: EUPL-1.2
"""A form as the pages of Prefect read it: Dutch titles, an order, dates, and what is open now."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from gehoord.domain.acts.form import KINDS_WITH_FORM, reports
from gehoord.domain.acts.report import VersionMade
from gehoord.domain.dossier.kept import Kept
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_table import TableStands
from gehoord.domain.errors import Onward
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.forms import about, forms, name_of, onward_lines
from gehoord.templates.links import Links
from tests.tables_of_strength import kept, of_s002
from tests.templates import small_dossier

ON = date(2027, 11, 10)
FORMS = forms([small_dossier.STATE], ON)


def fields(form: str, states: list[State] | None = None) -> dict[str, dict[str, Any]]:
    shown = FORMS if states is None else forms(states, ON)
    found: dict[str, dict[str, Any]] = shown[form]["parameter_openapi_schema"]["properties"]
    return found


def test_every_stage_and_every_kind_of_report_has_a_form() -> None:
    stages = {stage.numbered for stage in Stage}
    reports = {name_of(kind) for kind in KINDS_WITH_FORM}
    assert set(FORMS) == stages | reports | {"verplaatsen", "hele-procedure"}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_begins_with_the_dossier_and_its_fields_stand_in_order(form: str) -> None:
    schema = FORMS[form]["parameter_openapi_schema"]
    Draft202012Validator.check_schema(schema)
    shown = sorted(schema["properties"], key=lambda name: schema["properties"][name]["position"])
    assert shown[0] == "dossier"
    assert shown == list(schema["properties"])
    assert set(schema["required"]) <= set(shown)
    assert all(field["title"] != name for name, field in schema["properties"].items())


@pytest.mark.parametrize("form", FORMS)
def test_a_day_is_picked_and_none_is_filled_in(form: str) -> None:
    days = [f for f in fields(form).values() if f.get("format") == "date"]
    assert all("default" not in day for day in days)
    if form.startswith("melden-") and form != "melden-herinnering":
        assert fields(form)["op"]["description"].endswith("Leeg betekent vandaag.")
        assert "op" not in FORMS[form]["parameter_openapi_schema"]["required"]


def test_the_only_dossier_is_chosen_already() -> None:
    assert fields("1-start")["dossier"]["default"] == "klein"
    assert FORMS["1-start"]["parameters"] == {"dossier": "klein"}
    assert list(fields("1-start")) == ["dossier"]


def test_with_two_dossiers_a_person_chooses() -> None:
    other = small_dossier.STATE.dossier.model_copy(update={"id": "ander"})
    states = [small_dossier.STATE, State(other, (), (), ())]
    assert fields("1-start", states)["dossier"]["enum"] == ["klein", "ander"]
    assert "default" not in fields("1-start", states)["dossier"]
    assert forms(states, ON)["1-start"]["parameters"] == {}


def test_what_is_one_of_a_few_is_chosen_and_several_at_once_where_that_happens() -> None:
    assert fields("melden-gehoord")["antwoord"]["enum"][0] == "zienswijze"
    assert fields("melden-gehoord")["wijze"]["default"] == "raadsvergadering"
    assert fields("melden-aanvulling")["gemeente"]["enum"] == ["Haarlem", "Hoorn", "Texel"]
    assert fields("melden-vaststelling")["burgemeesters"] == {
        "position": 4,
        "title": "Welke burgemeesters stelden mee vast?",
        "description": "Hun gemeenten, als het er niet alle zijn.",
        "type": "array",
        "items": {"type": "string", "enum": ["Haarlem", "Hoorn", "Texel"]},
    }


def test_where_nothing_is_open_the_form_says_so_and_lets_people_write() -> None:
    field = fields("melden-gehoord")["gemeenten"]
    assert field["items"] == {"type": "string"}
    assert field["description"].endswith("Nu staat hier niets voor open.")
    assert "bij 'Welke gemeenten?' is niets te kiezen" in FORMS["melden-gehoord"]["description"]
    assert "niets te kiezen" not in FORMS["melden-reactie"]["description"]
    assert "enum" not in fields("melden-reactie")["van"]
    assert fields("melden-reactie")["van"]["description"] == "Wie reageerde."


def test_a_version_chooses_its_strength_from_the_tables_by_number_and_words() -> None:
    tables = [kept(of_s002()), kept(of_s002(), 2, stands=TableStands.DEFINITIVE)]
    state = replace(small_dossier.STATE, strengths=Kept(tables))
    offered = fields("melden-versie", [state])["sterkte"]
    assert (offered["type"], offered["enum"]) == (
        "string",
        ["2 (definitief, per 1 augustus 2018)", "1 (voorlopig, per 1 augustus 2018)"],
    )
    assert "sterkte" not in fields("melden-versie"), "without a table there is nothing to choose"
    filled = {"stap": "ontwerp", "sterkte": offered["enum"][0]}
    [report] = reports("versie", filled, ON)
    assert isinstance(report, VersionMade)
    assert report.strength == 2


def test_a_field_that_may_stay_empty_and_offers_nothing_is_left_out() -> None:
    assert "actiehouders" not in fields("melden-herinnering")
    for form in FORMS:
        shown, required = fields(form), FORMS[form]["parameter_openapi_schema"]["required"]
        assert [field["position"] for field in shown.values()] == list(range(len(shown)))
        closed = {name for name in shown if "niets voor open" in shown[name]["description"]}
        assert closed <= set(required)


def test_with_two_dossiers_each_step_has_the_title_of_its_own_dossier() -> None:
    dossier = small_dossier.STATE.dossier
    title = small_dossier.STATE.as_opened.step("concept-70").title
    renamed = dossier.proposal.replace(f'"{title}"', '"concept van september 2027"')
    other = dossier.model_copy(update={"id": "ander", "proposal": renamed})
    state = small_dossier.STATE
    both = fields("melden-versie", [state, State(other, state.municipalities, state.lines, ())])
    said = both["stap"]["description"]
    common, own, others = said.split(" Alleen in ")
    assert "ontwerp (" in common
    assert "concept-70" not in common
    assert own == f"klein: concept-70 ({title})."
    assert others == "ander: concept-70 (concept van september 2027)."


def test_with_two_dossiers_a_list_says_of_which_it_is_not() -> None:
    other = small_dossier.STATE.dossier.model_copy(update={"id": "ander"})
    both = fields("melden-aanvulling", [small_dossier.STATE, State(other, (), (), ())])
    assert both["gemeente"]["description"].endswith("In ander staat hier niets voor open.")


def test_a_reason_that_must_be_a_sentence_says_so() -> None:
    for form, field in (
        ("herstel", "reden"),
        ("reden", "grond"),
        ("uitstel", "reden"),
        ("vervalt", "reden"),
        ("geen-antwoord", "reden"),
        ("prioriteit", "reden"),
        ("verschil", "tekst"),
        ("aanwijzing", "tekst"),
        ("versie", "alleen_tekst"),
    ):
        said = fields(f"melden-{form}")[field]["description"]
        assert said.endswith("Ten minste 3 woorden."), form
    assert fields("verplaatsen")["reden"]["description"].endswith("Ten minste 2 woorden.")


def test_a_list_of_steps_says_what_each_of_them_is() -> None:
    step = fields("melden-versie")["stap"]
    assert step["enum"] == ["advies", "concept-70", "ontwerp", "definitief"]
    assert "Nu te kiezen: advies (" in step["description"]


def test_a_look_at_a_move_is_a_switch_that_is_on() -> None:
    assert fields("verplaatsen")["alleen_bekijken"]["type"] == "boolean"
    assert fields("verplaatsen")["alleen_bekijken"]["default"] is True
    assert list(fields("verplaatsen")) == ["dossier", "stap", "naar", "reden", "alleen_bekijken"]


def test_a_form_says_what_it_is_for_and_that_a_file_goes_by_the_command_line() -> None:
    assert about(KINDS_WITH_FORM["versie"]).startswith(KINDS_WITH_FORM["versie"].summary)
    assert "--bestand" in about(KINDS_WITH_FORM["versie"])
    assert "--bestand" not in about(KINDS_WITH_FORM["akkoord"])
    assert "*Logs*" in about(KINDS_WITH_FORM["akkoord"])


def test_a_refusal_points_to_the_form_that_is_right_with_what_is_known() -> None:
    links = Links("http://pf", {"melden-aanvulling": "7f", "melden-gehoord": "8f"})
    onward = (
        Onward("Kwam er iets bij?", "aanvulling", {"gemeente": "Texel"}),
        Onward("Is de raad gehoord?", "gehoord", {"gemeenten": "Texel"}),
        Onward("Geen formulier?", "herstel", {}),
    )
    added, heard = map(unquote, onward_lines(onward, links, "klein"))
    assert added.startswith("Kwam er iets bij? Vul dit formulier in: http://pf/deployments/")
    assert added.endswith('/7f/run?parameters={"dossier":"klein","gemeente":"Texel"}')
    assert heard.endswith('{"dossier":"klein","gemeenten":["Texel"]}')
