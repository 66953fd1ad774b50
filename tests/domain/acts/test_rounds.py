"""A newer ontwerp starts a round with days of its own, and nothing of the old one blocks it."""

from datetime import date

import pytest

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.hearing import ask_councils
from gehoord.domain.acts.move import Informed, Wanted, moved
from gehoord.domain.acts.open import opened
from gehoord.domain.acts.report import Agreed, CouncilHeard, Report, StepDone, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.hearing import Answer, HearingState
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import RefusedError
from gehoord.domain.finding import Severity
from gehoord.domain.proposal.proposal import Proposal
from gehoord.procedures.library import proposal_of
from tests.conftest import read_day

Procedure = tuple[Proposal, Eenheid, str]

OPENED = read_day("Mon 2026-11-23")
FIRST = read_day("Thu 2027-06-10")
SENT = read_day("Thu 2027-06-17")
SECOND = read_day("Wed 2027-06-23")
AGREED = read_day("Thu 2027-06-24")
LAST_DAY_TO_ANSWER = read_day("Thu 2027-10-07")
DAYS_OF_SECOND = [read_day("Wed 2027-06-30"), read_day("Wed 2027-07-07")]
OF_ROUND = ("akkoord", "verzending")
ROUND = (*OF_ROUND, "horen")
ORDER = ("verzonden-voor-akkoord", "volgorde", "definitief-tijdens-raadpleging")


class Told:
    """A dossier to which one thing after another happens."""

    def __init__(self, procedure: Procedure) -> None:
        proposal, eenheid, text = procedure
        changes = opened("plan", Case.of(proposal, eenheid), text, OPENED).changes
        [dossier] = changes.of(Dossier)[1]
        self.state = State(dossier, (), (), ()).after(changes)

    def does(self, *reports: Report) -> None:
        for report in reports:
            self._becomes(decided(report, self.state))

    def ontwerp(self, on: date) -> None:
        self.does(VersionMade(on=on, step="ontwerp"))

    def agreed(self, on: date) -> None:
        for client in ("regioburgemeester", "hoofdofficier"):
            self.does(Agreed(on=on, client=client))

    def asked(self, on: date) -> int:
        act, asked = ask_councils(self.state, on)
        self._becomes(act)
        return asked

    def heard(self, on: date, *names: str) -> None:
        for name in names:
            self.does(CouncilHeard(on=on, municipality=name, answer=Answer.AGREES))

    def moved(self, step: str, to: date, on: date) -> None:
        wanted = Wanted(step, to, "er is een nieuw ontwerp")
        self._becomes(moved(self.state, wanted, on, Informed((), ())).act)

    def first_round(self) -> None:
        self.ontwerp(FIRST)
        self.agreed(FIRST)
        self.asked(SENT)

    def due(self, *steps: str) -> list[date]:
        """By when each step is due: its line in the plan and its actions say the same."""
        days = {a.due_on for step in steps for a in self.of(step)}
        lines = [line.end_on for step in steps for line in self.state.lines.where(step=step)]
        assert days == set(lines)
        return lines

    def of(self, step: str) -> list[Action]:
        return self.state.actions.where(step=step)

    def late(self, on: date) -> set[str]:
        return {a.step for a in self.state.open_actions() if a.step in ROUND and a.is_late(on)}

    def blocked(self, on: date) -> list[str]:
        found = findings(Case.of_dossier(self.state, on))
        order = [f for f in found if f.severity is Severity.BLOCK and f.code in ORDER]
        return [f.text for f in order if set(f.steps) & set(ROUND)]

    def _becomes(self, act: Act) -> None:
        self.state = self.state.after(act.changes)


@pytest.fixture(params=["klein", "noord-holland/imv-2028-2031"])
def told(request: pytest.FixtureRequest, small: Procedure) -> Told:
    return Told(small if request.param == "klein" else proposal_of(request.param))


