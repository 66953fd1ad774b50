# SPDX-License-Identifier: EUPL-1.2
"""The parts that the law asks for are named in words, not in the codes of a file."""

import pytest

from gehoord.domain.proposal.part import are_missing, part_in_words
from gehoord.domain.proposal.step import Part


def test_every_part_the_law_asks_has_words_of_its_own() -> None:
    assert len({part_in_words(part) for part in Part}) == len(Part)
    assert part_in_words("de bijlage over cijfers") == "de bijlage over cijfers"


@pytest.mark.parametrize("part", Part)
def test_no_part_is_named_by_its_code_alone(part: Part) -> None:
    assert part_in_words(part).startswith("de ")


def test_what_is_missing_is_said_once_with_its_verb_in_the_plural() -> None:
    assert are_missing([Part.WIJKAGENTEN, Part.OBJECTIVES]) == (
        "ontbreken: de verdeling van de wijkagenten en de doelstellingen van de minister "
        "(Landelijke Veiligheidsagenda)"
    )
