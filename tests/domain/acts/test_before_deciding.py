# SPDX-License-Identifier: EUPL-1.2
"""A council or its committee treats the ontwerp before it decides: no hearing, whatever was said.

Politiewet 2012, art. 38b lid 2, as we read it: a committee is not the council.
"""

from typing import Any

import pytest

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import Corrected, Merged, TimeReserved
from gehoord.domain.dossier.agenda_item import MeetingKind, MeetingStands
from gehoord.domain.dossier.council_path import StationKind, StationStands, council_path
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.templates.council_calendar import council_meetings
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import AGREED, ASKED, HEAR, HEARD, ONE_DAY, Small, Story, Told, adopted, heard

TREATED = read_day("Tue 2027-09-07")
BEFORE = read_day("Thu 2027-06-10")
WEIGHING, INFORMING = MeetingKind.WEIGHING, MeetingKind.INFORMING


def treats(kind: MeetingKind = WEIGHING, **changes: Any) -> TimeReserved:
    said = {"on": ASKED, "municipality": "Texel", "day": TREATED, "stands": "op de agenda"}
    return TimeReserved(**{"kind": kind, "where": "commissie Bestuur", **said, **changes})


def texel(story: Story) -> Hearing:
    return story.state.hearing_of("GM0448")


def test_a_committee_that_treats_the_ontwerp_hears_no_council(told: Told) -> None:
    story = told("asked")
    actions = list(story.state.actions)
    said = story.does(treats())
    assert said == (
        "Voor de raad van Texel staat het ontwerp oordeelsvormend op de agenda van dinsdag "
        "7 september 2027 (commissie Bestuur). De raad is daarmee nog niet gehoord."
    )
    story.does(treats(stands="behandeld", on=TREATED))
    assert texel(story).state is HearingState.INVITED
    assert list(story.state.actions) == actions
    path = council_path(story.state, texel(story), TREATED + ONE_DAY, ())
    assert path.at(StationKind.WEIGHING).stands is StationStands.PASSED
    assert path.at(StationKind.HEARD).stands is StationStands.OPEN
    with story.refuses("Nog niet gehoord: Haarlem, Hoorn en Texel", law=HEAR):
        story.does(adopted())


def test_one_of_a_kind_takes_the_place_of_the_former_and_the_same_is_no_news(told: Told) -> None:
    story = told("asked")
    story.does(treats())
    story.does(treats(INFORMING, day=BEFORE + 30 * ONE_DAY, where=""))
    said = story.does(treats(day=HEARD))
    assert "Dit komt in de plaats van 7 september 2027, commissie Bestuur (op de agenda)." in said
    assert [(item.kind, item.day) for item in texel(story).before_deciding] == [
        (INFORMING, BEFORE + 30 * ONE_DAY),
        (WEIGHING, HEARD),
    ]
    with story.refuses("Dat is al vastgelegd"):
        story.does(treats(day=HEARD, on=ASKED + ONE_DAY))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"stands": "behandeld"}, "is nog niets behandeld"),
        ({"on": HEARD}, "is al voorbij"),
        ({"day": BEFORE, "stands": "behandeld"}, "kreeg het ontwerp op 17 juni 2027"),
        ({"day": read_day("Mon 2030-09-09")}, "ver na de vaststelling"),
        ({"stands": "gaat niet door"}, "geen oordeelsvormende behandeling gemeld"),
    ],
)
def test_what_cannot_be_is_refused(told: Told, changes: dict[str, Any], words: str) -> None:
    story = told("asked")
    with story.refuses(words):
        story.does(treats(**changes))


def test_nobody_treated_what_he_was_not_sent_though_time_can_be_reserved(told: Told) -> None:
    story = told("agreed")
    story.does(treats(INFORMING, on=AGREED, day=HEARD))
    with story.refuses("heeft het ontwerp nog niet gekregen; op 9 juni 2027 kan het niet"):
        story.does(treats(on=AGREED, day=AGREED - ONE_DAY, stands="behandeld"))


def test_no_committee_decides_and_what_the_council_decided_is_its_answer(told: Told) -> None:
    story = told("asked")
    with story.refuses("'commissie Bestuur' kan niet besluitvormend zijn", law=HEAR):
        story.does(treats(MeetingKind.DECIDING))
    with story.refuses("meld zijn antwoord met 'gehoord'"):
        story.does(treats(MeetingKind.DECIDING, where="", stands="behandeld"))
    story.does(treats(MeetingKind.DECIDING, where="Raadsvergadering Texel"))
    assert (texel(story).meeting_on, texel(story).before_deciding) == (TREATED, ())


def test_who_decides_before_it_forms_an_opinion_is_told_so(told: Told) -> None:
    story = told("asked")
    story.does(treats(MeetingKind.DECIDING, where=""))
    assert "besluitvormend vergadert de raad al op 7 september 2027" in story.does(
        treats(day=HEARD)
    )


def test_a_meeting_that_is_off_or_was_a_mistake_is_gone(told: Told) -> None:
    story = told("asked")
    story.does(treats())
    with story.refuses("noemde 7 september 2027"):
        story.does(treats(day=HEARD, stands="gaat niet door"))
    said = story.does(treats(stands="gaat niet door"))
    assert "De oordeelsvormende behandeling voor de raad van Texel op 7 september 2027" in said
    story.does(treats())
    story.does(treats(INFORMING))
    mistake = Corrected(
        on=ASKED, report="reservering", owner="Texel", reason="dat was een andere raad"
    )
    with story.refuses("noem die dan: 'Texel, beeldvormend' of 'Texel, oordeelsvormend'"):
        story.does(mistake)
    offers = offered("herstel", "actiehouder", [story.state], ASKED)
    assert offers
    assert "Texel, beeldvormend" in offers
    story.does(mistake.model_copy(update={"owner": "Texel, beeldvormend"}))
    assert [item.kind for item in texel(story).before_deciding] == [WEIGHING]
    story.does(mistake)
    assert texel(story).before_deciding == ()


def test_who_was_heard_names_no_meeting_any_more(told: Told) -> None:
    story = told("asked")
    story.does(heard("Texel"))
    with story.refuses("hoeft geen tijd meer te reserveren"):
        story.does(treats(day=HEARD + ONE_DAY))


def test_what_a_former_council_treated_is_not_treated_by_the_one_it_grew_into(
    small: Small,
) -> None:
    story = StoryInMemory()
    story.tell(small, "opened")
    story.does(treats())
    day = BEFORE - ONE_DAY
    story.does(treats(MeetingKind.DECIDING, where="", on=day, day=day))
    assert [e.start for e in council_meetings(story.state, "GM0448")] == [day, TREATED]
    story.does(Merged(on=BEFORE, ceased=("Hoorn",), code="GM0448", name="Texel"))
    assert texel(story).before_deciding == ()
    assert texel(story).meeting_on is None, "nor does it meet on a day of the council before it"
    entries = council_meetings(story.state, "GM0448")
    assert [(e.start, e.cancelled) for e in entries] == [(TREATED, True)]


def test_stands_are_read_as_people_write_them() -> None:
    assert treats(stands="Behandeld").stands is MeetingStands.TREATED
