# SPDX-License-Identifier: EUPL-1.2
"""When a council meets becomes known by its calendar; what was counted on before is judged anew.

Silence counts after a real opportunity alone (Politiewet 2012, art. 38b lid 2).
"""

from datetime import date

import pytest

from gehoord.domain.acts.report import (
    Agreed,
    Corrected,
    MeetingsRead,
    Merged,
    TakenBack,
    VersionMade,
)
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.silence import opportunity_given
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, Part
from gehoord.procedures.library import proposal_of
from gehoord.templates.correspondence import letter
from gehoord.templates.outgoing.outgoing import Outgoing
from tests.calendar.incoming.files import calendar_of, file_of
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.sentence import assert_sentence
from tests.story import ADOPTED, ASKED, FINAL, HEARD, OPENED, RESPOND_BY, Small, Told, silent

AFTER = date(2027, 10, 8)
FITS, TOO_EARLY, TOO_LATE = "20270916", "20270603", "20271111"
WHY = "herinnerd, gebeld en gemaild"
WRONG = "dit was de agenda van Hoorn"


def meets(council: str, *days: str, on: date = ASKED, **more: object) -> MeetingsRead:
    return MeetingsRead(on=on, who=council, file=calendar_of(*days), **more)


def codes(state: State, on: date) -> set[str]:
    return {finding.code for finding in findings(Case.of_dossier(state, on))}


def test_the_meetings_of_a_council_are_known_by_its_calendar(told: Told) -> None:
    story = told("opened")
    said = story.does(meets("texel", TOO_EARLY, FITS, TOO_LATE, on=OPENED))
    assert_sentence(
        said,
        "Van de raad van Texel zijn 3 vergaderingen bekend, van 3 juni 2027 tot en met 11 november"
        " 2027.",
        "Om te horen past er 1: die van 16 september 2027.",
    )
    known = story.state.opened.meetings["GM0448"]
    assert known.days == (date(2027, 6, 3), date(2027, 9, 16), date(2027, 11, 11))
    assert (known.source, known.read_on) == ("raad.ics", OPENED)
    texel = story.state.eenheid.municipality("GM0448")
    assert texel
    assert texel.schedule
    assert texel.schedule.days == known.days


def test_no_day_of_the_plan_moves_by_it(told: Told) -> None:
    story = told("asked")
    plan = story.state.plan
    story.does(meets("Texel", FITS))
    assert story.state.plan == plan


def test_the_checks_judge_the_plan_by_the_meetings_that_are_known(told: Told) -> None:
    story = told("opened")
    assert "geen-raadsvergadering" not in codes(story.state, OPENED)
    said = story.does(meets("Hoorn", TOO_EARLY, TOO_LATE, on=OPENED))
    assert "Geen ervan past in de tijd om te horen." in said
    [found] = [
        f
        for f in findings(Case.of_dossier(story.state, OPENED))
        if f.code == "geen-raadsvergadering"
    ]
    assert found.text.endswith(": Hoorn.")
    story.does(meets("Hoorn", TOO_EARLY, FITS, TOO_LATE, on=OPENED))
    assert "geen-raadsvergadering" not in codes(story.state, OPENED)


def test_a_calendar_until_the_summer_says_nothing_of_the_autumn(told: Told) -> None:
    story = told("asked")
    said = story.does(meets("Texel", TOO_EARLY))
    assert "niet al die dagen zijn bekend" in said
    assert "geen-raadsvergadering" not in codes(story.state, ASKED)
    given = opportunity_given(story.state, story.state.hearing_of("GM0448"), AFTER)
    assert (given.meetings, given.is_real) == (None, True)


def test_a_newer_calendar_replaces_the_former_and_says_what_differs(told: Told) -> None:
    story = told("opened")
    story.does(meets("Texel", TOO_EARLY, FITS, on=OPENED))
    said = story.does(meets("Texel", TOO_EARLY, TOO_LATE, on=THE_NEXT_DAY))
    assert (
        "Zij vervangen die van 1 december 2026: 11 november 2027 erbij en 16 september 2027 weg."
        in said
    )
    assert story.state.opened.meetings["GM0448"].read_on == THE_NEXT_DAY
    again = story.does(meets("Texel", TOO_EARLY, TOO_LATE, on=THE_NEXT_DAY))
    assert "de dagen zijn dezelfde" in again


