# SPDX-License-Identifier: EUPL-1.2
"""The history of IMV 2019-2022: what happened, what is assumed, and what is refused."""

from collections.abc import Callable
from datetime import date
from importlib.resources import files

import pytest

from gehoord.calendar.holidays import statutory_holidays
from gehoord.calendar.school import SchoolBreak, SchoolRegion, school_holidays
from gehoord.calendar.span import Span
from gehoord.domain.acts.report import (
    Adopted,
    Agreed,
    CouncilHeard,
    Disposed,
    PointNoted,
    ResponseReceived,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Part, StepKind
from gehoord.procedures.library import eenheid_of, proposal_of
from gehoord.replay.history import History, StageStarted, history_of

PAST = "noord-holland/imv-2019-2022"
Day = Callable[[str], date]


@pytest.fixture(scope="module")
def history() -> History:
    return history_of(PAST)


@pytest.fixture(scope="module")
def past() -> Proposal:
    return proposal_of(PAST)[0]


@pytest.fixture(scope="module")
def heard(history: History) -> list[CouncilHeard]:
    return [e.event for e in history.events if isinstance(e.event, CouncilHeard)]


def test_the_history_belongs_to_the_procedure(history: History, day: Day) -> None:
    assert history.procedure == PAST
    assert (history.start, history.end) == (day("Thu 2018-02-01"), day("Thu 2019-01-31"))


def test_what_the_sources_report_lies_before_their_day_and_the_rest_is_assumed(
    history: History, day: Day
) -> None:
    for entry in history.events:
        assumed = entry.source.startswith("aanname: ")
        assert assumed or entry.source.startswith(("S002", "S003")), entry
        assert assumed or entry.event.on <= day("Mon 2018-08-13"), entry
    path = files("gehoord.procedures") / f"{PAST}.verloop.toml"
    assert "aanname" in path.read_text("utf-8").split("procedure =")[0]


def test_the_sending_of_10_august_is_refused_and_goes_after_the_agreement_of_13_august(
    history: History, day: Day
) -> None:
    """Sent before the clients agreed: so it went, and so it may not go."""
    hearing = [
        (e.event.on, e.event.what, e.refused)
        for e in history.events
        if isinstance(e.event, Agreed)
        or (isinstance(e.event, StageStarted) and e.event.stage is Stage.HEARING)
    ]
    friday, monday = day("Fri 2018-08-10"), day("Mon 2018-08-13")
    assert hearing[:4] == [
        (friday, "start", True),
        (monday, "akkoord", False),
        (monday, "akkoord", False),
        (monday, "start", False),
    ]
    assert all(not refused for _, _, refused in hearing[4:])


def test_the_version_of_that_day_lacks_the_objectives_of_the_minister(
    history: History, day: Day
) -> None:
    made = {e.event.step: e.event for e in history.events if isinstance(e.event, VersionMade)}
    assert made["ontwerp"].contains == (Part.STRENGTH, Part.WIJKAGENTEN)
    assert made["ontwerp"].on < day("Fri 2018-08-10")
    assert set(made["definitief"].contains) == set(Part)


def test_every_one_of_35_councils_is_heard_once_between_sending_and_adoption(
    past: Proposal, heard: list[CouncilHeard], day: Day
) -> None:
    """Politiewet 2012, art. 38b lid 2."""
    frozen = sorted(m.name for m in past.municipalities(eenheid_of("noord-holland")))
    assert len(frozen) == 35
    assert sorted(h.municipality for h in heard) == frozen
    days = {h.municipality: h.on for h in heard}
    assert day("Mon 2018-08-13") < min(days.values())
    assert max(days.values()) == days["Haarlemmermeer"] < day("Wed 2018-11-21")
    assert days["Haarlemmerliede en Spaarnwoude"] < day("Wed 2018-11-21")


def test_no_council_meets_in_a_school_holiday(heard: list[CouncilHeard]) -> None:
    window = Span(min(h.on for h in heard), max(h.on for h in heard))
    breaks = school_holidays(SchoolRegion.NORTH, window)
    assert [b.name for b in breaks] == [SchoolBreak.AUTUMN]
    autumn = breaks[0].span
    assert [h for h in heard if autumn.start <= h.on <= autumn.end] == []


def test_councils_answer_in_every_way_that_practice_knows(heard: list[CouncilHeard]) -> None:
    assert {h.answer for h in heard} == set(Answer)


def test_every_answer_with_a_text_and_every_response_has_a_disposition_before_the_adoption(
    history: History, heard: list[CouncilHeard]
) -> None:
    responses = [e.event for e in history.events if isinstance(e.event, ResponseReceived)]
    given = {h.municipality: h.on for h in heard if h.text} | {r.sender: r.on for r in responses}
    disposed: dict[str, Disposed | PointNoted] = {
        e.event.sender: e.event
        for e in history.events
        if isinstance(e.event, Disposed) or (isinstance(e.event, PointNoted) and e.event.outcome)
    }
    asking = {Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS}
    assert {h.municipality for h in heard if h.answer in asking} <= set(given)
    assert set(disposed) == set(given)
    adopted = next(e.event.on for e in history.events if isinstance(e.event, Adopted))
    for sender, disposition in disposed.items():
        assert given[sender] < disposition.on < adopted, sender


def test_a_response_after_13_july_is_processed_all_the_same(history: History, day: Day) -> None:
    first_round = [
        e.event
        for e in history.events
        if isinstance(e.event, ResponseReceived) and e.event.on < day("Fri 2018-07-27")
    ]
    assert len(first_round) == 14
    assert [r.sender for r in first_round if r.on > day("Fri 2018-07-13")] == [
        "Een gemeente, na 13 juli"
    ]


def test_adoption_on_22_november_rests_on_article_39_lid_1(history: History, day: Day) -> None:
    entries = [e for e in history.events if isinstance(e.event, Adopted)]
    assert len(entries) == 1
    report = entries[0].event
    assert isinstance(report, Adopted)
    assert not entries[0].refused
    assert (report.on, report.basis) == (day("Thu 2018-11-22"), "39-1")
    assert (report.hoofdofficier, report.burgemeesters, report.body) == (True, "alle", "rbop")


def test_the_themes_are_the_four_of_the_account(history: History, day: Day) -> None:
    chosen = [e for e in history.events if isinstance(e.event, ThemesChosen)]
    assert [e.event.on for e in chosen] == [day("Thu 2018-05-24")]
    assert chosen[0].source.startswith("S003")
    assert isinstance(chosen[0].event, ThemesChosen)
    assert len(chosen[0].event.themes) == 4


def test_every_stage_starts_in_its_order(history: History) -> None:
    started = [e.event.stage for e in history.events if isinstance(e.event, StageStarted)]
    assert list(dict.fromkeys(started)) == list(Stage)


def test_every_deed_is_done_on_a_working_day(history: History) -> None:
    holidays = statutory_holidays()
    assert [e.event.on for e in history.events if holidays.is_day_off(e.event.on)] == []


def test_every_step_that_a_person_owes_is_closed_by_its_own_deed(
    history: History, past: Proposal
) -> None:
    done = {e.event.step for e in history.events if isinstance(e.event, StepDone)}
    done |= {s.id for s in past.steps for e in history.events if e.event.what == s.reported_as}
    made = {e.event.step for e in history.events if isinstance(e.event, VersionMade)}
    owed = {
        s.id: s.kind
        for s in past.steps
        if s.kind not in (StepKind.HEARING, StepKind.AGREEMENT, StepKind.ADOPTION)
        and not s.letter
        and not s.chooses_themes
        and (s.stage is not Stage.ACCOUNT or s.id == "sterkteverdeling-geldt")
    }
    assert made == {i for i, kind in owed.items() if kind is StepKind.VERSION}
    assert done == {i for i, kind in owed.items() if kind is not StepKind.VERSION}