@pytest.fixture
def north() -> Told:
    """Noord-Holland: there, meetings rest on the sending."""
    return Told(proposal_of("noord-holland/imv-2028-2031"))


def test_a_second_round_blocks_nobody_and_nothing_in_it_is_late(told: Told) -> None:
    told.first_round()
    told.ontwerp(SECOND)
    assert told.blocked(SECOND) == []
    told.does(Agreed(on=AGREED, client="regioburgemeester"))
    assert told.blocked(AGREED) == []
    told.does(Agreed(on=AGREED, client="hoofdofficier"))
    assert told.asked(AGREED) == len(told.state.hearings)
    assert told.blocked(AGREED) == []
    assert told.late(AGREED) == set()
    assert {a.done_on for step in OF_ROUND for a in told.of(step)} == {AGREED}
    assert {(h.round, h.invited_on, h.respond_by) for h in told.state.hearings} == {
        (2, AGREED, LAST_DAY_TO_ANSWER)
    }


def test_agreement_and_sending_come_as_long_after_the_new_ontwerp_as_after_the_first(
    told: Told,
) -> None:
    told.first_round()
    told.ontwerp(SECOND)
    assert told.due(*OF_ROUND) == DAYS_OF_SECOND
    assert {line.moved_because for s in OF_ROUND for line in told.state.lines.where(step=s)} == {
        "nieuw ontwerp van 23 juni 2027"
    }
    assert told.due("horen") == [LAST_DAY_TO_ANSWER]


def test_the_third_round_counts_like_the_second(told: Told) -> None:
    told.first_round()
    told.ontwerp(SECOND)
    told.agreed(AGREED)
    told.asked(AGREED)
    third = read_day("Mon 2027-07-05")
    told.ontwerp(third)
    assert told.due(*OF_ROUND) == [read_day("Mon 2027-07-12"), read_day("Mon 2027-07-19")]
    assert told.blocked(third) == []
    told.agreed(third)
    told.asked(third)
    assert told.blocked(third) == []
    assert {h.round for h in told.state.hearings} == {3}


def test_a_sending_that_is_still_to_come_keeps_its_day_and_the_agreement_is_there_before_it(
    told: Told,
) -> None:
    told.ontwerp(FIRST)
    told.agreed(FIRST)
    newer = read_day("Mon 2027-06-14")
    told.ontwerp(newer)
    assert told.due(*OF_ROUND) == [SENT, SENT]
    assert told.blocked(newer) == []
    told.agreed(newer)
    assert told.asked(SENT) == len(told.state.hearings)
    assert told.blocked(SENT) == []


def test_days_that_are_all_to_come_still_follow_the_plan(told: Told) -> None:
    told.ontwerp(read_day("Tue 2027-06-01"))
    told.ontwerp(read_day("Thu 2027-06-03"))
    told.moved("verzending", read_day("Thu 2027-06-24"), read_day("Thu 2027-06-03"))
    assert told.due(*OF_ROUND) == [SENT, read_day("Thu 2027-06-24")]


def test_what_councils_answered_on_the_older_ontwerp_counts_no_more(told: Told) -> None:
    told.first_round()
    told.heard(read_day("Tue 2027-06-22"), "Texel", "Haarlem")
    told.ontwerp(SECOND)
    assert not any(told.state.is_done(step) for step in ROUND)
    told.agreed(AGREED)
    told.asked(AGREED)
    assert {h.state for h in told.state.hearings} == {HearingState.INVITED}
    assert told.blocked(AGREED) == []
    assert {a.due_on for a in told.state.open_actions(step="horen")} == {LAST_DAY_TO_ANSWER}


def test_who_never_agreed_to_the_first_is_not_late_with_the_second(told: Told) -> None:
    told.ontwerp(FIRST)
    told.ontwerp(SECOND)
    assert told.due(*OF_ROUND) == DAYS_OF_SECOND
    assert told.late(SECOND) == set()


