# SPDX-License-Identifier: EUPL-1.2
"""The lawful run of `klein.toml` as it happens: every report enters a register."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from gehoord.domain.acts.move import Consequences
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.procedure import STAGES
from gehoord.flows.record import record
from gehoord.store.register import ROWS, Register, table_of
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from tests.story import OPENED, Moment, Small, Story


class StoryInRegister(Story):
    """A dossier in a register, with its messages and its journal."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def opens(self, small: Small) -> None:
        open_dossier(self.register, "klein", *small, OPENED)

    def does(self, report: Report, on: date | None = None) -> str:
        return record(self.register, "klein", report, on or report.on).text

    def starts(self, stage: Stage, on: date) -> str:
        return STAGES[stage](self.register, "klein", on).text

    def moves(
        self, step: str, to: date, on: date, reason: str = "de zaal is bezet"
    ) -> Consequences:
        return move(self.register, "klein", step, to, reason, on)

    @property
    def state(self) -> State:
        with self.register.reading() as reader:
            return state_of(reader, "klein")

    def everything(self) -> list[tuple[Any, ...]]:
        """Every row of every table, messages and journal included."""
        with self.register.engine.connect() as connection:
            return [
                tuple(row)
                for kind in ROWS
                for row in connection.execute(table_of(kind).select()).all()
            ]

    @contextmanager
    def refuses(
        self, *words: str, law: str | None = None
    ) -> Iterator[pytest.ExceptionInfo[GehoordError]]:
        with super().refuses(*words, law=law) as refused:
            yield refused
        with self.register.reading() as reader:
            assert verify(reader, "klein").faults == ()


ToldInRegister = Callable[[Moment], StoryInRegister]
"""Tells the story up to a moment."""
