# SPDX-License-Identifier: EUPL-1.2
"""Another day for a step, and what follows from it.

Law: Politiewet 2012, art. 38b lid 2.
"""

from datetime import date

import pytest

from gehoord.domain.acts.act import DaysMoved
from gehoord.domain.acts.move import Informed, Wanted, moved
from gehoord.domain.acts.report import ReasonGiven, VersionMade
from gehoord.domain.errors import RefusedError
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.conftest import read_day
from tests.domain.acts.recorded import (
    DAY,
    LATE,
    NAMES,
    SENT,
    lapse,
    of,
    ontwerp,
    proposal_of,
    record_heard,
    state,
)
from tests.domain.acts.story_in_memory import TOLD_NOBODY, At
from tests.story import (
    ADOPTED,
    ASKED,
    FINAL,
    HEAR,
    ONE_DAY,
    OPENED,
    RESPOND_BY,
    THEMES,
    Small,
    Told,
)


def test_a_step_is_not_moved_to_the_past(told: Told) -> None:
    story = told("opened")
    with story.refuses("30 november 2026 is al voorbij", "vanaf 1 december 2026"):
        story.moves("themas", OPENED - ONE_DAY, OPENED)


def test_a_step_is_not_moved_to_a_year_that_was_mistyped(told: Told) -> None:
    story = told("opened")
    with story.refuses("31 december 9999 ligt te ver weg", "verbeter het jaar"):
        story.moves("themas", date.max, OPENED)


def test_what_is_done_is_not_moved(told: Told) -> None:
    story = told("themes")
    with story.refuses("'themas' is al gedaan"):
        story.moves("themas", THEMES + ONE_DAY, THEMES)


def test_a_step_is_not_moved_to_its_own_day(told: Told) -> None:
    story = told("opened")
    with story.refuses("staat al op 4 november 2027"):
        story.moves("vaststelling", ADOPTED, OPENED)


@pytest.mark.parametrize("reason", ["", " ", "druk"])
def test_a_move_needs_a_reason_on_the_command_line_and_in_the_form_alike(
    told: Told, reason: str
) -> None:
    story = told("opened")
    with story.refuses("Geef de reden, in ten minste 2 woorden: waarom verandert de dag?"):
        story.moves("vaststelling", ADOPTED + 7 * ONE_DAY, OPENED, reason)


@pytest.mark.parametrize("days", [1, 7])
def test_the_hearing_is_not_moved_past_the_adoption(told: Told, days: int) -> None:
    story = told("opened")
    with story.refuses("Het horen duurt tot en met", "4 november 2027", law=HEAR):
        story.moves("horen", ADOPTED + days * ONE_DAY, OPENED)


def test_the_adoption_is_not_moved_before_a_hearing_with_a_day_of_its_own(told: Told) -> None:
    """Once it has been given a day of its own, the hearing no longer follows the adoption."""
    story = told("opened")
    assert story.moves("horen", ADOPTED - 21 * ONE_DAY, OPENED).appearing == ()
    with story.refuses("Het horen duurt tot en met 14 oktober 2027", law=HEAR):
        story.moves("vaststelling", ADOPTED - 22 * ONE_DAY, OPENED)


def test_a_move_that_practice_alone_objects_to_goes_through_with_a_reason(told: Told) -> None:
    story, early = told("opened"), read_day("Fri 2027-10-01")
    with story.refuses(
        "'reacties van de raden verwerken' is op 1 oktober 2027, maar rust op",
        "Verplaats eerst die andere stap, of leg een reden vast van de regioburgemeester: "
        "gehoord record reden klein volgorde --stap verwerking --door regioburgemeester",
    ):
        story.moves("verwerking", early, OPENED)
    story.does(
        ReasonGiven(
            on=OPENED,
            by="regioburgemeester",
            code="volgorde",
            ground="wat tot dan kwam wordt alvast verwerkt",
            step="verwerking",
        )
    )
    [found] = [
        f for f in story.moves("verwerking", early, OPENED).appearing if f.code == "volgorde"
    ]
    assert found.steps == ("verwerking", "horen")


def test_a_step_is_not_moved_beyond_the_calendar(told: Told) -> None:
    story = told("opened")
    with story.refuses("2150", "2100"):
        story.moves("vaststelling", ADOPTED.replace(year=2150), OPENED)


def test_a_window_is_not_moved_to_end_before_it_starts(told: Told) -> None:
    story = told("opened")
    with story.refuses("'horen'", "voordat hij begint"):
        story.moves("horen", ASKED - ONE_DAY, OPENED)


