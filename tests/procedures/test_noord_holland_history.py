# SPDX-License-Identifier: EUPL-1.2
"""The history of IMV 2024-2027: complete, lawful, and honest about what is assumed."""

from datetime import date
from importlib.resources import files

import pytest

from gehoord.calendar.holidays import statutory_holidays
from gehoord.domain.acts.report import Adopted, CouncilHeard, Disposed, StepDone, ThemesChosen
from gehoord.domain.dossier.answer import Answer, Manner
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.plan.plan import Plan, lay_out
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.procedures.library import eenheid_of, proposal_of
from gehoord.replay.history import Event, History, StageStarted, history_of

PAST = "noord-holland/imv-2024-2027"


def day(words: str) -> date:
    """Read "Thu 2023-11-09" and refuse a weekday that is wrong."""
    named, iso = words.split()
    found = date.fromisoformat(iso)
    assert found.strftime("%a") == named, words
    return found


@pytest.fixture(scope="module")
def eenheid() -> Eenheid:
    return eenheid_of("noord-holland")


@pytest.fixture(scope="module")
def past() -> Proposal:
    return proposal_of(PAST)[0]


@pytest.fixture(scope="module")
def plan(past: Proposal) -> Plan:
    return lay_out(past)


@pytest.fixture(scope="module")
def history() -> History:
    return history_of(PAST)


def heard(history: History, *, refused: bool = False) -> list[CouncilHeard]:
    return [
        e.event
        for e in history.events
        if isinstance(e.event, CouncilHeard) and e.refused is refused
    ]


def place(history: History, event: object) -> int:
    return next(i for i, e in enumerate(history.events) if e.event is event)


def adopted(history: History, *, refused: bool = False) -> Event:
    found = [e for e in history.events if isinstance(e.event, Adopted) and e.refused is refused]
    assert len(found) == 1
    return found[0]


def test_the_history_belongs_to_the_procedure_and_runs_past_the_send_out(history: History) -> None:
    assert history.procedure == PAST
    assert (history.start, history.end) == (day("Thu 2022-04-21"), day("Wed 2024-01-31"))


def test_every_council_of_the_frozen_set_is_heard_exactly_once(
    history: History, past: Proposal, eenheid: Eenheid
) -> None:
    """Politiewet 2012, art. 38b lid 2."""
    frozen = sorted(m.name for m in past.municipalities(eenheid))
    assert len(frozen) == 32
    assert sorted(h.municipality for h in heard(history)) == frozen
    assert {h.manner for h in heard(history)} == {Manner.COUNCIL_MEETING}


def test_every_council_is_heard_after_the_sending_and_before_the_adoption(history: History) -> None:
    days = sorted(h.on for h in heard(history))
    assert day("Thu 2023-06-15") < days[0]
    assert days[-1] < adopted(history).event.on == day("Thu 2023-11-09")


def test_councils_answer_in_every_way_that_practice_knows(history: History) -> None:
    assert {h.answer for h in heard(history)} == set(Answer)


def test_every_zienswijze_has_a_disposition_after_it_and_before_the_adoption(
    history: History,
) -> None:
    asking = {Answer.ZIENSWIJZE, Answer.POSITIVE_ZIENSWIJZE, Answer.POINTS}
    with_text = [h for h in heard(history) if h.answer in asking]
    disposed = [e.event for e in history.events if isinstance(e.event, Disposed)]
    assert len(with_text) > 10
    assert sorted(h.municipality for h in with_text) == sorted(d.sender for d in disposed)
    last = place(history, adopted(history).event)
    for zienswijze in with_text:
        assert zienswijze.text, zienswijze.municipality
        answer = next(d for d in disposed if d.sender == zienswijze.municipality)
        assert place(history, zienswijze) < place(history, answer) < last
        assert zienswijze.on < answer.on < adopted(history).event.on


def test_three_attempts_are_refused(history: History) -> None:
    refused = [e.event for e in history.events if e.refused]
    assert [type(e) for e in refused] == [StageStarted, CouncilHeard, Adopted]
    start, council, adoption = refused
    assert isinstance(start, StageStarted)
    assert isinstance(council, CouncilHeard)
    assert start.stage is Stage.HEARING
    assert council.manner is Manner.COMMITTEE
    assert council.municipality in {h.municipality for h in heard(history)}
    last = max(heard(history), key=lambda h: h.on)
    assert (last.municipality, last.on) == ("Texel", day("Tue 2023-11-07"))
    assert adoption.on == day("Thu 2023-11-02") < last.on


