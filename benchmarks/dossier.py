# SPDX-License-Identifier: EUPL-1.2
"""A dossier of as many councils as asked for: opened, and then each council asked."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from gehoord.domain.acts.report import CLIENTS_THAT_AGREE, Agreed, VersionMade
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import Eenheid, Municipality
from gehoord.domain.eenheid.schedule import Schedule
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.procedures.library import proposal_of
from gehoord.store.database import connect
from gehoord.store.register import Register

PROCEDURE: Final = "noord-holland/imv-2028-2031"
NAME: Final = "groot"
OPENED: Final = date(2026, 12, 1)
ONTWERP: Final = date(2027, 6, 3)
ASKED: Final = date(2027, 6, 17)
HEARD: Final = date(2027, 9, 2)


def code(number: int) -> str:
    """Return the code of one of the councils, counted from nought."""
    return f"GM{6000 + number}"


def procedure(councils: int) -> tuple[Proposal, Eenheid, str]:
    """Return the procedure of the IMV 2028-2031 with that many councils, each with meetings."""
    proposal, eenheid, text = proposal_of(PROCEDURE)
    model = proposal.municipalities(eenheid)[0]
    made = tuple(_council(model, number) for number in range(councils))
    return proposal, eenheid.model_copy(update={"municipalities": made}), text


def _council(model: Municipality, number: int) -> Municipality:
    rhythm = {
        "weekdag": "donderdag",
        "om_de_weken": 3 + number % 3,
        "vanaf": date(2027, 1, 14) + timedelta(weeks=number % 4),
    }
    return model.model_copy(
        update={
            "code": code(number),
            "name": f"Gemeente {number}",
            "griffie_address": f"griffie-{number}@gemeente.example",
            "schedule": Schedule.model_validate(rhythm),
        }
    )


def clock(day: date) -> Callable[[], datetime]:
    """Return a clock that stands at noon and moves a second each time it is asked."""
    seconds = itertools.count()
    return lambda: datetime.combine(day, time(12), UTC) + timedelta(seconds=next(seconds))


@contextmanager
def register_in(file: Path, day: date) -> Iterator[Register]:
    """Open the register in a file, and close it such that the file can be copied."""
    with register_at(f"sqlite:///{file}", day) as register:
        yield register


@contextmanager
def register_at(database: str, day: date) -> Iterator[Register]:
    """Open the register at an address."""
    register = Register(connect(database), clock(day))
    try:
        yield register
    finally:
        register.engine.dispose()


def open_in(file: Path, councils: int) -> None:
    """Open a dossier in a new file."""
    with register_in(file, OPENED) as register:
        open_with(register, councils)


def open_with(register: Register, councils: int) -> None:
    """Open a dossier of that many councils."""
    open_dossier(register, NAME, *procedure(councils), OPENED, mode=Mode.LIVE)


def ask_in(file: Path) -> None:
    """Send every council of an opened dossier the ontwerp; the mails wait in the outbox."""
    with register_in(file, ASKED) as register:
        ask(register)


def ask(register: Register) -> None:
    """Send every council the ontwerp; the mails wait in the outbox."""
    record(register, NAME, VersionMade(on=ONTWERP, step="ontwerp"), ONTWERP)
    for client in CLIENTS_THAT_AGREE:
        record(register, NAME, Agreed.model_validate({"op": ONTWERP, "van": client}), ONTWERP)
    hear(register, NAME, ASKED)
