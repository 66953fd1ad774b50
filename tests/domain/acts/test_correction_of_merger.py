# SPDX-License-Identifier: EUPL-1.2
"""A merger that was recorded by mistake is taken back, and can be recorded anew.

Law: Politiewet 2012, art. 38b lid 2 (every council of the unit, and no other).
"""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from gehoord.domain.acts.report import Corrected, Merged, TakenBack, TimeReserved
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.hearing import hear
from gehoord.flows.record import record
from gehoord.store.register import Register
from gehoord.store.verify import verify
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from gehoord.templates.standing.councils import lines_of
from tests.domain.acts.recorded import ontwerp, record_heard, state
from tests.story import ADOPTED, ASKED, FINAL, HEARD, ONE_DAY, Moment, Told, heard
from tests.story_in_register import StoryInRegister

DAY: Final = date(2027, 7, 1)
NIEUWSTAD: Final = Merged(on=DAY, ceased=("Texel",), code="GM9999", name="Nieuwstad")


INTO_HOORN: Final = NIEUWSTAD.model_copy(update={"code": "GM0405", "name": "Hoorn"})


def back(on: date = DAY, of: str | None = "Nieuwstad") -> Corrected:
    return Corrected(on=on, report=TakenBack.MERGER, owner=of, reason="Dit was Hoorn.")


def owed(state: State) -> set[tuple[str, str]]:
    return {(a.step, a.owner_name) for a in state.open_actions()}


@pytest.mark.parametrize("moment", ["agreed", "asked", "heard"])
def test_a_merger_taken_back_leaves_all_as_it_was(
    told: Told, moment: Moment, tmp_path: Path
) -> None:
    story = told(moment)
    if isinstance(story, StoryInRegister):  # the ontwerp left: `test_coming_back` tells of it waits
        deliver(story.register, Settings(home=tmp_path))
    before = story.state
    story.does(NIEUWSTAD)
    said = story.does(back())
    assert said.startswith("Teruggenomen: de herindeling van Texel tot Nieuwstad.")
    after = story.state
    assert owed(after) == owed(before)
    assert [m.name for m in after.living] == [m.name for m in before.living]
    assert {h.name: h.state for h in after.owed_hearings} == {
        h.name: h.state for h in before.owed_hearings
    }


def test_what_was_taken_back_can_be_recorded_anew_of_another(told: Told) -> None:
    story = told("asked")
    story.does(NIEUWSTAD)
    story.does(TimeReserved(on=DAY, municipality="Nieuwstad", day=HEARD))
    story.does(back())
    name = "Nieuwe Stad"
    story.does(NIEUWSTAD.model_copy(update={"ceased": ("Hoorn",), "name": name}))
    assert [m.name for m in story.state.living] == ["Haarlem", "Texel", name]
    assert {a.owner_name for a in story.state.owed("horen")} == {"Haarlem", "Texel", name}
    assert "weer te reserveren" not in story.does(back(of=name)), "it was never there"
    story.does(NIEUWSTAD.model_copy(update={"ceased": ("Hoorn",), "name": name}))
    story.starts(Stage.HEARING, DAY)
    assert story.state.hearing_of("GM9999").state is HearingState.INVITED


def test_a_council_that_was_there_and_did_not_grow_is_asked_as_before(told: Told) -> None:
    story = told("asked")
    story.does(TimeReserved(on=ASKED, municipality="Hoorn", day=HEARD))
    before = story.state.hearing_of("GM0405")
    story.does(INTO_HOORN)
    said = story.does(back(of="Hoorn"))
    assert "De vraag aan de raad van Hoorn van 17 juni 2027 geldt weer" in said
    assert "Zijn vergadering van 16 september 2027 staat weer." in said
    assert [m.name for m in story.state.living] == ["Haarlem", "Hoorn", "Texel"]
    now = story.state.hearing_of("GM0405")
    assert now.meeting_sequence == before.meeting_sequence + 2, "off, and on again"
    assert now == before.model_copy(
        update={"meeting_sequence": now.meeting_sequence, "meeting_changed_on": DAY}
    )


