# SPDX-License-Identifier: EUPL-1.2
"""A year of daily looks: every rung once, none in a recess, none once it was done.

The councils have recesses of their own, and answer when they like.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.following import with_what_follows
from gehoord.domain.acts.hearing import ask_councils
from gehoord.domain.acts.open import opened
from gehoord.domain.acts.report import Agreed, VersionMade
from gehoord.domain.checks import Case
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.message import MessageState
from gehoord.domain.dossier.reminded import Reminded, Sent
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.eenheid.schedule import RecessDays
from gehoord.domain.outgoing.round import RoundOfReminders, round_of_reminders
from gehoord.procedures.library import proposal_of
from tests.story import Small, heard

DAY = timedelta(days=1)
REAL = "noord-holland/imv-2028-2031"


class Told(NamedTuple):
    """A reminder as it went: on which day, to whom, of what."""

    on: date
    recipient: str
    reminded: Reminded


class Year:
    """A dossier that is looked at every day, in memory.

    ``answers`` holds on which day which council is heard.
    """

    def __init__(self, state: State, first: date, answers: Mapping[date, list[str]]) -> None:
        self.state = state
        self.told: list[Told] = []
        self._sent: list[Sent] = []
        self._day = first
        self._answers = answers

    def pass_until(self, last: date) -> None:
        while self._day <= last:
            self._look()
            for council in self._answers.get(self._day, []):
                self._becomes(decided(heard(council, self._day), self.state).changes)
            self._day += DAY

    def _look(self) -> None:
        day = self._day
        due = [a for a in self.state.open_actions() if a.remind_on and a.remind_on <= day]
        if due:
            found = round_of_reminders(self.state, due, self._sent, day)
            self.state = flat(self.state.after(found.changes))
            self._keep(found)

    def _keep(self, found: RoundOfReminders) -> None:
        for mail in found.mails:
            topic = mail.topic
            self.told += [Told(self._day, topic.recipient, r.told) for r in mail.reminders]
            self._sent.append(
                Sent(
                    dossier=topic.dossier,
                    recipient=topic.recipient,
                    step=topic.step,
                    owner=topic.owner,
                    rung=topic.rung,
                    due_on=topic.due_on,
                    edition=topic.edition,
                    created_on=self._day,
                    state=MessageState.SENT,
                    facts=mail.facts,
                )
            )

    def _becomes(self, changes: Changes) -> None:
        changes = with_what_follows(self.state, changes)
        self.state = flat(self.state.after(with_reminders(self.state, changes)))


def flat(state: State) -> State:
    """The same state in one layer: a year has hundreds."""
    return State(
        state.dossier,
        list(state.municipalities),
        list(state.lines),
        list(state.actions),
        versions=list(state.versions),
        hearings=list(state.hearings),
        zienswijzen=list(state.zienswijzen),
    )


def asked(small: Small, on: date) -> State:
    """A dossier of which every council was asked on this day."""
    proposal, eenheid, text = small
    changes = opened("imv", Case.of(proposal, eenheid), text, on).changes
    _, [dossier] = changes.of(Dossier)
    state = State(dossier, (), (), ()).after(changes)
    for report in (
        VersionMade(on=on, step="ontwerp"),
        *(Agreed(on=on, client=client) for client in ("regioburgemeester", "hoofdofficier")),
    ):
        state = state.after(with_reminders(state, decided(report, state).changes))
    return flat(state.after(with_reminders(state, ask_councils(state, on)[0].changes)))


def with_recesses(eenheid: Eenheid, starts: Iterator[tuple[int, int]], year: int) -> Eenheid:
    """The same unit in which every council has two recesses of its own."""
    first = date(year, 1, 1)
    municipalities = []
    for municipality in eenheid.municipalities:
        own = []
        for _ in range(2):
            start, length = next(starts)
            days = {"van": first + start * DAY, "tot_en_met": first + (start + length) * DAY}
            own.append(RecessDays.model_validate(days))
        changed = {"recess": tuple(own), "recess_days_after": next(starts)[1] % 5}
        municipalities.append(municipality.model_copy(update=changed))
    return eenheid.model_copy(update={"municipalities": tuple(municipalities)})


def assert_as_it_should_be(year: Year) -> None:
    """Every rung once, one mail of an action a day, none in a recess, none once it was done."""
    assert len({told.reminded for told in year.told}) == len(year.told)
    assert len({(told.on, told.reminded.action) for told in year.told}) == len(year.told)
    actions = {action.id: action for action in year.state.actions}
    own = {m.code: m.recess for m in year.state.eenheid.municipalities} | {None: ()}
    for told in year.told:
        action = actions[told.reminded.action]
        assert told.on.weekday() < 5
        assert not any(r.start <= told.on <= r.end for r in own[action.municipality])
        assert action.done_on is None or told.on <= action.done_on
    made = [(a.about, a.owner, a.id) for a in actions.values() if a.is_outside_plan]
    assert len({(about, owner) for about, owner, _ in made}) == len(made)
    came = {
        (a.about, a.owner): a.due_on - 7 * DAY for a in actions.values() if a.about and a.due_on
    }
    for (about, owner), on in came.items():
        recesses = own[actions[about].municipality]
        assert owner == "adviseur" or on >= came[about, "adviseur"] + 7 * DAY
        assert not any(r.start <= on <= r.end for r in recesses)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_with_thirty_two_councils_and_recesses_of_their_own(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    proposal, eenheid, text = proposal_of(REAL)
    starts = iter(lambda: (random.randrange(0, 330), random.randrange(3, 50)), None)
    first = date(2027, 3, 1)
    state = asked((proposal, with_recesses(eenheid, starts, 2027), text), first)
    answers: dict[date, list[str]] = {}
    for hearing in state.owed_hearings:
        if random.random() < 0.7:
            answers.setdefault(first + random.randrange(1, 330) * DAY, []).append(hearing.name)
    year = Year(state, first, answers)
    year.pass_until(first + 365 * DAY)
    assert len(state.owed_hearings) == 32
    assert_as_it_should_be(year)
    silent = [h.municipality for h in year.state.owed_hearings if not h.is_settled]
    rungs = {told.reminded.rung for told in year.told if told.recipient in silent}
    assert {"1 dagen na", "8 dagen na"} <= rungs
    ringing = [a for a in year.state.open_actions() if a.step == "nabellen-horen"]
    assert {a.id.split("/")[2] for a in ringing} == set(silent)


@settings(max_examples=25)
@given(
    days=st.lists(st.tuples(st.integers(0, 330), st.integers(3, 50)), min_size=9, max_size=9),
    answered=st.lists(st.integers(1, 250), min_size=3, max_size=3),
)
def test_whatever_the_recess_and_the_day_of_the_answer(
    small_once: Small, days: list[tuple[int, int]], answered: list[int]
) -> None:
    proposal, eenheid, text = small_once
    first = date(2027, 3, 1)
    state = asked((proposal, with_recesses(eenheid, iter(days), 2027), text), first)
    answers: dict[date, list[str]] = {}
    for hearing, after in zip(state.owed_hearings, answered, strict=True):
        answers.setdefault(first + after * DAY, []).append(hearing.name)
    year = Year(state, first, answers)
    year.pass_until(first + 260 * DAY)
    assert_as_it_should_be(year)
