# SPDX-License-Identifier: EUPL-1.2
"""A procedure that can be killed at any moment: `python -m tests.flows.killable` plays it.

It reads orders, a line of JSON each, and plays every one in a child of its own: the acts from a
number on, each followed by its mail. The child tells when an act is done; when its time is up it
is killed, and the number of the act it was at is the answer.
"""

import itertools
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from benchmarks.story import whole
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock as flows_clock
from gehoord.flows.opening import open_dossier
from gehoord.flows.procedure import STAGES
from gehoord.flows.record import record
from gehoord.flows.running import attempt
from gehoord.flows.watch import look
from gehoord.replay.history import StageStarted
from gehoord.store.database import connect
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.flows.first_half import first_half

NAME = "gedood"
LEASE_OVER = timedelta(minutes=11)


@dataclass(frozen=True)
class Order:
    """What a child plays: from which act on, for how many seconds, in which register."""

    url: str
    home: str
    port: int
    councils: int
    at: int
    starts: int
    seconds: float | None = None


@dataclass(frozen=True)
class Played:
    """How far a child came: the acts that were done, and whether it was killed."""

    at: int
    killed: bool
    fault: str = ""


@dataclass(frozen=True)
class Act:
    on: date
    do: Callable[[Register], object]


@cache
def script(councils: int) -> list[Act]:
    """The acts of a procedure in their order: it opens, and each day has its events and a look."""
    story = whole(councils)
    opened = story.history.start
    parts = (story.proposal, story.eenheid, story.text)
    acts = [Act(opened, lambda kept: open_dossier(kept, NAME, *parts, opened, mode=Mode.LIVE))]
    told = [event.event for event in story.history.events]
    events = sorted([*told, *first_half()], key=lambda event: event.on)
    day = opened
    while day <= story.history.end:
        acts.append(Act(day, lambda kept, on=day: look(kept, NAME, on)))  # type: ignore[misc]
        while events and events[0].on == day:
            acts.append(Act(day, does(events.pop(0))))
        day += timedelta(days=1)
    return acts


def does(event: Any) -> Callable[[Register], object]:
    if isinstance(event, StageStarted):
        return lambda kept: starts(kept, event)
    return lambda kept: record(kept, NAME, event, event.on)


def starts(kept: Register, event: StageStarted) -> None:
    outcome = attempt(STAGES[event.stage], kept, NAME, event.on)
    if outcome.refused:
        raise GehoordError(outcome.text)


class Clock:
    """The day of an act, later after each start, so that what a dead sender held is free."""

    def __init__(self, starts: int) -> None:
        self.day = date.min
        self._late = LEASE_OVER * starts
        self._ticks = itertools.count()

    def now(self) -> datetime:
        noon = datetime.combine(self.day, time_of_day(4), UTC)
        return noon + self._late + timedelta(microseconds=next(self._ticks))


def play(order: Order, tell: Callable[[int], None]) -> None:
    clock = Clock(order.starts)
    register = Register(connect(order.url), clock.now)
    place = Settings(
        home=Path(order.home), mail_mode="live", smtp_host="127.0.0.1", smtp_port=order.port
    )
    flows_clock.today = lambda: clock.day  # to the flows, each day is today
    acts = script(order.councils)
    tell(order.at)  # from here on it can be killed
    for number in range(order.at, len(acts)):
        act = acts[number]
        clock.day = act.on
        try:
            act.do(register)
        except GehoordError:
            if number > order.at or not order.starts:
                raise  # only what was done just before the end can be there already
        deliver(register, place)
        tell(number + 1)
    register.engine.dispose()


def child(order: Order, told: int) -> NoReturn:
    def tell(number: int) -> None:
        os.write(told, number.to_bytes(4, "big"))

    try:
        play(order, tell)
    except BaseException:  # whatever it is, it is told to the parent
        Path(order.home, "fout").write_text(traceback.format_exc())
        os._exit(1)
    os._exit(0)


def played(order: Order) -> Played:
    """Let a child play an order, and kill it when its time, from the first act on, is up."""
    script(order.councils)
    heard, told = os.pipe()
    born = os.fork()
    if not born:
        os.close(heard)
        child(order, told)
    os.close(told)
    with os.fdopen(heard, "rb", buffering=0) as telling:
        begun = telling.read(4)
        if order.seconds is not None:
            time.sleep(order.seconds)
            os.kill(born, signal.SIGKILL)
        told_all = begun + telling.readall()
    _, status = os.waitpid(born, 0)
    fault = Path(order.home, "fout")
    return Played(
        int.from_bytes(told_all[-4:], "big") if told_all else order.at,
        killed=os.WIFSIGNALED(status),
        fault=fault.read_text() if os.WIFEXITED(status) and os.WEXITSTATUS(status) else "",
    )


def main() -> None:
    for line in sys.stdin:
        answer = played(Order(**json.loads(line)))
        sys.stdout.write(json.dumps(asdict(answer)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
