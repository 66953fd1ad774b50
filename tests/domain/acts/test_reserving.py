# SPDX-License-Identifier: EUPL-1.2
"""A council reserves time, or puts the ontwerp on its agenda: a plan of its own, and no hearing."""

from datetime import date, timedelta

import pytest

from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Agreed,
    Corrected,
    Merged,
    TimeReserved,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.agenda_item import MeetingStands
from gehoord.domain.dossier.hearing import Hearing, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.proposal.stage import Stage
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.story import (
    ADOPTED,
    AGREED,
    ASKED,
    HEAR,
    HEARD,
    ONE_DAY,
    REAL_REASON,
    RESPOND_BY,
    Moment,
    Story,
    Told,
    heard,
    silent,
)

MEETS = read_day("Thu 2027-09-23")
TOO_LATE = read_day("Thu 2027-10-14")
BACK = read_day("Mon 2027-07-05")
ON_AGENDA = MeetingStands.ON_AGENDA
CODE = "raad-vergadert-na-laatste-dag"


def reserved(
    day: date = MEETS,
    on: date = ASKED,
    council: str = "Texel",
    stands: MeetingStands = MeetingStands.RESERVED,
) -> TimeReserved:
    return TimeReserved(on=on, municipality=council, day=day, stands=stands)


def taken_back(on: date = BACK, council: str = "Texel") -> Corrected:
    reason = "dat was een andere raad"
    return Corrected(on=on, report="reservering", owner=council, reason=reason)


def texel(story: Story) -> Hearing:
    return story.state.hearing_of("GM0448")


@pytest.mark.parametrize("moment", ["opened", "agreed", "asked"])
def test_a_council_may_reserve_before_and_after_it_has_the_ontwerp(
    told: Told, moment: Moment
) -> None:
    story = told(moment)
    before = texel(story).state
    said = story.does(reserved(on=ASKED))
    assert said == "De raad van Texel reserveert tijd op donderdag 23 september 2027."
    assert (texel(story).meeting_on, texel(story).state) == (MEETS, before)
    assert not story.state.hearing_of("GM0405").meeting_on


def test_it_is_no_hearing_and_changes_nothing_of_what_is_owed(told: Told) -> None:
    """Only a council that treated the ontwerp is heard (Politiewet 2012, art. 38b lid 2)."""
    story = told("asked")
    actions, lines = list(story.state.actions), list(story.state.lines)
    story.does(reserved(stands=ON_AGENDA))
    assert (list(story.state.actions), list(story.state.lines)) == (actions, lines)
    assert texel(story).state is HearingState.INVITED


def test_another_day_or_state_takes_its_place_and_the_same_again_is_no_news(told: Told) -> None:
    story = told("asked")
    story.does(reserved())
    said = story.does(reserved(stands=ON_AGENDA, on=BACK))
    assert said == (
        "Het ontwerp staat op de agenda van de raad van Texel van donderdag 23 september 2027. "
        "Dit komt in de plaats van 23 september 2027 (gereserveerd)."
    )
    story.does(reserved(HEARD, BACK))
    assert (texel(story).meeting_on, texel(story).meeting_sequence) == (HEARD, 2)
    with story.refuses("vergadert op 16 september 2027 (gereserveerd)"):
        story.does(reserved(HEARD, BACK))


def test_a_meeting_that_is_off_is_off_in_the_calendar_and_another_may_be_named(told: Told) -> None:
    story = told("asked")
    with story.refuses("heeft geen tijd gereserveerd"):
        story.does(reserved(stands=MeetingStands.OFF))
    story.does(reserved(stands=ON_AGENDA))
    with story.refuses("noemde 23 september 2027"):
        story.does(reserved(HEARD, stands=MeetingStands.OFF))
    said = story.does(reserved(on=MEETS + ONE_DAY, stands=MeetingStands.OFF))
    assert said == (
        "De vergadering van de raad van Texel op 23 september 2027 gaat niet door. In de agenda "
        "vervalt zij. Meld een andere dag zodra die bekend is."
    )
    assert (texel(story).meets_on, texel(story).named_meeting) == (MEETS, None)
    assert texel(story).is_called_off
    story.does(reserved(RESPOND_BY, on=MEETS + ONE_DAY))
    assert texel(story).meeting_on == RESPOND_BY


def test_what_a_council_that_was_heard_had_named_is_not_called_off_any_more(told: Told) -> None:
    story = told("asked")
    story.does(reserved())
    story.does(heard("Texel"))
    with story.refuses("hoeft niet meer te worden gehoord"):
        story.does(reserved(stands=MeetingStands.OFF))