def test_close_to_the_last_day_to_answer_there_is_still_a_day_to_ask_on(told: Told) -> None:
    told.first_round()
    newer = read_day("Fri 2027-10-01")
    told.ontwerp(newer)
    assert told.due(*OF_ROUND) == [read_day("Wed 2027-10-06")] * 2
    assert told.blocked(newer) == []


def test_after_the_last_day_to_answer_only_that_day_is_in_the_way(told: Told) -> None:
    told.first_round()
    newer = read_day("Mon 2027-10-11")
    told.ontwerp(newer)
    assert told.due("akkoord") == [read_day("Mon 2027-10-18")]
    told.agreed(newer)
    assert told.blocked(newer) == []
    with pytest.raises(RefusedError, match="Verplaats eerst de stap 'horen'"):
        told.asked(newer)
    told.moved("vaststelling", read_day("Thu 2027-12-09"), newer)
    told.asked(newer)
    assert told.blocked(newer) == []
    assert {h.respond_by for h in told.state.hearings} == {read_day("Thu 2027-11-11")}


def test_a_move_afterwards_leaves_the_days_of_the_round(told: Told) -> None:
    told.first_round()
    told.ontwerp(SECOND)
    told.moved("vaststelling", read_day("Thu 2027-12-09"), SECOND)
    assert told.due(*OF_ROUND) == DAYS_OF_SECOND
    told.agreed(AGREED)
    told.moved("verzending", read_day("Thu 2027-07-15"), AGREED)
    assert told.due("verzending") == [read_day("Thu 2027-07-15")]
    told.asked(AGREED)
    assert told.blocked(AGREED) == []
    assert {h.respond_by for h in told.state.hearings} == {read_day("Thu 2027-11-11")}


def test_meetings_of_the_former_round_rested_on_its_sending(north: Told) -> None:
    north.first_round()
    met = read_day("Thu 2027-09-09")
    north.does(StepDone(on=met, step="tussenstand"), StepDone(on=met, step="raadsbehandeling"))
    newer = read_day("Wed 2027-09-15")
    north.ontwerp(newer)
    assert north.blocked(newer) == []
    north.agreed(newer)
    north.asked(newer)
    assert north.blocked(newer) == []


def test_a_meeting_to_come_is_not_before_the_sending_that_it_rests_on(north: Told) -> None:
    north.first_round()
    newer = read_day("Wed 2027-09-01")
    north.ontwerp(newer)
    assert north.due(*OF_ROUND) == [read_day("Wed 2027-09-08"), read_day("Thu 2027-09-09")]
    assert north.blocked(newer) == []


def test_what_was_made_of_the_former_answers_is_not_out_of_order(told: Told) -> None:
    told.first_round()
    told.heard(read_day("Thu 2027-09-16"), *(h.name for h in told.state.hearings))
    made = read_day("Fri 2027-10-08")
    told.does(StepDone(on=made, step="verwerking"), VersionMade(on=made, step="definitief"))
    newer = read_day("Mon 2027-10-11")
    told.ontwerp(newer)
    told.agreed(newer)
    told.moved("horen", read_day("Tue 2027-10-26"), newer)
    told.asked(newer)
    assert told.blocked(newer) == []


def test_what_is_made_of_answers_that_are_still_to_come_is_out_of_order(told: Told) -> None:
    told.first_round()
    made = read_day("Fri 2027-10-01")
    told.does(StepDone(on=made, step="verwerking"))
    [text] = told.blocked(made)
    assert text.startswith("'reacties van de raden verwerken' is op 1 oktober 2027")
    told.ontwerp(SENT)
    assert told.blocked(made) == [text]


def test_a_sending_that_is_late_is_not_called_sent_on_that_day(told: Told) -> None:
    told.ontwerp(FIRST)
    agreed = read_day("Mon 2027-06-21")
    told.agreed(agreed)
    assert told.late(agreed) == {"verzending"}
    assert told.blocked(agreed) == []
