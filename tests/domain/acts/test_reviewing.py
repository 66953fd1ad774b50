# SPDX-License-Identifier: EUPL-1.2
"""Who read along with drafts: a name and an address a line, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from gehoord.domain.acts.report import AddressGiven, Corrected, ReviewersNamed, TakenBack
from gehoord.domain.acts.reviewer_lines import MOST, reviewers_in
from gehoord.domain.dossier.readers import reviewers
from tests.domain.acts.circulated import FIRST, drafted
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import FINAL, Small, Story, Told


@pytest.fixture
def story(small: Small) -> Story:
    return drafted(StoryInMemory(), small)


def named(*lines: str) -> ReviewersNamed:
    return ReviewersNamed(on=FIRST, lines=lines)


def addresses(story: Story) -> dict[str, str]:
    return {each.name: each.address for each in reviewers(story.state)}


def test_a_known_name_with_another_address_is_a_changed_address(story: Story) -> None:
    said = story.does(named("ggd; nieuw@ggd.example", "Reclassering", "Jeugdzorg"))
    assert said == (
        "1 meelezer erbij. 1 meelezer heeft een ander adres. 1 meelezer blijft zoals het was."
    )
    assert addresses(story) == {
        "ggd": "nieuw@ggd.example",
        "Jeugdzorg": "j@z.example",
        "Programmamanager OM": "om@om.example",
        "Reclassering": "",
    }
    assert story.does(named("Reclassering")).endswith("er is niets veranderd.")


def test_after_the_adoption_nobody_is_named_any_more(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Het plan is al vastgesteld"):
        story.does(ReviewersNamed(on=FINAL, lines=("GGD",)), FINAL)


def test_no_more_readers_and_addresses_come_in_at_once_than_can_be_meant() -> None:
    most = [f"Lezer {number}" for number in range(1, MOST + 1)]
    assert len(reviewers_in(most)) == MOST
    with pytest.raises(ValueError, match="501 meelezers is te veel; noem er ten hoogste 500"):
        reviewers_in([*most, "Nog een lezer"])
    many = ", ".join(f"lezer{number}@organisatie.example" for number in range(40))
    with pytest.raises(ValueError, match="regel 1, GGD: de adressen zijn samen te lang"):
        reviewers_in([f"GGD; {many}"])


def test_several_addresses_stand_behind_one_name(story: Story) -> None:
    story.does(named("Reclassering; a@r.example, b@r.example"))
    assert addresses(story)["Reclassering"] == "a@r.example, b@r.example"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("GGD; geen-adres",), "regel 1, GGD: 'geen-adres' is geen e-mailadres"),
        (("GGD; a@b.example", "g g d; c@b.example"), "regel 2: 'g g d' staat er twee keer"),
        (("; a@b.example",), "is geen meelezer; schrijf naam en adres"),
        (("a@b.example",), "is geen meelezer; schrijf naam en adres"),
        (("GGD\u202e; a@b.example",), "schrijf een naam op één regel"),
    ],
)
def test_a_wrong_line_is_named(lines: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        named(*lines)


def test_whom_the_unit_knows_itself_has_one_address(story: Story) -> None:
    for name in ("RBOP", "Texel", "burgemeester van Hoorn"):
        with story.refuses(f"'{name}' kent de eenheid zelf al"):
            story.does(named(f"{name}; r@r.example"))


def test_somebody_who_does_not_read_along_is_taken_back_and_can_come_again(story: Story) -> None:
    why = "dat was een andere organisatie"
    story.does(Corrected(on=FIRST, report=TakenBack.REVIEWERS, owner="ggd", reason=why))
    assert "GGD" not in addresses(story)
    with story.refuses("'GGD' is geen meelezer van dit dossier"):
        story.does(Corrected(on=FIRST, report=TakenBack.REVIEWERS, owner="GGD", reason=why))
    story.does(named("GGD; ggd@ggd.example"))
    assert addresses(story)["GGD"] == "ggd@ggd.example"


def test_the_address_of_a_reader_is_given_as_that_of_anybody_else(story: Story) -> None:
    said = story.does(AddressGiven(on=FIRST, who="ggd", address="lezen@ggd.example"))
    assert said == "GGD krijgt de mail op lezen@ggd.example."
    assert addresses(story)["GGD"] == "lezen@ggd.example"


@given(st.text(max_size=60))
def test_any_line_is_a_reader_or_told_in_dutch(line: str) -> None:
    told = ""
    try:
        [found] = reviewers_in([line])
    except ValueError as error:
        told = str(error)
    assert told.startswith("regel 1") or "\n" not in found.name