def test_a_meeting_after_the_last_day_is_said_and_found_until_the_council_has_longer(
    told: Told,
) -> None:
    story = told("asked")
    said = story.does(reserved(TOO_LATE))
    assert "na de laatste dag om te antwoorden, 7 oktober 2027. Vraag om een eerdere" in said
    assert said.endswith("of geef uitstel.")
    story.does(reserved(TOO_LATE + ONE_DAY, council="Haarlem"))
    assert found(story) == [
        "Na de laatste dag om te antwoorden vergadert de raad van Haarlem (15 oktober 2027, "
        "laatste dag 7 oktober 2027) en Texel (14 oktober 2027, laatste dag 7 oktober 2027)."
    ]
    story.moves("horen", TOO_LATE, HEARD)
    assert found(story) == [
        "Na de laatste dag om te antwoorden vergadert de raad van Haarlem (15 oktober 2027, "
        "laatste dag 14 oktober 2027)."
    ]
    story.does(heard("Haarlem", HEARD))
    assert found(story) == []


def found(story: Story) -> list[str]:
    return [f.text for f in findings(Case.of_dossier(story.state, ASKED)) if f.code == CODE]


def test_a_day_before_the_ontwerp_is_to_come_is_taken_and_said(told: Told) -> None:
    """The plan may still move, and the ontwerp may leave before its day."""
    story = told("agreed")
    said = story.does(reserved(TOO_LATE, AGREED))
    assert said.endswith("of geef uitstel zodra de raad het ontwerp heeft.")
    said = story.does(reserved(ASKED - ONE_DAY, AGREED))
    assert said.endswith("volgens het plan krijgt de raad het ontwerp pas op 17 juni 2027.")


@pytest.mark.parametrize(
    ("moment", "report", "said", "law"),
    [
        ("asked", reserved(ASKED, ASKED + ONE_DAY), "17 juni 2027 is al voorbij", None),
        ("asked", reserved(ASKED - ONE_DAY, AGREED), "kreeg het ontwerp op 17 juni 2027", None),
        ("heard", reserved(), "hoeft geen tijd meer te reserveren: gehoord", None),
        ("adopted", reserved(ADOPTED, ADOPTED), "al vastgesteld op 4 november 2027", HEAR),
        ("asked", reserved(council="Texle"), "bedoelt u 'Texel'?", None),
        ("asked", taken_back(), "heeft geen tijd gereserveerd", None),
    ],
)
def test_it_is_refused_where_it_cannot_be(
    told: Told, moment: Moment, report: TimeReserved | Corrected, said: str, law: str | None
) -> None:
    story = told(moment)
    with story.refuses(said, law=law):
        story.does(report)


def test_a_day_long_after_the_adoption_is_a_slip_and_refused(told: Told) -> None:
    story = told("asked")
    with story.refuses("31 december 2031 ligt ver na de vaststelling", "Verbeter de dag"):
        story.does(reserved(date(2031, 12, 31)))


