# SPDX-License-Identifier: EUPL-1.2
"""What people do in the first half beside the drafts: information sessions and the strength."""

from datetime import date, timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from gehoord.domain.acts.part_adoption import waits_for_definitive
from gehoord.domain.acts.report import (
    Corrected,
    SessionCalledOff,
    SessionHeld,
    SessionMoved,
    SessionPlanned,
)
from gehoord.domain.dossier.state import State
from tests.tables_of_strength import SMALL, read, reported

STEPS = """
[[stap]]
id = "sessies"
titel = "informatiesessies houden"
fase = "themas"
soort = "mijlpaal"
actiehouder = "adviseur"
melding = "informatiesessie"

[[stap]]
id = "formatie"
titel = "sterkteverdeling opmaken"
fase = "ontwerpen"
soort = "mijlpaal"
actiehouder = "adviseur"
melding = "sterkte"
"""
TABLE = read(SMALL)
WHY = "dat was een vergissing"


class Planned(Enum):
    """How a session stands."""

    TO_COME = "to come"
    OFF = "off"
    COUNTED = "counted"


class Preparing:
    """The rules for it; `Procedure` lets them happen among all the others.

    Attributes:
        sessions: of each that counts its day and how it stands, by its number.
        tables: of each sterkteverdeling that counts whether it is definitive, the newest last.
    """

    day: date
    adopted: Any
    sessions: dict[int, tuple[date, Planned]]
    tables: list[bool]

    @property
    def current(self) -> State:
        raise NotImplementedError

    def act(self, report: Any) -> bool:
        raise NotImplementedError

    def prepared(self, report: Any) -> bool:
        """Let people report something of the first half; return whether the engine took it."""
        taken = self.act(report)
        assert not (taken and self.adopted), "the first half goes on after the adoption"
        return taken

    @rule(days=st.integers(-5, 40), place=st.sampled_from(["Haarlem", "Hoorn"]))
    def plan_a_session(self, days: int, place: str) -> None:
        if self.prepared(self.session(self.day + timedelta(days=days), place)):
            number = max(session.number for session in self.current.sessions)
            self.sessions[number] = (self.day + timedelta(days=days), Planned.TO_COME)
            self.check_sessions()

    def session(self, on: date, place: str) -> SessionPlanned:
        """Return the report of a session to which burgemeesters and a partner are invited."""
        invited = ("burgemeesters", "partners in de zorg")
        return SessionPlanned(on=self.day, day=on, start="19:30", place=place, invited=invited)

    @rule(number=st.integers(1, 4), days=st.integers(0, 40))
    def move_a_session(self, number: int, days: int) -> None:
        to = self.day + timedelta(days=days)
        if self.prepared(SessionMoved(on=self.day, session=f"{number}", day=to)):
            assert self.sessions[number][1] is Planned.TO_COME
            self.sessions[number] = (to, Planned.TO_COME)
            self.check_sessions()

    @rule(number=st.integers(1, 4))
    def call_a_session_off(self, number: int) -> None:
        report = SessionCalledOff(on=self.day, session=f"{number}", reason="de zaal is toch bezet")
        if self.prepared(report):
            self._now(number, Planned.TO_COME, Planned.OFF)

    @rule(number=st.integers(1, 4))
    def hold_a_session(self, number: int) -> None:
        report = SessionHeld(on=self.day, session=f"{number}", attendance=("burgemeesters; 3",))
        if self.prepared(report):
            assert self.sessions[number][0] <= self.day, "held before its day"
            self._now(number, Planned.TO_COME, Planned.COUNTED)

    @rule(
        number=st.integers(1, 4),
        report=st.sampled_from(["informatiesessie", "sessie-vervalt", "sessie-gehouden"]),
    )
    def take_a_session_back(self, number: int, report: Any) -> None:
        back = Corrected(on=self.day, report=report, owner=f"{number}", reason=WHY)
        if not self.prepared(back):
            return
        if report == "informatiesessie":
            del self.sessions[number]
            self.check_sessions()
        else:
            was = Planned.OFF if report == "sessie-vervalt" else Planned.COUNTED
            self._now(number, was, Planned.TO_COME)

    def _now(self, number: int, was: Planned, becomes: Planned) -> None:
        on, stood = self.sessions[number]
        assert stood is was, f"session {number} was {stood.value}"
        self.sessions[number] = (on, becomes)
        self.check_sessions()

    def check_sessions(self) -> None:
        """Check that the step is done exactly when each session that goes on was counted."""
        going = [how for _, how in self.sessions.values() if how is not Planned.OFF]
        is_done = bool(going) and set(going) == {Planned.COUNTED}
        assert self.current.is_done("sessies") is is_done, going

    @rule(stands=st.sampled_from(["voorlopig", "definitief"]))
    def give_the_strength(self, stands: str) -> None:
        is_waited_for = waits_for_definitive(self.current)
        if self.act(reported(TABLE, self.day, stands)):
            assert not self.adopted or is_waited_for, "another strength in an adopted plan"
            self.tables.append(stands == "definitief")
            self.check_strength()

    @rule()
    def take_the_strength_back(self) -> None:
        is_waited_for = waits_for_definitive(self.current)
        if self.act(Corrected(on=self.day, report="sterkte", reason=WHY)):
            assert not self.adopted or is_waited_for, "the strength of an adopted plan is gone"
            self.tables.pop()
            assert all(
                version.strength is None or self.current.strengths.one(version.strength)
                for version in self.current.versions
            )
            self.check_strength()

    def check_strength(self) -> None:
        """Check that the step is owed as long as no definitive sterkteverdeling counts."""
        assert self.current.is_done("formatie") is any(self.tables), self.tables

    def prepared_by_mistake(self) -> list[tuple[Any, dict[str, Any]]]:
        """Return what may be recorded and taken back at once, with how that is done."""
        number = max((session.number for session in self.current.sessions), default=0) + 1
        session = self.session(self.day, "Texel")
        return [
            (session, {"report": "informatiesessie", "owner": f"{number}"}),
            (reported(TABLE, self.day, "definitief"), {"report": "sterkte"}),
        ]
