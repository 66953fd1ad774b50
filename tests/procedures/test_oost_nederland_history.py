# SPDX-License-Identifier: EUPL-1.2
"""The history of VS and MJB 2019-2022: every event is assumed, and the law holds in it."""

from collections.abc import Callable
from datetime import date

import pytest

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.school import school_holidays
from gehoord.calendar.span import Span
from gehoord.domain.acts.report import (
    Adopted,
    BodyChose,
    CandidatesListed,
    CouncilHeard,
    Disposed,
    StepDone,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.plan.plan import lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.procedures.library import eenheid_of, proposal_of
from gehoord.replay.history import History, StageStarted, StepMoved, history_of

PLANNED = "oost-nederland/vs-mjb-2019-2022"
Day = Callable[[str], date]


@pytest.fixture(scope="module")
def eenheid() -> Eenheid:
    return eenheid_of("oost-nederland")


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    return proposal_of(PLANNED)[0]


@pytest.fixture(scope="module")
def history() -> History:
    return history_of(PLANNED)


@pytest.fixture(scope="module")
def heard(history: History) -> list[CouncilHeard]:
    return [e.event for e in history.events if isinstance(e.event, CouncilHeard) and not e.refused]


def test_nothing_in_it_claims_to_be_history(history: History) -> None:
    assert history.procedure == PLANNED
    assert len(history.events) > 100
    assert all(e.source.startswith("aanname: ") for e in history.events)


def test_every_one_of_76_councils_is_heard_once_before_the_adoption(
    eenheid: Eenheid, proposal: Proposal, heard: list[CouncilHeard], day: Day
) -> None:
    """Politiewet 2012, art. 38b lid 2."""
    frozen = sorted(m.name for m in proposal.municipalities(eenheid))
    assert len(frozen) == 76
    assert sorted(h.municipality for h in heard) == frozen
    days = sorted(h.on for h in heard)
    assert day("Fri 2019-03-01") < days[0]
    assert days[-1] < day("Wed 2019-05-22")
    assert {h.manner for h in heard} == {Manner.COUNCIL_MEETING}
    assert {h.answer for h in heard} == set(Answer)


def test_one_council_answers_after_april(heard: list[CouncilHeard], day: Day) -> None:
    late = [(h.municipality, h.on) for h in heard if h.on > day("Tue 2019-04-30")]
    assert late == [("Steenwijkerland", day("Tue 2019-05-14"))]


def test_no_council_meets_in_the_school_holiday_of_its_own_region(
    eenheid: Eenheid, heard: list[CouncilHeard]
) -> None:
    regions = {m.name: m.holiday_region for m in eenheid.municipalities}
    checked = 0
    for council in heard:
        region = regions[council.municipality]
        assert region is not None
        month = Span(date(2019, 2, 15), date(2019, 5, 31))
        for holiday in school_holidays(region, month):
            assert not holiday.span.start <= council.on <= holiday.span.end, council
            checked += 1
    assert checked >= 2 * len(heard)


def test_every_answer_with_a_text_has_a_disposition_before_the_adoption(
    history: History, heard: list[CouncilHeard], day: Day
) -> None:
    given = {h.municipality: h.on for h in heard if h.text}
    asking = {Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS}
    assert {h.municipality for h in heard if h.answer in asking} == set(given)
    disposed = {e.event.sender: e.event.on for e in history.events if isinstance(e.event, Disposed)}
    assert set(disposed) == set(given)
    assert all(given[name] < on < day("Wed 2019-05-22") for name, on in disposed.items())


def test_a_committee_and_an_adoption_in_april_are_refused(history: History, day: Day) -> None:
    refused = [(e.event.what, e.event.on) for e in history.events if e.refused]
    assert refused == [
        ("gehoord", day("Tue 2019-03-12")),
        ("vaststelling", day("Wed 2019-04-17")),
    ]
    still = [
        e
        for e in history.events
        if isinstance(e.event, CouncilHeard) and e.event.on > day("Wed 2019-04-17")
    ]
    assert len(still) > 1


def test_the_bestuurscollege_adopts_after_all_councils_were_heard(
    history: History, day: Day
) -> None:
    """Politiewet 2012, art. 39 lid 1."""
    reports = [e.event for e in history.events if isinstance(e.event, Adopted) and not e.refused]
    assert [(a.on, a.basis, a.body) for a in reports] == [
        (day("Wed 2019-05-22"), "39-1", "bestuurscollege")
    ]
    assert (reports[0].hoofdofficier, reports[0].burgemeesters) == (True, "alle")


def test_the_moves_undo_the_order_that_the_planning_got_wrong(
    history: History, proposal: Proposal, day: Day
) -> None:
    moves = [e.event for e in history.events if isinstance(e.event, StepMoved)]
    for move in moves:
        proposal = proposal.moved(move.step, move.to)
        if move.step == "top-vijf":  # a besluit moves with the meeting in which it is taken
            proposal = proposal.moved("bbg-juni", move.to)
    plan = lay_out(proposal)
    chosen = plan["top-vijf"]
    assert len(moves) == 4
    assert chosen.due_on == plan["bbg-juni"].due_on == day("Thu 2018-07-05")
    assert all(plan[i].due_on <= chosen.due_on for i in chosen.step.after)
    assert plan["vaststelling"].due_on == day("Wed 2019-05-22")
    assert plan["horen"].due_on < plan["vaststelling"].due_on < plan["mjb-definitief"].due_on


def test_every_stage_starts_in_its_order_on_working_days(history: History) -> None:
    started = [e.event.stage for e in history.events if isinstance(e.event, StageStarted)]
    assert list(dict.fromkeys(started)) == list(Stage)
    holidays = statutory_holidays()
    assert [e.event.on for e in history.events if holidays.is_day_off(e.event.on)] == []


def test_every_step_that_a_person_owes_is_closed_by_its_own_deed(
    history: History, proposal: Proposal
) -> None:
    done = {e.event.step for e in history.events if isinstance(e.event, (StepDone, BodyChose))}
    made = {e.event.step for e in history.events if isinstance(e.event, VersionMade)}
    owed = {
        s.id: s.kind
        for s in proposal.steps
        if s.kind not in (StepKind.HEARING, StepKind.AGREEMENT, StepKind.ADOPTION)
        and not s.letter
        and not s.chooses_themes
        and s.reported_as != "kandidaten"
        and s.stage is not Stage.ACCOUNT
    }
    assert any(isinstance(e.event, CandidatesListed) for e in history.events)
    assert made == {i for i, kind in owed.items() if kind is StepKind.VERSION}
    assert done == {i for i, kind in owed.items() if kind is not StepKind.VERSION}