THE_NEXT_DAY = date(2026, 12, 2)


def test_a_calendar_of_what_is_to_come_says_of_each_day_to_come_whether_there_is_a_meeting(
    told: Told,
) -> None:
    story = told("asked")
    story.does(meets("Texel", TOO_LATE, on=ASKED))
    given = opportunity_given(story.state, story.state.hearing_of("GM0448"), AFTER)
    assert not given.is_real
    story.does(meets("Texel", TOO_EARLY, FITS, TOO_LATE, on=ASKED))
    story.does(meets("Texel", TOO_LATE, on=date(2027, 9, 17)))
    assert date(2027, 9, 16) in story.state.opened.meetings["GM0448"].days
    story.does(meets("Texel", TOO_LATE, on=date(2027, 9, 16)))
    assert date(2027, 9, 16) not in story.state.opened.meetings["GM0448"].days


def test_a_calendar_of_what_is_to_come_leaves_what_was_as_it_was_known(told: Told) -> None:
    story = told("asked")
    story.does(meets("Texel", TOO_EARLY, FITS, TOO_LATE))
    story.does(silent("Texel", AFTER, WHY))
    said = story.does(meets("Texel", TOO_LATE, on=AFTER))
    assert_sentence(
        said,
        "de dagen zijn dezelfde. Wat bekend was van voor 8 oktober 2027, blijft: 3 juni 2027 en "
        "16 september 2027.",
    )
    known = story.state.opened.meetings["GM0448"]
    assert known.whole == ((date(2027, 6, 3), date(2027, 11, 30)),)
    assert "Let op" not in said
    assert "zweeg-zonder-gelegenheid" not in codes(story.state, AFTER)


def test_a_newer_calendar_lets_no_silence_through_that_was_refused(told: Told) -> None:
    story = told("asked")
    story.does(meets("Texel", TOO_EARLY, TOO_LATE))
    with story.refuses("had geen echte gelegenheid", law="art. 38b lid 2"):
        story.does(silent("Texel", AFTER, WHY))
    story.does(meets("Texel", TOO_LATE, on=AFTER))
    with story.refuses("had geen echte gelegenheid", law="art. 38b lid 2"):
        story.does(silent("Texel", AFTER, WHY))


def test_silence_on_a_meeting_that_is_not_there_any_more_is_told_and_becomes_a_finding(
    told: Told,
) -> None:
    story = told("asked")
    story.does(meets("Texel", TOO_EARLY, FITS, TOO_LATE))
    story.does(silent("Texel", AFTER, WHY))
    assert "zweeg-zonder-gelegenheid" not in codes(story.state, AFTER)
    said = story.does(meets("Texel", TOO_EARLY, TOO_LATE, on=AFTER))
    assert_sentence(
        said,
        "Let op: op 8 oktober 2027 is vastgelegd dat hij zweeg na de raadsvergadering van 16 "
        "september 2027. Nu blijkt: geen raadsvergadering die paste",
    )
    assert "zweeg-zonder-gelegenheid" in codes(story.state, AFTER)
    back = Corrected(on=AFTER, report=TakenBack.MEETINGS, owner="Texel", reason=WRONG)
    assert "had echt gelegenheid" in story.does(back)
    assert "zweeg-zonder-gelegenheid" not in codes(story.state, AFTER)


