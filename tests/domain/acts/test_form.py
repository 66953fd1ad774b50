# SPDX-License-Identifier: EUPL-1.2
"""A filled form becomes the reports that it stands for, or is refused in one Dutch sentence."""

from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.form import KINDS_WITH_FORM, boxes, read_form, reports
from gehoord.domain.acts.moving import Moving
from gehoord.domain.acts.report import KINDS, Adopted, CouncilHeard, Merged, StepDone
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.errors import ProposalError
from tests.sentence import assert_sentence

ON = date(2027, 11, 4)
LEAST: dict[str, dict[str, Any]] = {
    "gedaan": {"stap": "verwerking"},
    "vervalt": {"stap": "concept-70", "reden": "er was geen tijd"},
    "themas": {"themas": ["Ondermijning"]},
    "versie": {"stap": "definitief"},
    "akkoord": {"van": "hoofdofficier"},
    "gehoord": {"gemeenten": ["Texel"], "antwoord": "zienswijze"},
    "aanvulling": {"gemeente": "Texel", "antwoord": "zienswijze"},
    "geen-antwoord": {"gemeenten": ["Texel"], "reden": "herinnerd en gebeld"},
    "reactie": {"van": "OM", "tekst": "Akkoord"},
    "verwerking": {"van": "Texel", "verwerking": "Overgenomen"},
    "vaststelling": {"grondslag": "39-1", "hoofdofficier": True, "alle_burgemeesters": True},
    "jaarverslag": {"jaar": 2028, "grondslag": "39-1", "hoofdofficier": True},
    "prioriteit": {"komt": ["Zorg"], "gaat": ["Jeugd"], "reden": "er is meer overlast dan eerst"},
    "bekendmaking": {},
    "beroep": {"van": "Texel", "gepost": "2027-11-03"},
    "beroep-vervolg": {"van": "Texel", "gebeurtenis": "ongegrond"},
    "verschil": {"tekst": "over de wijkagenten in Hoorn", "jaar": 2028},
    "beslissing-verschil": {"tekst": "Hoorn krijgt er twee bij"},
    "aanwijzing": {"tekst": "Neem de doelen op.", "gehoord_op": "2027-11-04"},
    "wijziging": {"grondslag": "beroep"},
    "reden": {"bevinding": "reces", "grond": "de raden gaven dagen op"},
    "herinnering": {"stap": "horen"},
    "adres": {"wie": "Texel", "adres": "griffie@texel.example"},
    "herstel": {"stap": "verwerking", "reden": "dat was Hoorn"},
    "veiligheidsplan": {"gemeente": "Texel"},
    "herindeling": {"opgeheven": ["Texel"], "code": "GM9999", "naam": "Nieuwstad"},
}
"""The least that a form of each kind of report asks."""

KNOWN = [kind for kind in KINDS_WITH_FORM if kind in LEAST]


def filed(kind: str, **filled: Any) -> Any:
    [report] = reports(kind, {"op": ON.isoformat(), **filled}, ON)
    return report


@pytest.mark.parametrize("kind", KNOWN)
def test_each_form_becomes_its_report(kind: str) -> None:
    report = filed(kind, **LEAST[kind], toelichting="zo ging het")
    assert (report.what, report.on, report.by, report.note) == (kind, ON, "adviseur", "zo ging het")


@pytest.mark.parametrize("kind", KNOWN)
def test_what_a_form_leaves_empty_was_not_filled_in(kind: str) -> None:
    empty: dict[str, Any] = {box.name: [] if box.is_many else "" for box in boxes(KINDS[kind])}
    assert reports(kind, {**empty, **LEAST[kind]}, ON) == reports(kind, LEAST[kind], ON)


@pytest.mark.parametrize("kind", [kind for kind in KNOWN if LEAST[kind]])
def test_what_is_missing_is_named_by_its_title(kind: str) -> None:
    titles = [f"'{box.title}'" for box in boxes(KINDS[kind]) if box.is_required]
    with pytest.raises(ProposalError) as error:
        reports(kind, {}, ON)
    assert_sentence(str(error.value), "Het formulier: vul", *titles, "nog in")


@pytest.mark.parametrize("kind", KINDS_WITH_FORM)
def test_a_form_asks_the_deed_first_and_the_rest_last(kind: str) -> None:
    asked = [box.name for box in boxes(KINDS[kind])]
    of_any = ["op", "door", "toelichting"][KINDS[kind].is_now :]
    own = boxes(KINDS[kind])[: -len(of_any)]
    assert asked[-len(of_any) :] == of_any
    assert ("op" in asked) is not KINDS[kind].is_now
    assert [box.is_required for box in own] == sorted((b.is_required for b in own), reverse=True)
    assert "bestand" not in asked


@pytest.mark.parametrize("kind", KINDS_WITH_FORM)
def test_every_field_of_a_form_has_a_dutch_title(kind: str) -> None:
    for box in boxes(KINDS[kind]):
        assert box.title
        assert box.title != box.name


