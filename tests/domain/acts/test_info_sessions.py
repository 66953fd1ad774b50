# SPDX-License-Identifier: EUPL-1.2
"""Information sessions are planned, moved, called off, held and counted (S003: three, over 130)."""

from typing import Any

import pytest
from pydantic import ValidationError

from gehoord.domain.acts.attendance_lines import attendance_in
from gehoord.domain.acts.report import (
    Corrected,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
    StepDone,
    StepLapsed,
)
from gehoord.domain.dossier.attendance import came, info_sessions, is_on
from gehoord.templates.standing.sessions import sessions
from gehoord.templates.told_sessions import told_sessions
from tests.conftest import read_day
from tests.domain.acts.as_it_reads import as_it_reads
from tests.domain.acts.story_in_memory import At, StoryInMemory
from tests.domain.acts.surveyed import opened_with_survey
from tests.story import Small

TOLD = read_day("Mon 2027-02-01")
FIRST = read_day("Thu 2027-02-11")
SECOND = read_day("Tue 2027-02-16")
THIRD = read_day("Thu 2027-02-18")
STEP = """
[[stap]]
id = "sessies"
titel = "drie informatiesessies houden"
fase = "themas"
soort = "vergadering"
actiehouder = "adviseur"
melding = "informatiesessie"
uiterlijk = "26 februari 2027"
"""
WHERE = {"Heerhugowaard": FIRST, "Oostzaan": SECOND, "Haarlem": THIRD}
COUNTED = {
    "Heerhugowaard": ("burgemeesters; 12", "ambtenaren OOV; 30"),
    "Oostzaan": ("burgemeesters; 8", "partners; 35"),
    "Haarlem": ("45",),
}


def planned(place: str = "Haarlem", **more: object) -> SessionPlanned:
    said = {
        "on": TOLD,
        "day": WHERE.get(place, FIRST),
        "start": "13.30",
        "end": "16:00",
        "place": place,
    }
    return SessionPlanned.model_validate({**said, **more})


def held(number: int, place: str, **more: object) -> SessionHeld:
    said = {"on": WHERE[place], "session": str(number), "attendance": COUNTED[place]}
    return SessionHeld.model_validate({**said, **more})


def taken_back(report: str, number: int | None = None) -> Corrected:
    who = None if number is None else str(number)
    why = "dat was een sessie van vorig jaar"
    return Corrected(on=THIRD, report=report, owner=who, reason=why)


@pytest.fixture
def three(small: Small) -> StoryInMemory:
    story = opened_with_survey(small, STEP)
    for place in WHERE:
        story.does(planned(place, invited=("burgemeesters", "partners")))
    return story


def test_the_step_is_done_when_every_session_was_held_and_counted(three: StoryInMemory) -> None:
    for number, place in enumerate(WHERE, start=1):
        assert not three.state.is_done("sessies")
        said = three.does(held(number, place))
    assert said == "Informatiesessie 3 is gehouden, met 45 aanwezigen."
    assert three.state.is_done("sessies")
    assert sum(each.people for each in came(three.state)) == 130
    assert {each.group: each.people for each in came(three.state)}["burgemeesters"] == 20
    assert sessions(three.state)[-1] == (
        "Bij 3 sessies samen: 130 aanwezigen (20 burgemeesters, 30 ambtenaren OOV, 35 partners en "
        "45 zonder groep)."
    )


def test_one_session_more_makes_the_step_owed_again(three: StoryInMemory) -> None:
    for number, place in enumerate(WHERE, start=1):
        three.does(held(number, place))
    three.does(planned("Haarlem", start="9:30", end=""))
    assert not three.state.is_done("sessies")
    three.does(taken_back("informatiesessie", 4))
    assert three.state.is_done("sessies")


def test_a_session_that_is_called_off_need_not_be_counted(three: StoryInMemory) -> None:
    for number, place in enumerate(list(WHERE)[:2], start=1):
        three.does(held(number, place))
    three.does(called_off(3))
    assert three.state.is_done("sessies")
    three.does(taken_back("sessie-vervalt"))
    assert not three.state.is_done("sessies")


def test_while_all_were_called_off_the_step_is_owed(three: StoryInMemory) -> None:
    for number in (1, 2, 3):
        three.does(called_off(number))
    assert not three.state.is_done("sessies")
    three.does(StepLapsed(on=TOLD, step="sessies", reason="er komen geen sessies over het beeld"))
    with three.refuses("Stap 'sessies' is vervallen"):
        three.does(planned("Haarlem", start="9:30"))


def test_of_a_step_that_lapsed_no_session_goes_on(three: StoryInMemory) -> None:
    three.does(StepLapsed(on=TOLD, step="sessies", reason="er is dit jaar geen beeld gemaakt"))
    assert not any(is_on(three.state, each) for each in info_sessions(three.state))
    assert told_sessions(three.state).each[0].standing.endswith("de stap is vervallen")