def test_a_yearly_duty_has_no_day_to_move(told: Told) -> None:
    story = told("opened")
    with story.refuses("'jaarverslag' komt elk jaar terug"):
        story.moves("jaarverslag", ADOPTED, OPENED)


def test_a_move_leaves_what_has_happened_where_it_was(opened: Register) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), *NAMES)
    move(opened, "klein", "vaststelling", date(2028, 3, 2), "de minister is later", LATE)
    plan = state(opened).plan
    assert plan["verzending"].due_on == SENT
    assert plan["horen"].due_on == date(2027, 10, 7)
    assert plan["vaststellingsbrief"].due_on == date(2028, 3, 9)


@pytest.mark.parametrize("step", ["advies", "verwerking", "definitief"])
def test_a_step_that_lapsed_is_in_nobodys_way(surveyed: Register, step: str) -> None:
    lapse(surveyed, step)
    move(surveyed, "klein", "vaststelling", date(2027, 10, 21), "de zaal is dan vrij", DAY)
    assert state(surveyed).plan["vaststelling"].due_on == date(2027, 10, 21)
    with pytest.raises(RefusedError, match="al vervallen"):
        move(surveyed, "klein", step, date(2027, 10, 1), "toch maar niet", DAY)


def test_a_step_that_was_done_early_is_judged_on_its_day(surveyed: Register) -> None:
    """Its planned day (4 March) lies after the new day of what rests on it; it was done before."""
    made = VersionMade(on=DAY, step="advies")
    record(surveyed, "klein", made, DAY)
    done = move(surveyed, "klein", "vaststelling", date(2027, 10, 21), "de zaal is dan vrij", DAY)
    assert done.kept == ("advies over de thema's opstellen",)
    assert state(surveyed).plan["themas"].due_on == date(2027, 2, 25)


def test_an_approximation_can_be_pinned_to_the_day_it_was_read_as(
    register: Register, small: Small
) -> None:
    text = small[2].replace(
        'wanneer = "35 weken voor vaststelling"', 'wanneer = "begin maart 2027"'
    )
    open_dossier(register, "klein", proposal_of(text), small[1], text, DAY)
    (advies,) = of("advies", register)
    assert "bij benadering" in advies.due_in_words
    last = date(2027, 3, 10)
    assert advies.due_on == last
    move(register, "klein", "advies", last, "de dag staat nu vast", DAY)
    (advies,) = of("advies", register)
    assert advies.due_in_words == "uiterlijk 10 maart 2027"


A_WEEK_MORE = Wanted("horen", RESPOND_BY + 7 * ONE_DAY, "griffies vroegen een week")


def test_a_move_gives_the_actions_and_those_who_were_asked_another_day(at: At) -> None:
    move = moved(at("asked"), A_WEEK_MORE, ASKED, TOLD_NOBODY)
    old, new = "uiterlijk 7 oktober 2027", "uiterlijk 14 oktober 2027"
    assert [(days[1], days[2]) for days in move.consequences.shifted] == [(old, new)] * 3
    assert move.consequences.told == ()
    assert move.act.news == (DaysMoved("horen", {}, "griffies vroegen een week"),)
    state = at("asked").after(move.act.changes)
    assert {h.respond_by for h in state.hearings} == {RESPOND_BY + 7 * ONE_DAY}
    assert {a.due_on for a in state.owed("horen")} == {RESPOND_BY + 7 * ONE_DAY}
    [line] = state.lines.where(step="horen")
    assert (line.moved_to, line.moved_because) == (A_WEEK_MORE.to, A_WEEK_MORE.reason)


def test_who_heard_of_the_old_day_is_told_the_new_one(at: At) -> None:
    informed = Informed(municipalities={"GM0448"}, invited=())
    move = moved(at("asked"), A_WEEK_MORE, ASKED, informed)
    assert move.consequences.told == ("Texel",)
    assert move.act.news == (
        DaysMoved("horen", {"klein/horen/GM0448": "uiterlijk 7 oktober 2027"}, A_WEEK_MORE.reason),
    )


def test_what_counts_from_a_step_follows_it_and_what_happened_stays(at: At) -> None:
    later = Wanted("vaststelling", ADOPTED + 7 * ONE_DAY, "de zaal is bezet")
    move = moved(at("heard"), later, FINAL, TOLD_NOBODY)
    state = at("heard").after(move.act.changes)
    assert state.plan["definitief"].due_on == FINAL + 7 * ONE_DAY
    assert state.plan["verzending"].due_on == ASKED
    assert "ontwerp aan de raden sturen" in move.consequences.kept
