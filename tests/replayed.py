# SPDX-License-Identifier: EUPL-1.2
"""A real procedure of the seeds, played again on the production path to its end."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.state import State
from gehoord.procedures.library import proposal_of
from gehoord.replay.history import history_of
from gehoord.replay.machine import Clock, Engine, Played, Summary, play, summary
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.settings import Settings

DOSSIER = "imv"


def engine_in(home: Path, clock: Clock) -> Engine:
    place = Settings(home=home, database_url="", mail_mode="proef")
    return Engine(Register(connect(place.database), clock.now), clock, place)


@dataclass(frozen=True)
class Replayed:
    """What a replay left: its register, mails and calendars, and what each event came to."""

    engine: Engine
    events: tuple[Played, ...]

    @classmethod
    def of(cls, procedure: str, home: Path) -> "Replayed":
        history = history_of(procedure)
        engine = engine_in(home, Clock(history.start))
        return cls(engine, tuple(play(engine, DOSSIER, *proposal_of(procedure), history)))

    @cached_property
    def summary(self) -> Summary:
        return summary(self.engine, DOSSIER)

    @cached_property
    def state(self) -> State:
        with self.engine.register.reading() as reader:
            return state_of(reader, DOSSIER)

    @cached_property
    def messages(self) -> list[Message]:
        with self.engine.register.reading() as reader:
            return reader.all(Message, DOSSIER)

    @property
    def refused(self) -> list[str]:
        """What was refused on the way, in its own words."""
        return [event.outcome.text for event in self.events if event.outcome.refused]


Replay = Callable[[str], Replayed]
"""Gives the replay of a procedure by its name."""
