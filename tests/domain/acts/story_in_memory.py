# SPDX-License-Identifier: EUPL-1.2
"""The lawful run of `klein.toml` in memory alone: acts decide, and the next state follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.adoption import refuse_unless_adoptable, refuse_unless_adopted
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.following import with_what_follows
from gehoord.domain.acts.hearing import ask_councils
from gehoord.domain.acts.move import Consequences, Informed, Wanted, moved
from gehoord.domain.acts.open import opened
from gehoord.domain.acts.report import Report
from gehoord.domain.acts.themes import refuse_before_themes
from gehoord.domain.checks import Case
from gehoord.domain.dossier.dossier import Dossier
from gehoord.domain.dossier.ladder import with_reminders
from gehoord.domain.dossier.state import State
from gehoord.domain.eenheid.schedule import RecessDays
from gehoord.domain.outgoing.notices import sent_notices
from gehoord.domain.proposal.stage import Stage
from tests.story import OPENED, Moment, Small, Story

TOLD_NOBODY = Informed((), ())


class StoryInMemory(Story):
    """A dossier without a register; nothing is sent."""

    def __init__(self, state: State | None = None) -> None:
        self._state = state

    def opens(self, small: Small) -> None:
        proposal, eenheid, text = small
        changes = opened("klein", Case.of(proposal, eenheid), text, OPENED).changes
        _, [dossier] = changes.of(Dossier)
        self._state = State(dossier, (), (), ()).after(changes)

    def does(self, report: Report, on: date | None = None) -> str:
        return self._becomes(decided(report, self.state))

    def starts(self, stage: Stage, on: date) -> str:
        if stage is Stage.HEARING:
            return self._becomes(ask_councils(self.state, on)[0])
        if stage is Stage.DRAFTS:
            refuse_before_themes(self.state)
        if stage is Stage.ADOPTION:
            refuse_unless_adoptable(self.state, on)
        if stage is Stage.ACCOUNT:
            refuse_unless_adopted(self.state)
        return self._becomes(sent_notices(self.state, stage, on))

    def moves(
        self, step: str, to: date, on: date, reason: str = "de zaal is bezet"
    ) -> Consequences:
        move = moved(self.state, Wanted(step, to, reason), on, TOLD_NOBODY)
        self._becomes(move.act)
        return move.consequences

    @property
    def state(self) -> State:
        if self._state is None:
            raise ValueError("Nothing was opened yet.")
        return self._state

    def everything(self) -> list[Any]:
        return [self.state]

    def _becomes(self, act: Act) -> str:
        changes = with_what_follows(self.state, act.changes)
        self._state = self.state.after(with_reminders(self.state, changes))
        return act.said


def in_recess(state: State, name: str, first: date, last: date) -> State:
    """The same dossier, in which one council has laid down a recess of its own."""
    own = RecessDays.model_validate({"van": first, "tot_en_met": last})
    there = tuple(
        m.model_copy(update={"recess": (own,)}) if m.name == name else m
        for m in state.eenheid.municipalities
    )
    eenheid = state.eenheid.model_copy(update={"municipalities": there})
    dossier = state.dossier.model_copy(
        update={"eenheid": eenheid.model_dump_json(by_alias=True, exclude_none=True)}
    )
    return replace(state, dossier=dossier)


At = Callable[[Moment], State]
"""Gives the state at a moment of the story."""
