# SPDX-License-Identifier: EUPL-1.2
"""Drafts go to be read: all who read along the first time, the critical alone the second (S003)."""

import pytest

from gehoord.domain.acts.circulating import rounds_to_ask_in
from gehoord.domain.acts.report import (
    AddressGiven,
    Corrected,
    PointNoted,
    ReviewersNamed,
    StepLapsed,
    TakenBack,
    VersionMade,
)
from gehoord.domain.dossier.circulated import rounds_read
from gehoord.domain.dossier.circulation import Circulation
from tests.domain.acts.circulated import (
    FIRST,
    OF_70,
    OF_85,
    SECOND,
    UNTIL,
    UNTIL_85,
    asked,
    asked_again,
    drafted,
    read_once,
    responded,
)
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import FINAL, ONE_DAY, Small, Story, Told

WHY = "dat was een andere versie"


@pytest.fixture
def story(small: Small) -> Story:
    return drafted(StoryInMemory(), small)


@pytest.fixture
def second(small: Small) -> Story:
    return read_once(StoryInMemory(), small)


def sent(story: Story) -> Circulation:
    return story.state.circulations[-1]


def names_of(circulation: Circulation) -> list[str]:
    return [one.name for one in circulation.sent_to]


def test_the_first_draft_goes_to_all_who_read_along_until_the_day_of_the_plan(
    story: Story,
) -> None:
    said = story.does(asked())
    assert said == (
        "De 70%-versie gaat ter lezing naar GGD, Jeugdzorg en Programmamanager OM. "
        "Reageren kan tot en met 13 mei 2027."
    )
    assert names_of(sent(story)) == ["GGD", "Jeugdzorg", "Programmamanager OM"]
    assert (sent(story).respond_by, sent(story).is_voluntary) == (UNTIL, False)
    assert sent(story).document == OF_70.sha256


def test_another_last_day_can_be_given_and_counts_itself(story: Story) -> None:
    story.does(asked(until=FIRST))
    assert sent(story).respond_by == FIRST


def test_the_second_draft_goes_to_who_was_critical_alone_and_is_voluntary(second: Story) -> None:
    said = second.does(asked_again())
    assert names_of(sent(second)) == ["GGD"]
    assert (sent(second).is_voluntary, sent(second).respond_by) == (True, UNTIL_85)
    assert "Reageren is vrijblijvend." in said
    assert "1 reactie is nog niet als instemmend of kritisch beoordeeld" in said


def test_somebody_else_gets_the_second_draft_only_by_name(second: Story) -> None:
    second.does(asked_again("jeugdzorg"))
    assert names_of(sent(second)) == ["Jeugdzorg"]
    second.does(asked_again())
    assert names_of(sent(second)) == ["GGD"], "who was critical gets it still"


def test_nobody_gets_the_same_draft_twice(story: Story) -> None:
    story.does(asked("GGD"))
    with story.refuses("GGD heeft de 70%-versie al."):
        story.does(asked("ggd"))
    story.does(asked())
    assert names_of(sent(story)) == ["Jeugdzorg", "Programmamanager OM"]
    with story.refuses("Ieder van hen heeft de 70%-versie al."):
        story.does(asked())


def test_who_reads_along_later_gets_it_later(story: Story) -> None:
    story.does(asked())
    story.does(ReviewersNamed(on=FIRST, lines=("Belastingdienst; b@b.example",)))
    story.does(asked())
    assert names_of(sent(story)) == ["Belastingdienst"]


def test_who_got_it_at_a_wrong_address_gets_it_at_the_right_one(story: Story) -> None:
    story.does(asked("GGD"))
    story.does(ReviewersNamed(on=FIRST, lines=("GGD; lezen@ggd.example",)))
    story.does(asked("GGD"))
    assert [one.address for one in sent(story).sent_to] == ["lezen@ggd.example"]


def test_offices_bodies_and_groups_of_the_unit_read_along_by_name_alone(story: Story) -> None:
    with story.refuses("Van burgemeester van Haarlem", "is geen mailadres bekend"):
        story.does(asked("burgemeesters"))
    story.does(AddressGiven(on=FIRST, who="Haarlem", address="griffie@haarlem.example"))
    story.does(asked("rbop", "griffie van Haarlem"))
    assert [one.recipient for one in sent(story).sent_to] == ["rbop", "GM0392"]
    assert names_of(sent(story))[1] == "griffie van Haarlem"


def test_a_draft_without_its_file_does_not_go(small: Small) -> None:
    story = drafted(StoryInMemory(), small)
    story.does(VersionMade(on=FIRST, step="concept-70"))
    with story.refuses("Van de 70%-versie is geen bestand bewaard", "--bestand"):
        story.does(asked())


def test_a_reader_without_an_address_is_named(story: Story) -> None:
    story.does(ReviewersNamed(on=FIRST, lines=("Reclassering",)))
    with story.refuses("Van Reclassering is geen mailadres bekend"):
        story.does(asked())


def test_what_cannot_go_is_refused_in_a_sentence(story: Story) -> None:
    with story.refuses("Er is nog geen versie om te sturen"):
        story.does(asked_again())
    with story.refuses("wordt niet om reacties op een versie gevraagd", "raadpleging-70"):
        story.does(asked(step="horen"))
    with story.refuses("'GGZ' is geen meelezer van dit dossier"):
        story.does(asked("GGZ"))
    with story.refuses("13 mei 2027 is al voorbij"):
        story.does(asked(on=UNTIL + ONE_DAY))
    with story.refuses("7 april 2027 is al voorbij"):
        story.does(asked(until=FIRST - ONE_DAY))
    with story.refuses("eerder kan zij niet zijn verstuurd"):
        story.does(asked(on=FIRST - ONE_DAY))
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_70))
    with story.refuses("Er is al een nieuwere versie: de 85%-versie"):
        story.does(asked(on=SECOND, until=SECOND))