def test_of_one_that_was_split_only_the_part_that_is_named_is_taken_back(told: Told) -> None:
    story = told("asked")
    story.does(INTO_HOORN)
    story.does(NIEUWSTAD)
    story.does(back())
    texel = story.state.municipality("Texel")
    assert (texel.until, texel.successors) == (DAY - ONE_DAY, ("GM0405",))
    assert [m.name for m in story.state.living] == ["Haarlem", "Hoorn"]


def test_an_answer_of_the_new_council_goes_first(told: Told) -> None:
    story = told("asked")
    story.does(NIEUWSTAD)
    story.starts(Stage.HEARING, DAY)
    story.does(heard("Nieuwstad"))
    with story.refuses("Neem dat eerst terug"):
        story.does(back(FINAL))
    story.does(Corrected(on=FINAL, step="horen", owner="Nieuwstad", reason="Dit was Hoorn."))
    assert "laat die weten dat zij niet wordt gehoord." in story.does(back(FINAL))


def test_what_never_merged_is_not_taken_back(told: Told) -> None:
    story = told("asked")
    with story.refuses("Noem de gemeente waarin andere opgingen (--wie)."):
        story.does(back(of=None))
    with story.refuses("Er is geen herindeling vastgelegd waarbij Hoorn ontstond."):
        story.does(back(of="Hoorn"))
    story.does(NIEUWSTAD)
    story.does(back())
    with story.refuses("Er is geen herindeling vastgelegd waarbij Nieuwstad ontstond."):
        story.does(back())
    with story.refuses("Nieuwstad is er niet: de herindeling waaruit zij kwam, is teruggenomen."):
        story.does(Merged(on=DAY, ceased=("Nieuwstad",), code="GM0405", name="Hoorn"))


def test_what_the_adoption_rests_on_stays_and_what_came_after_it_does_not(told: Told) -> None:
    story = told("adopted")
    after = ADOPTED + ONE_DAY
    before = owed(story.state)
    story.does(NIEUWSTAD.model_copy(update={"on": after}))
    story.does(back(after))
    assert owed(story.state) == before


def test_the_set_of_councils_that_adopted_is_not_changed_afterwards(told: Told) -> None:
    story = told("agreed")
    story.does(INTO_HOORN)
    story.starts(Stage.HEARING, DAY)
    for council in ("Haarlem", "Hoorn"):
        story.does(heard(council))
    story._final()
    story._adopted()
    with story.refuses("Het plan is al vastgesteld"):
        story.does(back(ADOPTED, "Hoorn"))


def test_a_newer_ontwerp_of_meanwhile_is_still_owed_to_who_came_back(opened: Register) -> None:
    """In a register: every row that changed comes out as it went in."""
    ontwerp(opened, date(2027, 6, 17))
    hear(opened, "klein", date(2027, 6, 17))
    record_heard(opened, DAY, "Texel")
    record(opened, "klein", NIEUWSTAD, DAY)
    ontwerp(opened, DAY + ONE_DAY)
    hear(opened, "klein", DAY + ONE_DAY)
    record(opened, "klein", back(DAY + ONE_DAY), DAY + ONE_DAY)
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.PLANNED
    assert ("horen", "Texel") in owed(found)
    assert "ontwerp-aan-gm0448-2027-07-02" in {step for step, _ in owed(found)}
    hear(opened, "klein", DAY + ONE_DAY)
    assert state(opened).hearing_of("GM0448").state is HearingState.INVITED
    names = {line["Gemeente"] for line in lines_of(state(opened))}
    assert names == {"Haarlem", "Hoorn", "Texel"}, "what was a mistake stands in no list"
    with opened.reading() as reader:
        assert not verify(reader, "klein").faults
