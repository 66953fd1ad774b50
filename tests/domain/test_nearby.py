# SPDX-License-Identifier: EUPL-1.2
"""Names are read without regard to capitals, accents and hyphens, and near ones suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gehoord.domain.dossier.answer import Answer
from gehoord.domain.eenheid.schedule import Weekday
from gehoord.domain.nearby import FEW, folded, meant, near, step_name, unknown
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind

NAMES = ("Súdwest-Fryslân", "'s-Hertogenbosch", "Haarlemmermeer", "Haarlem", "Bergen (NH.)")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("SÚDWEST-FRYSLÂN", "Súdwest-Fryslân"),
        ("s hertogenbosch", "'s-Hertogenbosch"),
        ("haarlem ", "Haarlem"),
        ("Bergen NH", "Bergen (NH.)"),
    ],
)
def test_a_name_is_known_in_any_spelling(said: str, name: str) -> None:
    assert meant(said, NAMES) == name


def test_a_name_that_is_only_like_another_is_suggested_not_taken() -> None:
    assert meant("Haarlm", NAMES) is None
    assert near("Haarlm", NAMES) == "Haarlem"
    assert near("Groningen", NAMES) is None
    assert unknown("'Haarlm' bestaat niet", "Haarlm", NAMES).endswith("; bedoelt u 'Haarlem'?")


def test_many_names_are_not_listed() -> None:
    said = unknown("'x' bestaat niet", "x", [f"naam {n}" for n in range(FEW + 1)])
    assert said == f"'x' bestaat niet. Kijk na hoe het heet; er zijn er {FEW + 1}."
    assert unknown("'x' bestaat niet", "x", NAMES[:2]).endswith(
        f"Kies uit: {', '.join(NAMES[:2])}."
    )


@pytest.mark.parametrize(
    ("kind", "said", "found"),
    [
        (Answer, "Positieve Zienswijze", Answer.POSITIVE_ZIENSWIJZE),
        (Answer, "positieve-zienswijze", Answer.POSITIVE_ZIENSWIJZE),
        (Stage, "Thema's", Stage.THEMES),
        (Stage, "HOREN", Stage.HEARING),
        (StepKind, "Horen", StepKind.HEARING),
        (Weekday, "Donderdag", Weekday.THURSDAY),
    ],
)
def test_a_choice_is_read_in_any_spelling(kind: type, said: str, found: object) -> None:
    assert kind(said) is found


@pytest.mark.parametrize("said", ["", "zienswijzen", "x", "commissie"])
def test_what_is_no_choice_is_none(said: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        Answer(said)


@pytest.mark.parametrize("said", ["Concept 70", "concept_70", " CONCEPT-70 ", "cóncept-70"])
def test_a_step_is_named_as_a_proposal_does(said: str) -> None:
    assert step_name(said) == "concept-70"


@given(st.text(max_size=30))
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