def test_only_what_is_named_changes_when_a_session_moves(three: StoryInMemory) -> None:
    said = three.does(SessionMoved(on=TOLD, session="2 (Oostzaan)", day=FIRST, start="14:00"))
    assert said == (
        "Informatiesessie 2 is nu donderdag 11 februari 2027, van 14.00 tot 16.00 uur, Oostzaan."
    )
    with three.refuses("Sessie 2 is al donderdag 11 februari"):
        three.does(SessionMoved(on=TOLD, session="2", day=FIRST))
    with three.refuses("niet na de aanvang"):
        three.does(SessionMoved(on=TOLD, session="2", start="16:00"))
    with three.refuses("Dat is al sessie 1"):
        three.does(SessionMoved(on=TOLD, session="2", start="13:30", place="heerhugowaard"))


def test_what_cannot_be_is_refused(three: StoryInMemory) -> None:
    with three.refuses("Dat is al sessie 3"):
        three.does(planned("Haarlem"))
    with three.refuses("pas op 11 februari 2027"):
        three.does(held(1, "Heerhugowaard", on=TOLD))
    with three.refuses("geen informatiesessie 'vier'. Noem het nummer: 1 (donderdag"):
        three.does(SessionMoved(on=TOLD, session="vier", place="Texel"))
    with three.refuses("legt u vast als 'informatiesessie'"):
        three.does(StepDone(on=THIRD, step="sessies"))
    with three.refuses("Stap 'themas' heeft geen informatiesessies. Kies uit: sessies."):
        three.does(planned("Haarlem", start="9:00", step="themas"))
    three.does(held(1, "Heerhugowaard"))
    with three.refuses("al gehouden en geteld"):
        three.does(called_off(1))
    three.does(called_off(2))
    with three.refuses("Sessie 2 ging niet door"):
        three.does(held(2, "Oostzaan"))


def test_each_report_is_taken_back_as_if_it_was_never_made(three: StoryInMemory) -> None:
    story, states = three, [as_it_reads(three.state)]
    for made in (planned("Haarlem", start="9:00"), held(1, "Heerhugowaard"), called_off(2)):
        story.does(made)
        states.append(as_it_reads(story.state))
    with story.refuses("Er zijn er meer. Noem het nummer"):
        story.does(taken_back("informatiesessie"))
    for report, number in (("sessie-vervalt", 2), ("sessie-gehouden", 1), ("informatiesessie", 4)):
        states.pop()
        story.does(taken_back(report, number))
        assert as_it_reads(story.state) == states[-1]
    with story.refuses("Er is geen informatiesessie gehouden en geteld."):
        story.does(taken_back("sessie-gehouden"))


def test_a_plan_without_a_step_for_sessions_keeps_them_all_the_same(at: At) -> None:
    story = StoryInMemory(at("opened"))
    story.does(planned())
    story.does(held(1, "Haarlem"))
    assert came(story.state)[0].people == 45
    adopted = StoryInMemory(at("adopted"))
    with adopted.refuses("Het plan is al vastgesteld"):
        adopted.does(planned())


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"start": "half twee"}, "'half twee' is geen tijd; schrijf 13:30"),
        ({"start": "25:00"}, "'25:00' is geen tijd"),
        ({"end": "13:00"}, "eindigt niet na de aanvang"),
        ({"invited": ("RBOP", "rbop")}, "'RBOP' staat er twee keer"),
        ({"place": " "}, "schrijf een naam op één regel"),
    ],
)
def test_a_session_that_is_written_wrong_is_refused(more: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        planned(**more)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("burgemeesters",), "regel 1: 'burgemeesters' is geen aantal"),
        (("burgemeesters; -3",), "is geen aantal"),
        (("burgemeesters; 3", "Burgemeesters; 4"), "staat er twee keer"),
        (("burgemeesters; 3", "45"), "noem bij elk aantal de groep"),
    ],
)
def test_a_count_that_is_written_wrong_is_refused(lines: tuple[str, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        attendance_in(lines)


def called_off(number: int) -> SessionCalledOff:
    return SessionCalledOff(on=TOLD, session=str(number), reason="de zaal is die dag bezet")


def test_a_step_that_lapsed_while_its_sessions_were_held_is_ticked_when_it_comes_back(
    three: StoryInMemory,
) -> None:
    three.does(StepLapsed(on=TOLD, step="sessies", reason="wij doen het dit keer niet"))
    for number, place in enumerate(WHERE, start=1):
        three.does(held(number, place))
    three.does(Corrected(on=THIRD, step="sessies", reason="zij gingen toch door"))
    assert three.state.owed("sessies")
    three.does(StepDone(on=THIRD, step="sessies"))
    assert three.state.is_done("sessies")