def test_of_a_silent_council_and_one_that_ceased_it_is_refused(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(silent("Texel", TOO_LATE, REAL_REASON))
    with story.refuses("hoeft geen tijd meer te reserveren: geen antwoord"):
        story.does(reserved(TOO_LATE, TOO_LATE))
    story = StoryInMemory(at("asked"))
    story.does(Merged(on=HEARD, ceased=("Texel",), code="GM9999", name="Nieuwstad"))
    with story.refuses("Texel bestaat niet meer"):
        story.does(reserved(TOO_LATE, HEARD))
    story.does(reserved(TOO_LATE, HEARD, "Nieuwstad"))


def test_taken_back_it_stands_nowhere_and_can_come_anew(told: Told) -> None:
    story = told("asked")
    was = as_it_reads(story.state)
    story.does(reserved())
    assert "Texel" in (offered("herstel", "actiehouder", [story.state], BACK) or ())
    said = story.does(taken_back())
    assert said == (
        "Teruggenomen: de vergadering van de raad van Texel op 23 september 2027. In de agenda "
        "vervalt zij."
    )
    assert as_it_reads(story.state) == was
    assert texel(story).is_called_off
    story.does(reserved(HEARD, BACK))
    assert (texel(story).meeting_on, texel(story).is_called_off) == (HEARD, False)


def test_a_council_that_is_heard_before_its_day_needs_the_meeting_no_more(told: Told) -> None:
    story = told("asked")
    story.does(reserved())
    story.does(heard("Texel", HEARD))
    assert (texel(story).is_called_off, texel(story).meeting_sequence) == (True, 1)
    assert texel(story).meeting_on is None
    with story.refuses("hoeft niet meer te worden gehoord: gehoord"):
        story.does(taken_back(MEETS))
    story.does(Corrected(on=MEETS, step="horen", owner="Texel", reason="dat was een commissie"))
    assert (texel(story).meeting_on, texel(story).meeting_sequence) == (MEETS, 2)


@pytest.mark.parametrize("on", [MEETS, MEETS + ONE_DAY])
def test_heard_on_its_day_or_later_the_meeting_stays_as_it_was(told: Told, on: date) -> None:
    story = told("asked")
    story.does(reserved())
    story.does(heard("Texel", on))
    assert (texel(story).is_called_off, texel(story).meeting_sequence) == (False, 0)


@pytest.mark.parametrize(("day", "stays"), [(HEARD - ONE_DAY, False), (HEARD, True)])
def test_asked_about_another_ontwerp_it_stays_only_when_it_is_still_to_come(
    told: Told, day: date, stays: bool
) -> None:
    story = told("asked")
    story.does(reserved(day))
    asked_again(story, HEARD)
    assert bool(texel(story).meeting_on) is stays
    assert not texel(story).is_called_off, "on a day that has passed nothing is called off"


def test_what_was_called_off_stays_so_when_the_council_is_asked_again(told: Told) -> None:
    story = told("asked")
    story.does(reserved())
    story.does(heard("Texel", HEARD))
    asked_again(story, HEARD + ONE_DAY)
    assert (texel(story).is_called_off, texel(story).meeting_on) == (True, None)


def asked_again(story: Story, on: date) -> None:
    story.does(VersionMade(on=on, step="ontwerp"))
    for client in CLIENTS_THAT_AGREE:
        story.does(Agreed(on=on, client=client))
    story.starts(Stage.HEARING, on)
    assert texel(story).round == 2


def test_a_municipality_that_grows_has_another_council_that_reserved_nothing(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(reserved())
    story.does(Merged(on=HEARD, ceased=("Hoorn",), code="GM0448", name="Texel"))
    assert (texel(story).meeting_on, texel(story).is_called_off) == (None, True)


def test_what_grows_before_it_was_asked_reserved_nothing_either(at: At) -> None:
    story = StoryInMemory(at("opened"))
    story.does(reserved())
    story.does(Merged(on=AGREED, ceased=("Hoorn",), code="GM0448", name="Texel"))
    assert texel(story).meeting_on is None


def test_who_is_taken_for_silent_may_still_say_that_its_meeting_is_another_day_or_off(
    at: At,
) -> None:
    story = StoryInMemory(at("asked"))
    story.does(reserved(TOO_LATE))
    late = RESPOND_BY + ONE_DAY
    story.does(silent("Texel", late, REAL_REASON))
    other = TOO_LATE + ONE_DAY
    story.does(reserved(other, late))
    assert texel(story).named_meeting == (other, MeetingStands.RESERVED)
    story.does(taken_back(late))
    assert (texel(story).named_meeting, texel(story).is_called_off) == (None, True)


def test_who_still_meets_is_not_silent_yet(told: Told) -> None:
    """Reserved is not held: it is no opportunity that there was, and none that was let go."""
    story = told("asked")
    story.does(reserved(TOO_LATE))
    late = RESPOND_BY + ONE_DAY
    said = story.does(silent("alle", late, REAL_REASON))
    assert said.endswith("dus wacht die vergadering af: Texel.")
    assert texel(story).state is HearingState.INVITED
    said = story.does(silent("Texel", late, REAL_REASON))
    assert "hij vergadert nog op 14 oktober 2027 (gereserveerd)" in said
    assert not texel(story).is_called_off


def test_where_no_council_is_heard_none_reserves_time(at: At) -> None:
    """An extension of a plan that the councils were heard on."""
    state = at("opened")
    story = StoryInMemory(State(state.dossier, state.municipalities, state.lines, state.actions))
    with story.refuses("In dit dossier worden geen raden gehoord."):
        story.does(reserved())


def test_the_form_offers_who_is_still_to_be_heard(at: At) -> None:
    asked, adopted = at("asked"), at("adopted")
    for state, names in ((asked, ("Haarlem", "Hoorn", "Texel")), (adopted, ())):
        assert offered("reservering", "gemeente", [state], ASKED) == names
    story = StoryInMemory(asked)
    story.does(heard("Hoorn", HEARD - timedelta(days=7)))
    assert offered("reservering", "gemeente", [story.state], HEARD) == ("Haarlem", "Texel")