def test_the_letter_to_the_minister_names_the_meeting_that_a_silent_council_had(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(meets("Texel", TOO_EARLY, FITS, TOO_LATE))
    story.does(silent("Texel", AFTER, WHY))
    post = Outgoing(story.state, AFTER, "adviseur@proef.example")
    told = letter(Letter.SEND_OUT, post.to("Minister", "minister")).letter
    assert "<li>Texel: de raadsvergadering van 16 september 2027.</li>" in told


def test_what_of_a_calendar_could_not_be_read_stays_a_finding(at: At) -> None:
    story = StoryInMemory(at("asked"))
    bad = file_of("UID:1\nSUMMARY:Raad\nDTSTART:20270916", "UID:2\nSUMMARY:Raad\nDTSTART:ooit")
    document = Document(name="texel.ics", content=bad)
    story.does(MeetingsRead(on=ASKED, who="Texel", file=document))
    [found] = [
        f for f in findings(Case.of_dossier(story.state, ASKED)) if f.code == "agenda-onvolledig"
    ]
    assert "In de vergaderagenda van Texel: de afspraak 'Raad' (regel 9)" in found.text
    story.does(meets("Texel", FITS))
    assert "agenda-onvolledig" not in codes(story.state, ASKED)


def test_a_calendar_that_was_read_by_mistake_counts_no_more(told: Told) -> None:
    story = told("asked")
    story.does(meets("Texel", FITS))
    with story.refuses("Van 'Hoorn' is geen agenda", "Kies uit: Texel."):
        story.does(Corrected(on=ASKED, report=TakenBack.MEETINGS, owner="Hoorn", reason=WRONG))
    back = Corrected(on=ASKED, report=TakenBack.MEETINGS, owner="GM0448", reason=WRONG)
    assert_sentence(
        story.does(back),
        "Teruggenomen: de vergaderingen van de raad van Texel uit raad.ics. Wanneer hij vergadert, "
        "is nu niet bekend.",
    )
    assert story.state.opened.meetings == {}
    with story.refuses("Van 'Texel' is geen agenda met vergaderingen vastgelegd."):
        story.does(Corrected(on=ASKED, report=TakenBack.MEETINGS, owner="Texel", reason=WRONG))


def test_what_can_be_taken_back_names_the_calendars(told: Told) -> None:
    story = told("opened")
    story.does(meets("Texel", FITS, on=OPENED))
    with story.refuses("Nu kan: vergaderingen van Texel."):
        story.does(Corrected(on=OPENED, reason=WRONG))


def test_after_the_adoption_no_calendar_changes_anything(told: Told) -> None:
    story = told("adopted")
    with story.refuses("Het plan is vastgesteld op 4 november 2027"):
        story.does(meets("Texel", FITS, on=ADOPTED))


def test_a_council_that_came_of_a_merger_has_a_calendar_of_its_own(at: At) -> None:
    story = StoryInMemory(at("asked"))
    story.does(Merged(on=HEARD, ceased=("Texel", "Hoorn"), code="GM9999", name="Nieuwstad"))
    with story.refuses("Texel is opgeheven"):
        story.does(meets("Texel", FITS, on=HEARD))
    said = story.does(meets("Nieuwstad", FITS, TOO_LATE, on=HEARD))
    assert said.startswith("Van de raad van Nieuwstad zijn 2 vergaderingen bekend")


def test_a_choice_and_everything_exclude_each_other() -> None:
    with pytest.raises(ValueError, match="kies 'naam' of 'alle', niet allebei"):
        meets("Texel", FITS, word="raad", every=True)


def test_the_silence_of_32_councils_is_judged_by_their_real_meetings() -> None:
    story = StoryInMemory()
    story.opens(proposal_of("noord-holland/imv-2028-2031"))
    story.does(VersionMade(on=date(2027, 6, 3), step="ontwerp", contains=tuple(Part)))
    for client in ("regioburgemeester", "hoofdofficier"):
        story.does(Agreed(on=date(2027, 6, 10), client=client))
    story.starts(Stage.HEARING, ASKED)
    councils = [hearing.name for hearing in story.state.hearings]
    can, cannot, unknown = councils[:16], councils[16:26], councils[26:]
    for council in can:
        story.does(meets(council, TOO_EARLY, FITS, TOO_LATE))
    for council in cannot:
        story.does(meets(council, TOO_EARLY, TOO_LATE))
    said = story.does(silent("alle", AFTER, WHY))
    states = {hearing.name: hearing.state for hearing in story.state.hearings}
    assert len(councils) == 32
    assert {states[name] for name in (*can, *unknown)} == {HearingState.SILENT}
    assert {states[name] for name in cannot} == {HearingState.INVITED}
    assert said.startswith("Vastgelegd dat 22 raden gelegenheid hadden en niet antwoordden")
    assert all(name in said.partition("elk met een eigen reden")[2] for name in cannot)
    with story.refuses("had geen echte gelegenheid", "geen raadsvergadering", law="art. 38b lid 2"):
        story.does(silent(cannot[0], AFTER, WHY))
    assert RESPOND_BY < AFTER < FINAL


def body_meets(*days: str, on: date = OPENED, **more: object) -> MeetingsRead:
    entries = [f"UID:{day}\nSUMMARY:Overleg\nDTSTART:{day}T093000" for day in days]
    file = Document(name="rbop.ics", content=file_of(*entries))
    return MeetingsRead(on=on, who="rbop", file=file, **more)


def test_of_a_body_all_that_is_held_counts_and_no_day_of_the_plan_moves(told: Told) -> None:
    story = told("opened")
    plan = story.state.plan
    said = story.does(body_meets("20270311", "20271014", "20271104"))
    assert_sentence(
        said,
        "Van het RBOP zijn 3 vergaderingen bekend, van 11 maart 2027 tot en met 4 november 2027.",
    )
    assert story.state.plan == plan
    assert "geen-vergaderdag" not in codes(story.state, OPENED)


def test_a_body_that_does_not_meet_on_a_day_of_the_plan_is_told_and_found(told: Told) -> None:
    story = told("opened")
    said = story.does(body_meets("20270311", "20271014", "20271111"))
    assert "Let op: 'beleidsplan vaststellen' is op donderdag 4 november 2027" in said
    assert "maar RBOP vergadert dan niet" in said
    assert "geen-vergaderdag" in codes(story.state, OPENED)
    back = story.does(
        Corrected(on=OPENED, report=TakenBack.MEETINGS, owner="RBOP", reason=WRONG), OPENED
    )
    assert_sentence(back, "Teruggenomen: de vergaderingen van het RBOP uit rbop.ics.")
    assert "geen-vergaderdag" not in codes(story.state, OPENED)


def test_a_word_chooses_among_the_meetings_of_a_body(told: Told) -> None:
    story = told("opened")
    with story.refuses("geen vergadering die telt", "'Overleg' (zonder 'regiegroep')"):
        story.does(body_meets("20270311", word="regiegroep"))


def test_who_is_neither_council_nor_body_of_the_dossier_has_no_calendar(told: Told) -> None:
    story = told("opened")
    with story.refuses("'Den Bosch' is geen gemeente of overleg van dit dossier"):
        story.does(meets("Den Bosch", FITS, on=OPENED))


def test_what_was_counted_from_the_meetings_of_a_body_stays_where_it_is(small: Small) -> None:
    """An agreed day moves when a person moves it, also when something else is moved later."""
    _, eenheid, text = small
    rhythm = {"weekdag": "donderdag", "om_de_weken": 4, "vanaf": date(2027, 3, 11)}
    rbop, *others = eenheid.parties
    rbop = rbop.model_copy(update={"schedule": Schedule.model_validate(rhythm)})
    by_rhythm = eenheid.model_copy(update={"parties": (rbop, *others)})
    counted = text.replace("34 weken voor vaststelling", "laatste vergadering voor concept-70")
    assert counted != text
    story = StoryInMemory()
    story.opens((read_toml(Proposal, counted.encode(), "klein"), by_rhythm, counted))
    themes = story.state.plan["themas"].due_on
    said = story.does(body_meets("20270304", "20271014", "20271104"))
    assert "Let op: 'thema's vaststellen' is op donderdag 11 maart 2027" in said
    story.moves("ontwerp", date(2027, 6, 10), OPENED)
    assert story.state.plan["themas"].due_on == themes == date(2027, 3, 11)
