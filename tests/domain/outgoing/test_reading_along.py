# SPDX-License-Identifier: EUPL-1.2
"""Who responded to a draft, and who did not yet: told until the round is done (S003)."""

import pytest

from gehoord.domain.acts.report import ResponseReceived, ReviewersNamed, StepDone
from gehoord.domain.outgoing.preparation import preparation, still_missing
from gehoord.domain.outgoing.reading_along import read_by_version, rounds_told
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.account import account_document
from gehoord.templates.told_drafts import told_drafts
from tests.domain.acts.circulated import (
    FIRST,
    SECOND,
    UNTIL,
    asked,
    asked_again,
    drafted,
    read_once,
    responded,
)
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ONE_DAY, Small, Story


@pytest.fixture
def story(small: Small) -> Story:
    return drafted(StoryInMemory(), small)


def told(story: Story) -> list[str]:
    return [one.in_words for one in rounds_told(story.state)]


def test_a_draft_that_did_not_go_out_yet_is_missed_by_who_named_readers(story: Story) -> None:
    assert told(story) == ["De 70%-versie is nog niet ter lezing gestuurd."]
    assert "nog niet ter lezing" in still_missing(story.state, Stage.DRAFTS)


def test_who_did_not_respond_is_named_until_the_round_is_done(story: Story) -> None:
    story.does(asked())
    said = story.does(responded("ggd"))
    assert said == "Reactie van ggd vastgelegd. 2 lezers reageerden nog niet."
    assert told(story) == [
        "De 70%-versie ging op 8 april 2027 ter lezing naar 3 lezers: 1 reageerde. "
        "Nog geen reactie op de 70%-versie van Jeugdzorg en Programmamanager OM, "
        "tot en met 13 mei 2027."
    ]
    [part] = [part for part in preparation(story.state) if part.about == "ter-lezing"]
    assert part.steps == ("raadpleging-70",)
    story.does(StepDone(on=UNTIL, step="raadpleging-70"))
    assert told(story)[0].endswith("Geen reactie van Jeugdzorg en Programmamanager OM.")
    assert "reactie" not in still_missing(story.state, Stage.DRAFTS)


def test_once_all_responded_the_round_can_be_done_by_a_person(story: Story) -> None:
    story.does(asked("GGD"))
    said = story.does(responded("GGD"))
    assert said.endswith("Alle lezers hebben gereageerd; meld 'raadpleging-70' als gedaan.")
    assert "allen reageerden. De ronde kan worden gemeld als gedaan" in told(story)[0]
    assert story.state.owed("raadpleging-70"), "a person closes it"


def test_a_second_round_is_voluntary_so_nobody_is_missed(small: Small) -> None:
    story = read_once(StoryInMemory(), small)
    story.does(asked_again())
    first, second = told(story)
    assert first.startswith("De 70%-versie ging op 8 april 2027")
    assert second == (
        "De 85%-versie ging op 27 mei 2027 ter lezing naar 1 lezer, vrijblijvend: nog niemand "
        "reageerde. Geen reactie van GGD."
    )
    story.does(responded("GGD", on=SECOND))
    assert "allen reageerden" in told(story)[1]
    assert read_by_version(story.state)["klein/versie/2"][0].endswith("allen reageerden.")


def test_a_reader_is_late_by_the_day_it_was_told_and_counts_all_the_same(story: Story) -> None:
    story.does(asked("GGD", until=FIRST))
    late = responded("GGD", on=FIRST + ONE_DAY)
    assert "Zij kwam na de laatste dag, 8 april 2027, en telt mee." in story.does(late)
    said = story.does(responded("OM", on=FIRST + ONE_DAY))
    assert said == "Reactie van OM vastgelegd.", "of others it is the day of the plan"
    assert "allen reageerden" in told(story)[0]


def test_a_response_under_a_name_like_that_of_a_reader_is_asked_about(story: Story) -> None:
    story.does(asked())
    said = story.does(responded("Programmamanager van het OM"))
    assert "Is dit lezer 'Programmamanager OM'?" in said


def test_pages_and_the_account_tell_it_with_names_and_without_addresses(story: Story) -> None:
    story.does(asked())
    story.does(responded("GGD"))
    account = account_document(story.state, UNTIL)
    assert "Geen reactie van Jeugdzorg en Programmamanager OM." in account
    assert "example" not in account
    assert "3 lezers: 1 reageerde" in told_drafts(story.state, UNTIL).read[0]


def test_without_readers_nothing_is_told(small: Small) -> None:
    story = StoryInMemory()
    story.opens(small)
    story.does(ResponseReceived(on=FIRST, sender="OM", text="Helder."))
    assert rounds_told(story.state) == []
    story.does(ReviewersNamed(on=FIRST, lines=("GGD",)))
    assert rounds_told(story.state) == [], "there is no version yet"
