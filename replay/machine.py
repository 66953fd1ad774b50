# SPDX-License-Identifier: EUPL-1.2
"""The time machine: a procedure played again, day by day, on the production code path."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.hearing import HearingState
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.outcomes import MOVED, RECORDED
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.move import move
from gehoord.flows.opening import open_dossier
from gehoord.flows.procedure import STAGES
from gehoord.flows.record import record
from gehoord.flows.running import attempt
from gehoord.flows.watch import look
from gehoord.replay.history import Event, History, StageStarted, StepMoved
from gehoord.store.due import days_ahead
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.store.verify import verify
from gehoord.tasks.calendars import write_calendars
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings


class ReplayError(GehoordError):
    """The procedure did something else than its history says."""


@dataclass
class Clock:
    """The moment in the time machine: seven in the morning of its day, and then some."""

    day: date
    ticks: int = 0

    def now(self) -> datetime:
        """Return a moment, each a microsecond after the last."""
        self.ticks += 1
        return datetime.combine(self.day, time(6), UTC) + timedelta(microseconds=self.ticks)


@dataclass(frozen=True, slots=True)
class Played:
    """What one event came to."""

    on: date
    what: str
    outcome: Outcome

    @property
    def line(self) -> str:
        """What a reader sees of it: who or what was recorded, or how it stands with the stage."""
        if self.outcome.name in (RECORDED, MOVED):
            return self.outcome.text
        return f"{self.what}: {self.outcome.name}"


@dataclass
class Engine:
    """Where a replay plays: a register of its own, with or without Prefect around it.

    Attributes:
        register: its own register, on the clock of the time machine.
        clock: which day it is.
        place: where its mails and calendars go.
        start_stage: carries out a stage, or has a worker of Prefect do it.
        look_around: does the daily look, or has a worker of Prefect do it.
        after: lets mail follow what was recorded, or whatever else must.
    """

    register: Register
    clock: Clock
    place: Settings
    start_stage: Callable[[str, StageStarted], Outcome] = field(init=False)
    look_around: Callable[[str, date], Outcome] = field(init=False)
    after: Callable[[str, date], object] = field(init=False)

    def __post_init__(self) -> None:
        self.start_stage = lambda dossier, event: attempt(
            STAGES[event.stage], self.register, dossier, event.on
        )
        self.look_around = lambda dossier, on: look(self.register, dossier, on)
        self.after = lambda dossier, on: deliver(self.register, self.place)


def play(
    engine: Engine, name: str, proposal: Proposal, eenheid: Eenheid, text: str, history: History
) -> Iterator[Played]:
    """Play a history day by day and yield what each event came to.

    The daily look is done on every day on which something falls due; on the other days it has
    nothing to do, because nothing became due and nothing was recorded. Mail leaves day by day;
    calendars, which say how things stand, are written at the end.

    Raises:
        ReplayError: an event was refused that happened, or happened that must be refused.
    """
    engine.clock.day = history.start
    open_dossier(engine.register, name, proposal, eenheid, text, history.start, as_it_was=True)
    yield Played(history.start, "dossier geopend", Outcome("Open", proposal.title))
    events = list(history.events)
    look_on = _days_to_look(engine, name)
    day = history.start
    while day <= history.end:
        engine.clock.day, engine.clock.ticks = day, 0
        if day in look_on:
            yield Played(day, "wacht", engine.look_around(name, day))
            engine.after(name, day)
            look_on |= _days_to_look(engine, name)
        if events and events[0].event.on == day:
            while events and events[0].event.on == day:
                yield _play(engine, name, events.pop(0))
            engine.after(name, day)
            look_on = _days_to_look(engine, name)
        day += timedelta(days=1)
    write_calendars(engine.register, name, engine.place.calendars, history.end)


def _play(engine: Engine, name: str, entry: Event) -> Played:
    event = entry.event
    if isinstance(event, StageStarted):
        what = f"fase {event.stage}"
        outcome = engine.start_stage(name, event)
    else:
        what = event.what
        outcome = _report(engine, name, event)
    if outcome.refused != entry.refused:
        expected = "geweigerd" if entry.refused else "gelukt"
        on = day_in_words(event.on)
        raise ReplayError(f"Op {on} had '{what}' moeten zijn {expected}: {outcome.text}")
    return Played(event.on, what, outcome)


def _report(engine: Engine, name: str, event: Report | StepMoved) -> Outcome:
    try:
        if isinstance(event, StepMoved):
            move(engine.register, name, event.step, event.to, event.reason, event.on)
            to = day_in_words(event.to)
            return Outcome(MOVED, f"Stap '{event.step}' verplaatst naar {to}: {event.reason}.")
        return record(engine.register, name, event, event.on)
    except RefusedError as error:
        return Outcome("Geweigerd", str(error), refused=True)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a replay came to, counted in the register."""

    letters: int
    mails: int
    reminders: int
    asked: int
    heard: int
    silent: int
    zienswijzen: int
    adoption: Besluit | None
    adopted_by: str
    late: int
    entries: int
    faults: tuple[str, ...]


def summary(engine: Engine, name: str) -> Summary:
    """Count what the replay of a dossier came to, and verify its journal."""
    with engine.register.reading() as reader:
        state = state_of(reader, name)
        messages = reader.all(Message, name)
        proof = verify(reader, name)
    by = state.adoption.by if state.adoption else ""
    return Summary(
        letters=sum(m.letter is not None for m in messages),
        mails=len(messages),
        reminders=sum(m.is_reminder for m in messages),
        asked=sum(h.invited_on is not None for h in state.hearings),
        heard=sum(h.state is HearingState.HEARD for h in state.hearings),
        silent=sum(h.state is HearingState.SILENT for h in state.hearings),
        zienswijzen=sum(z.counts for z in state.zienswijzen),
        adoption=state.adoption,
        adopted_by=names(state).get(by, by),
        late=sum(_was_late(action) for action in state.actions),
        entries=proof.entries,
        faults=proof.faults,
    )


def _was_late(action: Action) -> bool:
    """Whether an action was done after its last day."""
    if action.state is not ActionState.DONE or action.done_on is None or action.due_on is None:
        return False
    return action.done_on > action.due_on


def _days_to_look(engine: Engine, name: str) -> set[date]:
    """Return the days on which the daily look has something to do, as things stand.

    Somebody is reminded, or something has become late: on that day, or on the first after it on
    which mail is read.
    """
    with engine.register.reading() as reader:
        reminded, last_days = days_ahead(reader, name)
    late = {day + timedelta(days=1) for day in last_days}
    return reminded | late | {reading_day(day) for day in late}
