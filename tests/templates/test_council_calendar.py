# SPDX-License-Identifier: EUPL-1.2
"""The meeting that a council named, as it stands in its calendar and in that of the whole."""

from datetime import date

import pytest

from gehoord.calendar.ical.address import Address
from gehoord.calendar.ical.entry import Entry
from gehoord.calendar.ical.single import single
from gehoord.domain.acts.report import Corrected, TimeReserved
from gehoord.domain.dossier.agenda_item import MeetingStands
from gehoord.templates.calendars import calendar_of, entries_of
from gehoord.templates.council_calendar import meeting_entry, uid_of_meeting
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, HEARD, ONE_DAY, Small, heard

MAILBOX = Address("plan@klein.example", "Beleidsplan Klein")
TEXEL = "GM0448"


@pytest.fixture
def story(small: Small) -> StoryInMemory:
    told = StoryInMemory()
    told.tell(small, "asked")
    told.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD))
    return told


def shown(story: StoryInMemory) -> Entry:
    return meeting_entry(story.state.hearing_of(TEXEL), "plan")


def test_it_is_a_whole_day_that_says_how_far_the_council_is(story: StoryInMemory) -> None:
    entry = shown(story)
    assert (entry.start, entry.end, entry.is_meeting) == (HEARD, None, False)
    assert entry.summary == "Texel: raad behandelt het ontwerp (gereserveerd)"
    assert entry.explanation == (
        "plan. De raad heeft tijd gereserveerd. Meld daarna wat de raad antwoordde. Grond: "
        "Politiewet 2012, art. 38b lid 2."
    )
    assert b"TRANSP:TRANSPARENT" in single(entry, MAILBOX)


def test_it_is_in_the_calendar_of_its_municipality_and_of_the_whole_and_nowhere_else(
    story: StoryInMemory,
) -> None:
    uid = uid_of_meeting(story.state.hearing_of(TEXEL)).encode()
    for owner, is_there in ((TEXEL, True), (None, True), ("GM0392", False), ("rbop", False)):
        assert (uid in calendar_of(story.state, MAILBOX, owner)) is is_there
    assert uid.decode() in {entry.uid for entry in entries_of(story.state, TEXEL)}


def test_whatever_becomes_of_it_calendars_know_it_by_one_name(story: StoryInMemory) -> None:
    entries = [shown(story)]
    for day, stands in ((HEARD + ONE_DAY, "gereserveerd"), (HEARD + ONE_DAY, "op de agenda")):
        moved = TimeReserved(on=ASKED, municipality="Texel", day=day, stands=MeetingStands(stands))
        story.does(moved)
        entries.append(shown(story))
    reason = "dat was een andere raad"
    story.does(Corrected(on=ASKED, report="reservering", owner="Texel", reason=reason))
    entries.append(shown(story))
    story.does(TimeReserved(on=ASKED, municipality="Texel", day=HEARD))
    entries.append(shown(story))
    assert len({entry.uid for entry in entries}) == 1
    assert [entry.sequence for entry in entries] == [0, 1, 2, 3, 4]
    assert [entry.cancelled for entry in entries] == [False, False, False, True, False]
    assert sorted(entry.changed_at for entry in entries) == [e.changed_at for e in entries]
    assert entries[3].summary == "VERVALLEN: Texel: raad behandelt het ontwerp"
    assert entries[3].start == HEARD + ONE_DAY


@pytest.mark.parametrize(("on", "is_off"), [(HEARD - ONE_DAY, True), (HEARD, False)])
def test_heard_before_its_day_it_is_called_off_and_after_it_stays(
    story: StoryInMemory, on: date, is_off: bool
) -> None:
    story.does(heard("Texel", on))
    assert shown(story).cancelled is is_off
    assert shown(story).sequence == int(is_off)


def test_a_council_that_named_no_meeting_has_none(story: StoryInMemory) -> None:
    with pytest.raises(ValueError, match="Hoorn named no meeting"):
        meeting_entry(story.state.hearing_of("GM0405"), "plan")
    assert len(entries_of(story.state, TEXEL)) == len(entries_of(story.state, "GM0405")) + 1


def test_a_meeting_before_the_deciding_one_is_in_calendars_as_no_hearing(
    story: StoryInMemory,
) -> None:
    """Law: Politiewet 2012, art. 38b lid 2 (as we read it, a committee is not the council)."""

    def entries() -> list[Entry]:
        found = entries_of(story.state, TEXEL)
        assert len(found) == len(entries_of(story.state, "GM0405")) + 2
        return [entry for entry in found if "behandeling van het ontwerp" in entry.summary]

    weighs = {"municipality": "Texel", "kind": "oordeelsvormend", "where": "commissie Bestuur"}
    story.does(TimeReserved(on=ASKED, day=HEARD - ONE_DAY, **weighs))
    told = entries()
    assert told[0].summary == (
        "Texel: oordeelsvormende behandeling van het ontwerp, commissie Bestuur (gereserveerd)"
    )
    assert told[0].explanation.endswith("De raad is daarmee nog niet gehoord.")
    story.does(TimeReserved(on=ASKED, day=HEARD, **weighs))
    told += entries()
    story.does(TimeReserved(on=ASKED, day=HEARD, stands="gaat niet door", **weighs))
    told += entries()
    story.does(TimeReserved(on=ASKED, day=HEARD, **weighs))
    told += entries()
    story.does(heard("Texel", HEARD - ONE_DAY))
    told += entries()
    back = Corrected(on=HEARD - ONE_DAY, step="horen", owner="Texel", reason="dat was Hoorn")
    story.does(back)
    told += entries()
    assert len({entry.uid for entry in told} | {shown(story).uid}) == 2
    assert [entry.sequence for entry in told] == [0, 1, 2, 3, 4, 5]
    assert [entry.cancelled for entry in told] == [False, False, True, False, True, False]
    assert sorted(entry.changed_at for entry in told) == [entry.changed_at for entry in told]
