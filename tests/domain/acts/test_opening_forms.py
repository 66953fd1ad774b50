# SPDX-License-Identifier: EUPL-1.2
"""What is filled in on the form of a new procedure goes together, or is refused in one sentence."""

from typing import Any

import pytest

from gehoord.domain.acts.form import boxes, read_form
from gehoord.domain.acts.opening_forms import LayingOut, Opening, called
from gehoord.domain.errors import ProposalError
from tests.sentence import assert_sentence

EXTENDED = {"na": "klein", "verlengen": True, "besloten": "2027-12-16", "grond": "een jaar later"}


def test_after_a_dossier_nothing_else_is_needed() -> None:
    read_form(LayingOut, {"na": "klein"}).refuse_contradiction()
    read_form(LayingOut, EXTENDED).refuse_contradiction()
    assert read_form(LayingOut, {"na": "klein"}).only_look is True


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "een dossier, of bij 'Voor welke eenheid?' een eenheid."),
    ({"na": "klein", "eenheid": "limburg"}, "laat na een dossier 'Voor welke eenheid?' leeg"),
    ({"na": "klein", "vorige": "2023-11-09"}, "'Wanneer is het vorige plan vastgesteld?' leeg"),
    (
        {"eenheid": "limburg", "vaststelling": "2029-11-01", "verlengen": True},
        "laat zonder dossier om op door te gaan 'Het plan een jaar verlengen?' leeg of uit.",
    ),
    ({**EXTENDED, "verlengen": False}, "'Waarom wordt het plan verlengd?' leeg"),
    ({**EXTENDED, "besloten": ""}, "vul 'Wanneer is tot de verlenging besloten?' nog in"),
    ({**EXTENDED, "grond": ""}, "vul 'Waarom wordt het plan verlengd?' nog in"),
]


@pytest.mark.parametrize(("filled", "words"), WRONG)
def test_answers_that_do_not_go_together_are_refused_by_their_titles(
    filled: dict[str, Any], words: str
) -> None:
    with pytest.raises(ProposalError) as refused:
        read_form(LayingOut, filled).refuse_contradiction()
    assert_sentence(str(refused.value), "Het formulier: ", words)


def test_a_field_is_called_by_its_title() -> None:
    assert called("besloten") == "'Wanneer is tot de verlenging besloten?'"


def test_to_open_a_proposal_only_the_proposal_must_be_chosen() -> None:
    assert [(box.name, box.is_required) for box in boxes(Opening)] == [
        ("voorstel", True),
        ("naam", False),
        ("alleen_bekijken", False),
    ]
