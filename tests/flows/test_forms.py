"""The Dutch form for what people did: each becomes the report it stands for, or is refused."""

from datetime import date
from typing import Any, get_args

import pytest

from gehoord.domain.acts.report import Adopted, Corrected, Merged, Report, StepDone
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import ProposalError, RefusedError
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.forms import Melding, Wat
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.state import state_of
from tests.sentence import assert_sentence

ON = date(2027, 11, 4)
EXAMPLES: dict[str, dict[str, Any]] = {
    "gedaan": {"stap": "verwerking"},
    "vervalt": {"stap": "concept-70", "tekst": "er was geen tijd"},
    "themas": {"themas": ["Ondermijning"]},
    "versie": {"stap": "definitief"},
    "akkoord": {"van": "hoofdofficier"},
    "gehoord": {"gemeente": "Texel", "antwoord": "zienswijze"},
    "aanvulling": {"gemeente": "Texel", "antwoord": "zienswijze"},
    "geen-antwoord": {"gemeente": "Texel", "tekst": "herinnerd en gebeld"},
    "reactie": {"van": "OM", "tekst": "Akkoord"},
    "verwerking": {"van": "Texel", "tekst": "Overgenomen"},
    "vaststelling": {"grondslag": "39-1", "hoofdofficier": True, "alle_burgemeesters": True},
    "jaarverslag": {"jaar": "2028", "grondslag": "39-1", "hoofdofficier": True},
    "prioriteit": {"komt": ["Zorg"], "gaat": ["Jeugd"], "tekst": "er is meer overlast dan eerst"},
    "bekendmaking": {},
    "beroep": {"van": "Texel", "gepost": "2027-11-03"},
    "beroep-vervolg": {"van": "Texel", "gebeurtenis": "ongegrond"},
    "verschil": {"tekst": "over de wijkagenten in Hoorn", "jaar": "2028"},
    "beslissing-verschil": {"tekst": "Hoorn krijgt er twee bij"},
    "aanwijzing": {"tekst": "Neem de doelen op.", "gehoord_op": "2027-11-04"},
    "wijziging": {"grondslag": "beroep"},
    "reden": {"bevinding": "reces", "tekst": "de raden gaven dagen op"},
    "herinnering": {"stap": "horen"},
    "adres": {"gemeente": "Texel", "tekst": "griffie@texel.example"},
    "herstel": {"stap": "verwerking", "tekst": "dat was Hoorn"},
    "veiligheidsplan": {"gemeente": "Texel"},
    "herindeling": {"opgeheven": ["Texel"], "code": "GM9999", "naam": "Nieuwstad"},
}
"""The least that each sort of report asks."""


def reported(wat: str, **filled: Any) -> Report:
    return Melding.model_validate({"wat": wat, "op": ON.isoformat(), **filled}).as_report()


def test_the_form_knows_every_sort_of_deed() -> None:
    [union, *_] = get_args(Report)
    reports = {kind.model_fields["what"].default for kind in get_args(union)}
    assert set(EXAMPLES) == {wat.value for wat in Wat} == reports


@pytest.mark.parametrize("wat", EXAMPLES)
def test_each_sort_of_report_becomes_its_deed(wat: str) -> None:
    report = reported(wat, **EXAMPLES[wat], toelichting="zo ging het")
    assert (report.what, report.on, report.by, report.note) == (wat, ON, "adviseur", "zo ging het")


@pytest.mark.parametrize("wat", EXAMPLES)
def test_what_does_not_belong_to_a_report_is_refused_by_its_title(wat: str) -> None:
    foreign = {"code": "GM0001"} if wat != "herindeling" else {"grondslag": "39-1"}
    title = "'Grondslag'" if wat == "herindeling" else "'CBS-code van de nieuwe gemeente'"
    with pytest.raises(ProposalError) as error:
        reported(wat, **EXAMPLES[wat], **foreign)
    assert_sentence(str(error.value), f"{title} hoort niet bij '{wat}'", "Maak leeg")