def test_sending_is_refused_between_the_agreement_of_one_client_and_of_both(
    history: History,
) -> None:
    kinds = [
        (e.event.what, e.refused)
        for e in history.events
        if e.event.on == day("Thu 2023-06-15") and e.event.what in ("akkoord", "start")
    ]
    assert kinds == [("akkoord", False), ("start", True), ("akkoord", False), ("start", False)]


def test_the_adoption_rests_on_article_39_lid_1_by_all_with_the_hoofdofficier(
    history: History,
) -> None:
    report = adopted(history).event
    assert isinstance(report, Adopted)
    assert (report.basis, report.hoofdofficier, report.burgemeesters) == ("39-1", True, "alle")
    assert report.body == "rbop"


def test_the_four_themes_are_those_of_the_letter(history: History) -> None:
    chosen = [e for e in history.events if isinstance(e.event, ThemesChosen)]
    assert [(e.event.on, e.source) for e in chosen] == [(day("Thu 2023-03-30"), "S001")]
    report = chosen[0].event
    assert isinstance(report, ThemesChosen)
    assert report.themes == (
        "Ondermijning",
        "Jeugd en Veiligheid",
        "Cybercrime en gedigitaliseerde criminaliteit",
        "Verbinding met de samenleving en maatschappelijke onrust",
    )


def test_every_stage_is_started_in_its_order_and_some_again(history: History) -> None:
    started = [
        e.event.stage for e in history.events if isinstance(e.event, StageStarted) and not e.refused
    ]
    assert list(dict.fromkeys(started)) == list(Stage)
    assert {stage for stage in started if started.count(stage) > 1} >= {
        Stage.THEMES,
        Stage.HEARING,
        Stage.ADOPTION,
    }


def test_nothing_after_the_second_letter_claims_to_be_history(history: History) -> None:
    for event in history.events:
        assumed = event.source.startswith("aanname: ")
        assert assumed or event.source.startswith(("S000", "S001")), event
        assert assumed or event.event.on <= day("Tue 2023-05-09"), event
    assert (
        "aanname"
        in (files("gehoord.procedures") / "noord-holland" / "imv-2024-2027.verloop.toml")
        .read_text("utf-8")
        .split("procedure =")[0]
    )


def test_every_deed_is_done_on_a_working_day(history: History) -> None:
    holidays = statutory_holidays()
    assert [e.event.on for e in history.events if holidays.is_day_off(e.event.on)] == []


def test_every_step_that_a_person_owes_is_closed_by_the_end_of_the_history(
    history: History, past: Proposal, plan: Plan, eenheid: Eenheid
) -> None:
    closed: dict[str, set[str | None]] = {}
    for entry in history.events:
        event = entry.event
        if entry.refused:
            continue
        if isinstance(event, StepDone):
            closed.setdefault(event.step, set()).add(event.owner)
        elif event.what == "versie":
            closed.setdefault(event.step, set()).add(None)
    by_deed = {StepKind.HEARING, StepKind.AGREEMENT, StepKind.ADOPTION, StepKind.NOTICE}
    owed = [
        p.step
        for p in plan.steps
        if p.step.replaced_by is None
        and p.step.kind not in by_deed
        and not p.step.chooses_themes
        and p.step.stage is not Stage.ACCOUNT
    ]
    assert sorted(closed) == sorted(s.id for s in owed)
    codes = {m.code for m in past.municipalities(eenheid)}
    for step in owed:
        assert closed[step.id] == (codes if step.owner == "griffies" else {None}), step.id


def test_six_griffies_are_late_so_that_an_escalation_shows(history: History, plan: Plan) -> None:
    due = plan["raadsbehandeling"].due_on
    late = sorted(
        (e.event.on - due).days
        for e in history.events
        if isinstance(e.event, StepDone) and e.event.step == "raadsbehandeling" and e.event.on > due
    )
    assert late == [3, 3, 5, 5, 5, 38]
