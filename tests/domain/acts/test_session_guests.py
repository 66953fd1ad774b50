# SPDX-License-Identifier: EUPL-1.2
"""Whoever plans an information session hears who is invited by it, and who is not."""

from tests.domain.acts.surveyed import opened_with_survey
from tests.domain.acts.test_info_sessions import STEP, planned
from tests.story import Small


def said(small: Small, *invited: str, **more: object) -> str:
    return opened_with_survey(small, STEP).does(planned("Haarlem", invited=invited, **more))


def test_it_says_how_many_invitations_go_and_who_has_no_address(small: Small) -> None:
    assert said(small, "rbop").endswith(", Haarlem. Er gaat 1 uitnodiging uit.")
    assert said(small, "griffies", "rbop").endswith(
        "Er gaat 1 uitnodiging uit. Niet uitgenodigd, want geen mailadres bekend: Haarlem, Hoorn "
        "en Texel. Leg een adres vast met 'gehoord record adres', of nodig hen zelf uit."
    )


def test_who_is_not_known_is_named_with_who_was_probably_meant(small: Small) -> None:
    told = said(small, "de burgemeesters", "Officier van justitie", "GGD")
    assert "Er gaat geen uitnodiging uit." in told
    assert "'de burgemeesters'; bedoelt u 'burgemeesters'?" in told
    assert "'Officier van justitie'; bedoelt u 'hoofdofficier van justitie'?" in told
    assert "'GGD'; nodig die zelf uit." in told


def test_a_session_of_the_past_invites_nobody(small: Small) -> None:
    told = said(small, "griffies", "GGD", day="2027-01-14")
    assert "uitnodig" not in told


def test_without_guests_it_says_so(small: Small) -> None:
    assert said(small).endswith("Er is niemand genodigd.")
