# SPDX-License-Identifier: EUPL-1.2
"""The card of a step tells what became of each of its information sessions."""

from gehoord.domain.acts.report import (
    Corrected,
    Report,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
)
from gehoord.domain.outgoing.story import stories
from gehoord.store.fates import fates
from gehoord.store.recorded import recorded
from gehoord.store.register import Register
from gehoord.templates.story.events import told
from tests.conftest import read_day
from tests.domain.acts.recorded import proposal_of
from tests.domain.acts.test_info_sessions import STEP
from tests.story import OPENED, Small
from tests.story_in_register import StoryInRegister

DAY = read_day("Thu 2027-02-11")


def done(session: int) -> tuple[Report, ...]:
    number, why = str(session), "dat was een sessie van vorig jaar"
    return (
        SessionPlanned(on=OPENED, day=DAY, start="9:30", place="Haarlem"),
        SessionMoved(on=OPENED, session=number, place="Hoorn"),
        SessionCalledOff(on=OPENED, session=number, reason="de zaal is die dag bezet"),
        Corrected(on=OPENED, report="sessie-vervalt", reason=why),
        SessionHeld(on=DAY, session=number, attendance=("burgemeesters; 12", "partners; 3")),
        Corrected(on=DAY, report="sessie-gehouden", reason=why),
        Corrected(on=DAY, report="informatiesessie", reason=why),
    )


def test_the_card_tells_a_session_from_plan_to_count(register: Register, small: Small) -> None:
    text = small[2] + STEP
    story = StoryInRegister(register)
    story.opens((proposal_of(text), small[1], text))
    for report in done(1):
        story.does(report)
    with register.reading() as reader:
        found = stories(story.state, recorded(reader, "klein"), fates(reader, "klein"), DAY)
    lines = [told(event, {}).text for event in found["klein/sessies/adviseur"].events]
    where = "donderdag 11 februari 2027, 09.30 uur, Hoorn"
    assert [line.partition(": informatiesessie 1 ")[2] for line in lines if "sessie 1" in line] == [
        "gepland: donderdag 11 februari 2027, 09.30 uur, Haarlem.",
        f"is verplaatst naar {where}.",
        f"({where}) gaat niet door: de zaal is die dag bezet.",
        f"gaat toch door: {where}.",
        "is gehouden, 15 aanwezigen (12 burgemeesters en 3 partners).",
        "moet weer worden geteld.",
        f"({where}) is teruggenomen.",
    ]