def test_nobody_to_send_to_is_told(small: Small) -> None:
    story = drafted(StoryInMemory(), small)
    for name in ("GGD", "Jeugdzorg", "Programmamanager OM"):
        story.does(Corrected(on=FIRST, report=TakenBack.REVIEWERS, owner=name, reason=WHY))
    with story.refuses("Er zijn nog geen meelezers"):
        story.does(asked())


def test_of_who_was_critical_the_address_must_be_known(second: Story) -> None:
    second.does(responded("Een burgemeester", version="concept-70"))
    with second.refuses("Kritisch, maar geen meelezer met een adres: Een burgemeester"):
        second.does(asked_again())
    second.does(ReviewersNamed(on=SECOND, lines=("een burgemeester; b@b.example",)))
    second.does(asked_again())
    assert names_of(sent(second)) == ["GGD", "een burgemeester"]


def test_when_nobody_was_critical_nobody_gets_it_by_itself(small: Small) -> None:
    story = drafted(StoryInMemory(), small)
    story.does(asked())
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_70))
    with story.refuses("Niemand heet kritisch op de 70%-versie", "houding"):
        story.does(asked_again())


def test_the_second_draft_waits_for_what_is_done_with_every_point_on_the_first(
    second: Story,
) -> None:
    point = PointNoted(on=SECOND, sender="GGD", subject="Zorg", text="Dit mis ik.")
    second.does(point)
    with second.refuses("'85%-versie opleveren' mag nog niet weg", "1 punt"):
        second.does(asked_again())


def test_what_went_by_other_means_is_kept_without_a_file_or_an_address(small: Small) -> None:
    story = drafted(StoryInMemory(), small)
    story.does(VersionMade(on=FIRST, step="concept-70"))
    story.does(ReviewersNamed(on=FIRST, lines=("Reclassering",)))
    said = story.does(asked("Reclassering", was_sent=True))
    assert said.startswith("Vastgelegd: de 70%-versie ging op 8 april 2027 naar Reclassering.")
    assert not sent(story).is_by_mail


def test_it_is_taken_back_by_its_number_or_with_its_version(story: Story) -> None:
    story.does(asked("GGD"))
    story.does(asked())
    story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, owner="1", reason=WHY))
    assert [each.counts for each in story.state.circulations] == [False, True]
    story.does(Corrected(on=FIRST, step="concept-70", reason=WHY))
    assert not any(each.counts for each in story.state.circulations)
    with story.refuses("Er is geen concept ter lezing gestuurd."):
        story.does(Corrected(on=FIRST, report=TakenBack.CIRCULATION, reason=WHY))


def test_who_takes_a_version_back_hears_who_was_sent_it(story: Story) -> None:
    story.does(asked("GGD"))
    said = story.does(Corrected(on=FIRST, step="concept-70", reason=WHY))
    assert "Zij ging ter lezing naar GGD." in said
    assert "laat wie haar al heeft zelf weten dat zij is ingetrokken" in said
    story.does(VersionMade(on=FIRST, step="concept-70", document=OF_85))
    said = story.does(Corrected(on=FIRST, step="concept-70", reason=WHY))
    assert "ter lezing" not in said


def test_a_critic_who_is_no_reader_is_named_as_one_before_it_is_kept_that_he_was_sent_it(
    story: Story,
) -> None:
    story.does(asked())
    story.does(responded("Een stichting"))
    story.does(VersionMade(on=SECOND, step="concept-85", document=OF_85))
    with story.refuses("geen meelezer met een adres: Een stichting"):
        story.does(asked_again(was_sent=True))
    story.does(ReviewersNamed(on=SECOND, lines=("Een stichting",)))
    story.does(asked_again(was_sent=True))
    [one] = sent(story).sent_to
    assert (one.recipient, one.name) == (story.state.reviewers[-1].key, "Een stichting")


def test_who_was_named_by_mistake_is_not_waited_for(story: Story) -> None:
    story.does(asked())
    story.does(Corrected(on=FIRST, report=TakenBack.REVIEWERS, owner="ggd", reason=WHY))
    [one] = rounds_read(story.state)
    assert [reader.name for reader in one.readers] == ["Jeugdzorg", "Programmamanager OM"]


def test_no_draft_goes_out_any_more_once_the_plan_is_adopted(told: Told) -> None:
    story = told("adopted")
    assert rounds_to_ask_in(story.state) == []
    with story.refuses("Het plan is al vastgesteld; er gaat geen concept meer uit."):
        story.does(asked(on=FINAL), FINAL)


def test_a_round_that_lapsed_is_not_offered_and_asks_nobody(story: Story) -> None:
    offered = [step.id for step in rounds_to_ask_in(story.state)]
    assert offered == ["raadpleging-70"]
    story.does(StepLapsed(on=FIRST, step="raadpleging-70", reason=WHY))
    assert rounds_to_ask_in(story.state) == []
    with story.refuses("Stap 'raadpleging-70' is vervallen. Neem dat eerst terug."):
        story.does(asked())
