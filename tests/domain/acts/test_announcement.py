# SPDX-License-Identifier: EUPL-1.2
"""An adoption under lid 2: account, announcement, and the day from which the clock counts.

Law: Politiewet 2012, art. 38d and 39 lid 5; Awb, art. 3:41, 3:45 and 6:8.
"""

from gehoord.domain.acts.report import AddressGiven, Announced, Corrected, Reached, StepDone
from gehoord.domain.outgoing.notices import ready_notices
from gehoord.domain.outgoing.progress import progress
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter
from tests.conftest import read_day
from tests.story import ADOPTED, COUNCILS, FINAL, ONE_DAY, Story, Told, adopted

ANNOUNCED = read_day("Thu 2027-11-11")
LAST = read_day("Thu 2027-12-23")
WEEK_LATER = read_day("Thu 2027-12-30")
APPEAL = "art. 39 lid 5"


def by_lid_2(story: Story) -> Story:
    story.does(adopted(basis="39-2", burgemeesters=(), body=None))
    return story


def reached(story: Story, *councils: str) -> Story:
    """Give the burgemeesters of these councils, or of all, an address of their own."""
    for name in councils or COUNCILS:
        story.does(
            AddressGiven(
                on=ADOPTED,
                who=name,
                address=f"{name.lower()}@klein.example",
                of=Reached.BURGEMEESTER,
            )
        )
    return story


def test_an_adoption_under_lid_2_asks_for_announcement_and_for_account(told: Told) -> None:
    state = by_lid_2(told("final")).state
    [announcement] = state.open_actions(step="bekendmaking")
    assert (announcement.owner, announcement.due_on) == ("adviseur", ANNOUNCED)
    step = state.as_opened.step("bekendmaking")
    assert (step.letter, step.to) == (Letter.ANNOUNCEMENT, ("burgemeesters",))
    [account] = state.open_actions(step="verantwoording-beleidsplan")
    assert account.owner == "regioburgemeester"
    assert account.title.startswith("verantwoording afleggen aan de andere burgemeesters")
    assert {line.step for line in state.lines} >= {"bekendmaking", "verantwoording-beleidsplan"}


def test_an_adoption_under_lid_1_asks_for_neither(told: Told) -> None:
    state = told("adopted").state
    assert not {"bekendmaking", "verantwoording-beleidsplan"} & {
        s.id for s in state.as_opened.steps
    }


def test_sending_the_letters_announces_it_on_that_day(told: Told) -> None:
    story = reached(by_lid_2(told("final")))
    story.starts(Stage.ADOPTION, ANNOUNCED)
    adoption = story.state.adoption
    assert adoption is not None
    assert adoption.announced_on == ANNOUNCED
    assert story.state.is_finished("bekendmaking")
    [end] = story.state.open_actions(step="einde-beroepstermijn")
    assert end.due_on == WEEK_LATER


def test_a_letter_that_must_be_forwarded_announces_nothing_yet(told: Told) -> None:
    """Awb, art. 3:41: a burgemeester who did not get the letter was told nothing."""
    story = reached(by_lid_2(told("final")), "Haarlem", "Hoorn")
    story.starts(Stage.ADOPTION, ANNOUNCED)
    adoption = story.state.adoption
    assert adoption is not None
    assert adoption.announced_on is None
    assert story.state.open_actions(step="bekendmaking")
    assert not story.state.open_actions(step="einde-beroepstermijn")
    [owed] = story.state.open_actions(step="bekendmaking-doorsturen")
    assert owed.title == "brief over de vaststelling doorsturen aan 1 burgemeester"
    assert "nog niet als bekendgemaakt" in progress(story.state, Stage.ADOPTION, ANNOUNCED, "").text
    assert not list(ready_notices(story.state, Stage.ADOPTION))
    story.does(Announced(on=ANNOUNCED + ONE_DAY))
    assert story.state.is_finished("bekendmaking")
    assert story.state.is_finished("bekendmaking-doorsturen")
    [end] = story.state.open_actions(step="einde-beroepstermijn")
    assert end.due_on == WEEK_LATER + ONE_DAY
    assert "bekendgemaakt" not in progress(story.state, Stage.ADOPTION, ANNOUNCED, "").text


def test_who_announced_it_otherwise_says_on_which_day(told: Told) -> None:
    story = by_lid_2(told("final"))
    said = story.does(Announced(on=ANNOUNCED))
    assert "tot en met 23 december 2027 beroep instellen" in said
    assert "uiterlijk 13 april 2028" in said
    assert "na verdaging uiterlijk 22 juni 2028" in said
    assert story.state.is_finished("bekendmaking")


def test_another_day_of_announcement_needs_a_reason_and_moves_what_counts_from_it(
    told: Told,
) -> None:
    story = by_lid_2(told("final"))
    story.does(Announced(on=ANNOUNCED))
    with story.refuses("al bekendgemaakt op 11 november 2027"):
        story.does(Announced(on=ANNOUNCED + ONE_DAY))
    story.does(Announced(on=ANNOUNCED + ONE_DAY, note="de brief ging een dag later weg"))
    adoption = story.state.adoption
    assert adoption is not None
    assert adoption.announced_on == ANNOUNCED + ONE_DAY
    [end] = story.state.open_actions(step="einde-beroepstermijn")
    assert end.due_on == WEEK_LATER + ONE_DAY


def test_nothing_is_announced_before_it_was_decided_or_under_another_ground(told: Told) -> None:
    story = told("final")
    with story.refuses("nog niet vastgesteld", law="art. 39 lid 1"):
        story.does(Announced(on=FINAL))
    by_lid_2(story)
    with story.refuses("was er nog niets bekend te maken"):
        story.does(Announced(on=ADOPTED - ONE_DAY))


def test_what_all_burgemeesters_adopted_is_not_announced_to_them(told: Told) -> None:
    story = told("adopted")
    with story.refuses("op grond van lid 1", law=APPEAL):
        story.does(Announced(on=ANNOUNCED))


def test_the_announcement_is_not_simply_done(told: Told) -> None:
    story = by_lid_2(told("final"))
    with story.refuses("Stap 'bekendmaking' legt u vast als 'bekendmaking'"):
        story.does(StepDone(on=ANNOUNCED, step="bekendmaking"))
    story.does(StepDone(on=ANNOUNCED, step="verantwoording-beleidsplan"))
    assert story.state.is_finished("verantwoording-beleidsplan")


def test_what_was_merely_done_after_the_adoption_can_be_taken_back(told: Told) -> None:
    story = reached(by_lid_2(told("final")))
    story.starts(Stage.ADOPTION, ANNOUNCED)
    for step in ("verantwoording-beleidsplan", "einde-beroepstermijn"):
        story.does(StepDone(on=ANNOUNCED, step=step))
        story.does(Corrected(on=ANNOUNCED, step=step, reason="dat was een vergissing"))
        assert story.state.open_actions(step=step)
