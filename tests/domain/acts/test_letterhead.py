# SPDX-License-Identifier: EUPL-1.2
"""What stands above and below a letter: of the unit, and what the adviser gives since."""

from typing import Any

import pytest
from pydantic import ValidationError

from gehoord.domain.acts.report import LetterheadGiven
from gehoord.domain.eenheid.letterhead import Letterhead, annexes_in
from gehoord.domain.errors import GehoordError
from tests.story import ASKED, Story, Told


def test_a_line_stays_until_another_one_is_given_and_a_dash_leaves_it_out(told: Told) -> None:
    story = told("opened")
    story.does(LetterheadGiven(on=ASKED, reference="2027/12", telephone="088 000 00 00"))
    said = story.does(LetterheadGiven(on=ASKED, telephone="-", function="regioburgemeester"))
    assert said == (
        "In brieven die nog worden gemaakt: functie: regioburgemeester en telefoon: valt weg."
    )
    of_unit = Letterhead(telephone="088 111 11 11", mail="adviseur@klein.example")
    given = story.state.given_letterhead.on(of_unit)
    assert given == Letterhead(
        reference="2027/12", function="regioburgemeester", mail="adviseur@klein.example"
    )


def test_each_recipient_has_a_reference_of_his_own(told: Told) -> None:
    story = told("opened")
    for who, reference in (("Texel", "R 1"), ("burgemeester van Texel", "B 2"), ("Texel", "R 3")):
        story.does(LetterheadGiven(on=ASKED, who=who, your_reference=reference))
    assert story.state.given_letterhead.references == {
        "GM0448": "R 3",
        "burgemeesters GM0448": "B 2",
    }
    assert story.state.given_letterhead.lines == {}


def test_annexes_are_named_for_one_letter_or_for_all_and_a_dash_takes_them_away(
    told: Told,
) -> None:
    story = told("opened")
    said = story.does(LetterheadGiven(on=ASKED, annexes=("Factsheet", "Kaart"), letter="proces"))
    assert said == (
        "In brieven die nog worden gemaakt: bijlagen bij de brief 'proces': Factsheet en Kaart. "
        "Deze bijlagen stuurt u zelf: Gehoord noemt ze alleen."
    )
    story.does(LetterheadGiven(on=ASKED, annexes=("Leeswijzer",), reference="2027/12"))
    given = {"proces": ("Factsheet", "Kaart"), "": ("Leeswijzer",)}
    assert story.state.given_letterhead.annexes == given
    taken = story.does(LetterheadGiven(on=ASKED, annexes=("-",), letter="proces"))
    assert taken.endswith("bijlagen bij de brief 'proces': vallen weg.")
    left = {"": ("Leeswijzer",), "proces": ()}
    assert story.state.given_letterhead.annexes == left


def test_an_annex_of_every_letter_is_left_out_of_one_and_comes_back_with_every_letter(
    told: Told,
) -> None:
    story = told("opened")
    nothing = LetterheadGiven(on=ASKED, annexes=("-",), letter="proces")
    with story.refuses("Dat staat al zo"):
        story.does(nothing)
    everywhere = LetterheadGiven(on=ASKED, annexes=("Factsheet",))
    story.does(everywhere)
    assert story.does(nothing).endswith("bijlagen bij de brief 'proces': vallen weg.")
    assert in_letters(story) == {"proces": (), "ontwerp": ("Factsheet",)}
    with story.refuses("Dat staat al zo"):
        story.does(nothing)
    story.does(everywhere)
    assert in_letters(story) == {"proces": ("Factsheet",), "ontwerp": ("Factsheet",)}


def test_an_annex_is_named_once_and_all_that_a_letter_names_is_told(told: Told) -> None:
    story = told("opened")
    story.does(LetterheadGiven(on=ASKED, annexes=("Planning", "planning", "Planning")))
    said = story.does(LetterheadGiven(on=ASKED, annexes=("PLANNING", "Kaart"), letter="proces"))
    assert "bijlagen bij de brief 'proces': Planning en Kaart." in said
    assert in_letters(story)["proces"] == ("Planning", "Kaart")
    said = story.does(LetterheadGiven(on=ASKED, annexes=("-",)))
    assert said.endswith(
        "bijlagen bij elke brief: vallen weg (de eigen bijlagen van 'proces' blijven)."
    )


def in_letters(story: Story) -> dict[str, tuple[str, ...]]:
    annexes = story.state.given_letterhead.annexes
    return {letter: annexes_in(letter, annexes) for letter in ("proces", "ontwerp")}


def test_what_is_there_already_and_who_is_not_known_are_refused(told: Told) -> None:
    story = told("opened")
    story.does(LetterheadGiven(on=ASKED, reference="2027/12"))
    with story.refuses("Dat staat al zo"):
        story.does(LetterheadGiven(on=ASKED, reference="2027/12"))
    with pytest.raises(GehoordError, match="Tessel"):
        story.does(LetterheadGiven(on=ASKED, who="Tessel", your_reference="R 1"))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"your_reference": "R 1"},
        {"who": "Texel"},
        {"letter": "proces"},
        {"reference": "a\nb"},
        {"reference": "\u202ea"},
        {"address": "x" * 201},
        {"annexes": ("x\u202ey",)},
        {"annexes": ("x",) * 21},
    ],
)
def test_half_a_reference_nothing_at_all_and_hidden_signs_are_refused(
    given: dict[str, Any],
) -> None:
    with pytest.raises(ValidationError):
        LetterheadGiven(on=ASKED, **given)
