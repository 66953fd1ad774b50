"""What was recorded by mistake is taken back, and the journal keeps both."""

from datetime import date

from gehoord.domain.acts.report import Corrected, StepDone
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.hearing import HearingState
from gehoord.flows.hearing import hear
from gehoord.flows.move import move
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.domain.acts.recorded import DAY, SENT, lapse, of, ontwerp, record_heard, state, take_back


def test_an_answer_recorded_by_mistake_is_taken_back_and_stays_in_the_journal(
    opened: Register,
) -> None:
    ontwerp(opened, SENT)
    hear(opened, "klein", SENT)
    record_heard(opened, date(2027, 7, 1), "Texel")
    wrong = Corrected(
        on=date(2027, 7, 2), step="horen", owner="Texel", reason="dit was de raad van Hoorn"
    )
    record(opened, "klein", wrong, date(2027, 7, 2))
    found = state(opened)
    assert found.hearing_of("GM0448").state is HearingState.INVITED
    assert [a.owner for a in found.open_actions(step="horen")] == ["GM0392", "GM0405", "GM0448"]
    record_heard(opened, date(2027, 7, 3), "Texel")


def test_what_is_taken_back_comes_on_the_days_of_the_plan(surveyed: Register) -> None:
    lapse(surveyed, "themas")
    move(surveyed, "klein", "vaststelling", date(2027, 10, 28), "de zaal is dan vrij", DAY)
    take_back(surveyed, "themas")
    known = state(surveyed)
    for line in known.lines:
        planned = known.plan[line.step]
        assert (line.start_on, line.end_on) == (planned.span.start, planned.span.end)
    (themes,) = of("themas", surveyed)
    assert themes.state is ActionState.OPEN
    assert themes.due_on == known.plan["themas"].due_on == date(2027, 3, 4)


def test_taking_a_lapse_back_leaves_what_was_done(surveyed: Register) -> None:
    record(surveyed, "klein", StepDone(on=DAY, step="uitvraag", owner="Texel"), DAY)
    lapse(surveyed, "uitvraag")
    take_back(surveyed, "uitvraag")
    states = {a.owner: a.state for a in of("uitvraag", surveyed)}
    assert states["GM0448"] is ActionState.DONE
    assert states["GM0392"] is states["GM0405"] is ActionState.OPEN