def test_several_councils_get_a_report_each_and_one_that_is_named_twice_gets_one() -> None:
    told = {"gemeenten": ["Haarlem", "Hoorn", "Haarlem"], "antwoord": "zienswijze"}
    found = reports("gehoord", told, ON)
    assert found == [
        CouncilHeard(on=ON, municipality=name, answer=Answer.ZIENSWIJZE)
        for name in ("Haarlem", "Hoorn")
    ]
    assert {report.manner for report in found if isinstance(report, CouncilHeard)} == {
        Manner.COUNCIL_MEETING
    }


def test_a_step_is_done_by_everybody_unless_some_are_named() -> None:
    assert reports("gedaan", {"stap": "verwerking", "actiehouders": []}, ON) == [
        StepDone(on=ON, step="verwerking")
    ]
    named = {"stap": "verwerking", "actiehouders": ["RBOP", "Texel"]}
    assert reports("gedaan", named, ON) == [
        StepDone(on=ON, step="verwerking", owner=name) for name in ("RBOP", "Texel")
    ]


def test_one_name_without_a_list_is_a_list_of_one() -> None:
    [report] = reports("gehoord", {"gemeenten": "Texel", "antwoord": "zienswijze"}, ON)
    assert isinstance(report, CouncilHeard)
    assert report.municipality == "Texel"


def test_burgemeesters_are_named_at_the_adoption() -> None:
    some: Adopted = filed("vaststelling", grondslag="39-2", burgemeesters=["Hoorn"])
    assert some.burgemeesters == ("Hoorn",)
    assert filed("vaststelling", **LEAST["vaststelling"]).burgemeesters == "alle"


def test_all_burgemeesters_and_some_by_name_are_not_both_reported() -> None:
    with pytest.raises(ProposalError) as error:
        filed("vaststelling", **LEAST["vaststelling"], burgemeesters=["Hoorn"])
    assert_sentence(str(error.value), "noem hun gemeenten, niet allebei")


def test_a_merger_names_who_ceased_and_who_is_new() -> None:
    assert filed("herindeling", **LEAST["herindeling"]) == Merged(
        on=ON, ceased=("Texel",), code="GM9999", name="Nieuwstad"
    )


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("gehoord", {"antwoord": "ja"}, "'ja' kan niet bij 'antwoord'; kies uit 'zienswijze'"),
    ("gehoord", {"gemeenten": [5]}, "'gemeente' moet tekst zijn."),
    ("gedaan", {"op": "gisteren"}, "'op' moet een dag zijn"),
    ("gedaan", {"stap": {"naam": "horen"}}, "'stap' moet tekst zijn."),
    ("gedaan", {"toelichting": "a\x00b"}, "een teken dat niet te zien is"),
    ("jaarverslag", {"jaar": "vorig jaar"}, "'jaar' moet een heel getal zijn"),
    ("herindeling", {"code": "9999"}, "kan niet bij 'code'"),
    ("akkoord", {"van": "minister"}, "'minister' kan niet bij 'van'"),
    ("akkoord", {"door": "   "}, "in door: schrijf een naam op één regel"),
    ("akkoord", {"door": "\u200b\u200b"}, "in door: schrijf een naam op één regel"),
    ("akkoord", {"door": "adviseur\nGehoord"}, "in door: schrijf een naam op één regel"),
    ("reactie", {"van": "O\u202eM"}, "in van: schrijf een naam op één regel"),
    ("themas", {"themas": ["Zorg", " "]}, "in themas 2: schrijf een naam op één regel"),
    ("vaststelling", {"alle_burgemeesters": "nee"}, "zet 'Stelden alle burgemeesters mee vast?'"),
    ("jaarverslag", {"alle_burgemeesters": 1}, "aan of uit; schrijf er niets in"),
    ("prioriteit", {"alle_burgemeesters": "false"}, "aan of uit; schrijf er niets in"),
]


@pytest.mark.parametrize(("kind", "wrong", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_a_value_that_cannot_be_there_is_refused_in_one_sentence(
    kind: str, wrong: dict[str, Any], words: str
) -> None:
    with pytest.raises(ProposalError) as error:
        reports(kind, {**LEAST[kind], **wrong}, ON)
    assert_sentence(str(error.value), "Het formulier: ", words)


def test_the_form_of_moving_is_read_in_the_same_way() -> None:
    filled = {"stap": "Verwerking", "naar": "2027-10-25", "reden": "de zaal is bezet"}
    assert read_form(Moving, filled) == Moving(
        step="verwerking", to=date(2027, 10, 25), reason="de zaal is bezet"
    )
    with pytest.raises(ProposalError, match=r"vul 'Naar welke dag\?' en 'Waarom verandert de dag"):
        read_form(Moving, {"stap": "verwerking", "naar": "", "reden": None})