def test_a_merger_names_who_ceased_and_who_is_new() -> None:
    assert reported("herindeling", **EXAMPLES["herindeling"]) == Merged(
        on=ON, ceased=("Texel",), code="GM9999", name="Nieuwstad"
    )


@pytest.mark.parametrize("missing", EXAMPLES["herindeling"])
def test_a_merger_with_a_field_left_empty_is_refused(missing: str) -> None:
    with pytest.raises(ProposalError) as error:
        reported(
            "herindeling", **{k: v for k, v in EXAMPLES["herindeling"].items() if k != missing}
        )
    assert_sentence(str(error.value), f"'{missing}' ontbreekt")


@pytest.mark.parametrize("code", ["9999", "GM12", "gm9999"])
def test_a_merger_under_what_is_no_cbs_code_is_refused(code: str) -> None:
    with pytest.raises(ProposalError, match="kan niet bij 'code'"):
        reported("herindeling", **{**EXAMPLES["herindeling"], "code": code})


@pytest.mark.parametrize("field", ["gemeente", "van"])
def test_a_mistake_is_taken_back_for_one_owner(field: str) -> None:
    assert reported("herstel", **EXAMPLES["herstel"], **{field: "Texel"}) == Corrected(
        on=ON, step="verwerking", owner="Texel", reason="dat was Hoorn"
    )


def test_burgemeesters_are_named_at_the_adoption() -> None:
    report = reported("vaststelling", grondslag="39-2", hoofdofficier=True, burgemeesters=["Hoorn"])
    assert isinstance(report, Adopted)
    assert report.burgemeesters == ("Hoorn",)
    whole = reported("vaststelling", **EXAMPLES["vaststelling"])
    assert isinstance(whole, Adopted)
    assert whole.burgemeesters == "alle"


def test_all_burgemeesters_and_some_by_name_are_not_both_reported() -> None:
    with pytest.raises(ProposalError) as error:
        reported("vaststelling", **EXAMPLES["vaststelling"], burgemeesters=["Hoorn"])
    assert_sentence(str(error.value), "noem hun gemeenten, niet allebei")


def test_a_merger_and_a_mistake_reported_with_the_form_enter_the_register(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    open_dossier(register, "klein", *small, date(2026, 12, 1))
    done = reported("gedaan", stap="verwerking")
    assert isinstance(done, StepDone)
    for report in (done, *(reported(wat, **EXAMPLES[wat]) for wat in ("herstel", "herindeling"))):
        record(register, "klein", report, ON)
    with register.reading() as reader:
        state = state_of(reader, "klein")
    assert [m.name for m in state.living] == ["Haarlem", "Hoorn", "Nieuwstad"]
    [action] = [a for a in state.actions if a.step == "verwerking"]
    assert action.state is ActionState.OPEN


def test_a_mistake_without_its_reason_is_not_taken_back(
    register: Register, small: tuple[Proposal, Eenheid, str]
) -> None:
    open_dossier(register, "klein", *small, date(2026, 12, 1))
    with pytest.raises(
        RefusedError, match=r"^Schrijf in een zin van ten minste 3 woorden op wat er mis was\.$"
    ):
        record(register, "klein", reported("herstel", stap="verwerking", tekst="fout"), ON)


@pytest.mark.parametrize("field", [f for f in Melding.model_fields if f not in ("wat", "wijze")])
def test_every_field_has_a_dutch_title_and_says_to_which_report_it_belongs(field: str) -> None:
    shown = Melding.model_fields[field]
    assert shown.title
    assert shown.title != field
    assert field == "op" or shown.description


def test_the_form_says_that_a_file_goes_by_the_command_line() -> None:
    schema = Melding.model_json_schema()
    assert "--bestand" in schema["description"]
    assert "gehoord record versie" in schema["properties"]["bevat"]["description"]
