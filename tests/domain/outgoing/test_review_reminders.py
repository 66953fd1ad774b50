# SPDX-License-Identifier: EUPL-1.2
"""Whom to remind of a draft: not a municipality that is gone, nobody in a recess or a weekend."""

from datetime import date

import pytest

from gehoord.domain.acts.report import AddressGiven, Merged, ReviewersNamed, VersionMade
from gehoord.domain.outgoing.reading_along import rounds_told
from gehoord.domain.outgoing.review_reminders import reminders_to_respond
from tests.conftest import read_day
from tests.domain.acts.circulated import (
    FIRST,
    OF_70,
    OF_85,
    READERS,
    SECOND,
    UNTIL_85,
    asked,
    asked_again,
    drafted,
    responded,
)
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ONE_DAY, Small, Story

MONDAY = read_day("Mon 2027-05-10")
IN_SUMMER = read_day("Thu 2027-08-05")


@pytest.fixture
def story(small: Small) -> Story:
    return reached(drafted(StoryInMemory(), small))


def reached(story: Story) -> Story:
    """Of each municipality its griffie and its burgemeester have an address."""
    for name in ("Haarlem", "Hoorn", "Texel"):
        for of in ("griffie", "burgemeester"):
            mail = f"{of}@{name.lower()}.example"
            story.does(AddressGiven(on=FIRST, who=name, address=mail, of=of))
    return story


def reminded(story: Story, on: date) -> list[str]:
    return [found.reader.name for found in reminders_to_respond(story.state, on)]


def test_of_a_municipality_that_is_gone_nobody_is_reminded_or_waited_for(story: Story) -> None:
    story.does(asked("burgemeesters", "griffie van Hoorn"))
    story.does(Merged(on=FIRST, ceased=("Hoorn",), code="GM9999", name="Nieuwstad"))
    there = ["burgemeester van Haarlem", "burgemeester van Texel"]
    assert reminded(story, MONDAY) == there
    for name in there:
        story.does(responded(name))
    assert "allen reageerden" in rounds_told(story.state)[0].known


def test_a_griffie_is_not_reminded_in_the_recess_of_its_council(story: Story) -> None:
    story.does(asked("griffie van Texel", "GGD", until=IN_SUMMER))
    assert reminded(story, IN_SUMMER - 3 * ONE_DAY) == ["GGD"]
    assert reminded(story, IN_SUMMER) == ["GGD"]


def test_nobody_is_reminded_in_a_weekend(story: Story) -> None:
    sunday = read_day("Sun 2027-05-16")
    story.does(asked("GGD", until=sunday))
    assert reminded(story, sunday - 2 * ONE_DAY) == ["GGD"], "a friday that was missed"
    assert reminded(story, sunday - ONE_DAY) == []
    assert reminded(story, sunday) == []


def test_who_owes_the_round_himself_is_reminded_of_that_alone(small: Small) -> None:
    story = StoryInMemory()
    was = 'soort = "raadpleging"\nactiehouder = "adviseur"'
    text = small[2].replace(was, was.replace("adviseur", "burgemeesters"))
    story.opens((proposal_of(text), small[1], text))
    reached(story)
    story.does(ReviewersNamed(on=FIRST, lines=READERS))
    story.does(VersionMade(on=FIRST, step="concept-70", document=OF_70))
    story.does(asked("burgemeesters", "GGD"))
    assert reminded(story, MONDAY) == ["GGD"]


@pytest.mark.parametrize(
    ("reader", "sender"),
    [
        ("hoofdofficier", "hoofdofficier"),
        ("hoofdofficier", "Hoofdofficier van Justitie"),
        ("burgemeester van Haarlem", "Haarlem"),
        ("burgemeester van Haarlem", "gemeente Haarlem"),
        ("burgemeester van Haarlem", "de burgemeester van Haarlem"),
        ("griffie van Haarlem", "Griffie Haarlem"),
        ("GGD", "De GGD"),
    ],
)
def test_who_answered_under_another_name_of_his_is_not_reminded(
    story: Story, reader: str, sender: str
) -> None:
    story.does(AddressGiven(on=FIRST, who="hoofdofficier", address="om@om.example"))
    story.does(asked(reader))
    said = story.does(responded(sender, on=FIRST))
    assert "Alle lezers hebben gereageerd" in said
    assert reminded(story, MONDAY) == []


def test_a_municipality_of_which_two_read_along_must_say_who_it_is(story: Story) -> None:
    story.does(asked("burgemeester van Haarlem", "griffie van Haarlem"))
    said = story.does(responded("Haarlem", on=FIRST))
    assert "burgemeester van Haarlem en griffie van Haarlem" in said
    assert len(reminded(story, MONDAY)) == 2


def test_a_response_of_nobody_who_got_it_asks_whose_it_is(story: Story) -> None:
    story.does(asked())
    said = story.does(responded("OM", on=FIRST))
    assert said == (
        "Reactie van OM vastgelegd. Zo heet geen lezer van wie nog een reactie komt: GGD, "
        "Jeugdzorg en Programmamanager OM. Is zij toch van een van hen? Neem haar dan terug en leg "
        "haar vast onder die naam, anders blijft die reactie openstaan."
    )


def test_who_was_critical_under_another_name_of_his_gets_the_next_draft(story: Story) -> None:
    story.does(asked("burgemeester van Haarlem"))
    story.does(responded("Haarlem"))
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    story.does(asked_again())
    [reader] = story.state.circulations[-1].sent_to
    assert reader.name == "burgemeester van Haarlem"


def test_a_letter_alone_makes_no_round_so_the_first_draft_sent_is_the_first(story: Story) -> None:
    story.does(responded("Een burger", None, on=FIRST))
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    story.does(asked_again())
    [round_85] = story.state.circulations
    assert not round_85.is_voluntary
    assert len(round_85.sent_to) == 3
    assert len(reminded(story, UNTIL_85)) == 3
