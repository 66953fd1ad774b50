# SPDX-License-Identifier: EUPL-1.2
"""The rounds as people read them: candidates by how many bodies chose them, and who still must."""

from gehoord.templates.rounds import round_part
from tests.domain.acts.test_choosing import FIRST, chose, listed
from tests.domain.checks.cases import opened


def test_a_page_shows_who_chose_what_and_who_still_must() -> None:
    assert round_part(opened()) is None
    part = round_part(chose(listed(), "rbop", FIRST, "Drugs", "Zorg"))
    assert part is not None
    assert part.candidates == (
        ("Drugs", "gedeeld 1", "1", "RBOP"),
        ("Zorg", "gedeeld 1", "1", "RBOP"),
        ("Fraude", "gedeeld 3", "0", ""),
        ("Cyber", "gedeeld 3", "0", ""),
    )
    assert part.bodies == (("RBOP", "9 februari 2027"),)
    assert part.waiting == ("V10",)
