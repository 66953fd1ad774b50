# SPDX-License-Identifier: EUPL-1.2
"""Who drifts towards too late: exactly who has no chain of meetings left that fits.

A deciding meeting leaves the council its lead time, comes no later than its last day to answer, and
after the one that forms an opinion (Awb art. 3:2; Politiewet 2012, art. 38b lid 2 names no
term).
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.calendar.recess import Recess
from gehoord.domain.acts.report import MeetingsRead, TimeReserved
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.council_meetings import council_of
from gehoord.domain.dossier.known_meetings import KnownMeetings, with_meetings
from gehoord.domain.dossier.outlook import ONE_CYCLE, Outlook, Prospect, outlook_of, outlooks
from gehoord.domain.dossier.state import State
from tests.calendar.incoming.files import calendar_of
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import ASKED, HEARD, ONE_DAY, RESPOND_BY, Small, Story, Told, heard

LAST = read_day("Thu 2027-09-30")
AFTER = read_day("Thu 2027-10-21")
DRIFTS, NOT_KNOWN = "raad-dreigt-te-laat", "vergaderdag-onbekend"
TEXEL = "GM0448"


def meets(*days: date) -> MeetingsRead:
    return MeetingsRead(on=ASKED, who="Texel", file=calendar_of(*(f"{d:%Y%m%d}" for d in days)))


def plans(day: date, kind: str = "besluitvormend") -> TimeReserved:
    return TimeReserved(on=ASKED, municipality="Texel", day=day, kind=kind)


def texel(state: State, on: date) -> Outlook:
    found = outlook_of(state, state.hearing_of(TEXEL), on)
    assert found
    return found


def told_of(story: Story, code: str, on: date) -> list[str]:
    return [f.text for f in findings(Case.of_dossier(story.state, on)) if f.code == code]


def test_nothing_is_made_up_of_a_council_of_which_no_meeting_is_known(told: Told) -> None:
    story = told("asked")
    found = texel(story.state, ASKED)
    assert (found.prospect, found.meeting, found.deliver_by) == (Prospect.UNKNOWN, None, None)
    assert found.in_words == (
        "vergaderingen onbekend: Wanneer de raad vergadert, is niet bekend. Vraag het de griffie."
    )
    assert told_of(story, NOT_KNOWN, ASKED) == []
    last_with_a_full_pass = found.full_pass_by
    assert last_with_a_full_pass
    assert told_of(story, NOT_KNOWN, last_with_a_full_pass) == []
    [text] = told_of(story, NOT_KNOWN, last_with_a_full_pass + ONE_DAY)
    assert "door de raad van Haarlem, Hoorn en Texel, terwijl" in text
    story.does(plans(LAST))
    [text] = told_of(story, NOT_KNOWN, last_with_a_full_pass + ONE_DAY)
    assert "Texel" not in text


def test_weeks_ahead_is_said_which_meeting_is_the_last_and_until_when_papers_can_come(
    told: Told,
) -> None:
    story = told("asked")
    story.does(meets(HEARD, LAST, AFTER))
    first = texel(story.state, ASKED)
    assert (first.prospect, first.meeting) == (Prospect.ON_COURSE, LAST)
    assert first.deliver_by
    near = first.deliver_by - ONE_CYCLE
    assert told_of(story, DRIFTS, near - ONE_DAY) == []
    assert told_of(story, DRIFTS, near) == [
        "Noemde nog geen dag, terwijl de laatste vergadering die past dichtbij komt: de raad van "
        "Texel (nog mogelijk 30 september 2027, stukken uiterlijk 16 september 2027)."
    ]
    assert texel(story.state, near).why == (
        "De raad noemde nog geen dag. De laatste vergadering die past, is die van donderdag 30 "
        "september 2027. Daarvoor vormt de raad een oordeel, na 16 september 2027. De stukken "
        "moeten uiterlijk 16 september 2027 bij de griffie zijn."
    )
    passed = texel(story.state, first.deliver_by + ONE_DAY)
    assert "De stukken hoorden er op 16 september 2027 te zijn." in passed.why
    assert texel(story.state, LAST + ONE_DAY).prospect is Prospect.DRIFTING
    story.does(plans(LAST))
    assert texel(story.state, near).prospect is Prospect.ON_COURSE
    assert told_of(story, DRIFTS, near) == []


def test_an_opinion_on_the_last_day_leaves_no_day_to_decide(told: Told) -> None:
    story = told("asked")
    story.does(plans(RESPOND_BY, "oordeelsvormend"))
    found = texel(story.state, ASKED)
    assert found.prospect is Prospect.DRIFTING
    assert found.why.startswith("De raad vormt pas op 7 oktober 2027 een oordeel, en moet")
    assert "geen vergadering past meer" in told_of(story, DRIFTS, ASKED)[0]


def test_a_meeting_after_the_last_day_drifts_and_says_which_one_still_fits(told: Told) -> None:
    story = told("asked")
    story.does(meets(HEARD, LAST, AFTER))
    story.does(plans(AFTER))
    found = texel(story.state, ASKED)
    assert (found.prospect, found.meeting) == (Prospect.DRIFTING, LAST)
    assert "na de laatste dag om te antwoorden, 7 oktober 2027" in found.why
    assert told_of(story, DRIFTS, ASKED) == []  # raad-vergadert-na-laatste-dag says so already


def test_who_is_heard_or_late_already_is_on_no_course_any_more(told: Told) -> None:
    story = told("asked")
    story.does(heard("Texel"))
    assert outlook_of(story.state, story.state.hearing_of(TEXEL), HEARD) is None
    assert list(outlooks(story.state, RESPOND_BY + ONE_DAY)) == []


def test_who_met_is_asked_for_its_answer(told: Told) -> None:
    story = told("asked")
    story.does(plans(HEARD))
    found = texel(story.state, HEARD + ONE_DAY)
    assert (found.prospect, found.remedy) == (Prospect.MET, "Vraag het de griffie.")


@pytest.fixture(scope="module")
def asked(small_once: Small) -> State:
    story = StoryInMemory()
    story.tell(small_once, "asked")
    return story.state


_DAYS = st.integers(0, (AFTER - ASKED).days).map(lambda n: ASKED + timedelta(days=n))


def holding(state: State, days: set[date], decides: date | None, weighing: date | None) -> State:
    """Return a dossier in which Texel meets on these days alone, and named these."""
    known = KnownMeetings(
        days=tuple(sorted(days)), whole=((ASKED, AFTER),), source="", document="", read_on=ASKED
    )
    meetings = with_meetings("", TEXEL, known)
    dossier = state.dossier.model_copy(update={"meetings": meetings})
    hearing = state.hearing_of(TEXEL)
    agenda = (
        ({"kind": "oordeelsvormend", "day": weighing, "stands": "gereserveerd", "told_on": ASKED},)
        if weighing
        else ()
    )
    stands = "gereserveerd" if decides else None
    named = hearing.model_validate(
        hearing.model_dump() | {"meets_on": decides, "meeting_stands": stands, "agenda": agenda}
    )
    return state.after(Changes.replacing([(state.dossier, dossier), (hearing, named)]))


@settings(max_examples=40)
@given(
    days=st.sets(_DAYS, min_size=1, max_size=6),
    decides=st.none() | _DAYS,
    weighing=st.none() | _DAYS,
    on=_DAYS,
)
def test_a_council_drifts_when_no_chain_of_meetings_fits_and_only_then(
    asked: State, days: set[date], decides: date | None, weighing: date | None, on: date
) -> None:
    state = holding(asked, days, decides, weighing)
    found = outlook_of(state, state.hearing_of(TEXEL), on)
    if on > RESPOND_BY:
        assert found is None
        return
    assert found
    council = council_of(state, TEXEL)
    recess: Recess = state.eenheid.recess_of(council)
    ready = council.lead_time.after(ASKED, recess)
    if decides:
        can_decide = {decides} if decides <= RESPOND_BY else set()
    else:
        can_decide = {day for day in days if max(ready, on) <= day <= RESPOND_BY}
    fits = {day for day in can_decide if weighing is None or weighing < day}
    if decides and decides < on:
        assert found.prospect is Prospect.MET
    else:
        assert (found.prospect is Prospect.DRIFTING) == (not fits)
    if found.meeting and not decides:
        assert found.meeting == max(fits)
    is_later = [turn for turn in found.turns if turn > on]
    until = min(is_later, default=RESPOND_BY)
    for day in (until - ONE_DAY, on):
        again = outlook_of(state, state.hearing_of(TEXEL), day)
        assert again
        assert (again.prospect, again.why) == (found.prospect, found.why)
