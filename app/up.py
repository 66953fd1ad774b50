# SPDX-License-Identifier: EUPL-1.2
"""`gehoord up`: Prefect's server, a worker, the desk, the dossier that is due, and the board."""

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

from gehoord.app.board import keep_board, own_board, renew_forms
from gehoord.app.desk_beside import refuse_taken_desk, start_desk
from gehoord.app.greeting import links_at, opened_to_practise, started
from gehoord.app.interrupting import stopped_at_once
from gehoord.app.only_start import the_only_start
from gehoord.app.port import refuse_taken_port
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.app.serving import running_prefect
from gehoord.app.telling import telling
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.eenheid.eenheid import ADVISER
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.progress import next_stage
from gehoord.domain.proposal.stage import Stage
from gehoord.flows import clock
from gehoord.procedures.library import proposal_of
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.settings import settings

FIRST: Final = "noord-holland/imv-2028-2031"
"""The procedure that is due now: the dossier that a new register begins with."""

LOOK_AGAIN_SECONDS: Final = 30
"""How long a board that could not be written waits for the next try."""


def up() -> None:
    """Start alles: Prefect, een worker, het dossier en het bord. Stop met Ctrl-C."""
    home, port = settings().home.absolute(), settings().port
    try:
        with stopped_at_once():
            where = register(begin=True)
            with the_only_start(home, where.engine):
                _run(where, home, port)
    except KeyboardInterrupt:
        say("Alles is gestopt. Met 'make run' gaat u verder waar u was.")


def _run(where: Register, home: Path, port: int) -> NoReturn:
    """Run until somebody interrupts it, or a part of Prefect stops."""
    refuse_taken_port(port)
    refuse_taken_desk(settings())
    names = _dossiers(where)
    with running_prefect(home, port) as prefect:
        own_board(where, prefect.api)
        renew_forms(where, prefect.api)
        desk = start_desk(prefect, settings())
        behind = [name for name in names if not _is_on_board(where, name)]
        links = links_at(prefect.api, prefect.page)
        own = _own_pages(where, names, desk) if sys.stdout.isatty() else {}
        say(*started(names, links, settings(), _next(where), desk, own))
        while True:
            look_again_at = time.monotonic() + LOOK_AGAIN_SECONDS
            while time.monotonic() < look_again_at:
                time.sleep(2)
                prefect.check_alive()
            behind = [name for name in behind if not _is_on_board(where, name)]


def _own_pages(where: Register, names: list[str], desk: str) -> dict[str, str]:
    """Return where the adviser's page of each dossier is: keys, for the eyes of who starts this.

    They are shown on a terminal alone, so that no log keeps them.
    """
    from gehoord.flows.access import give_link

    found: dict[str, str] = {}
    for name in names:
        with suppress(GehoordError):
            given = give_link(where, name, ADVISER, settings().home, clock.today())
            found[name] = f"{desk}{given.path}"
    return found


def _next(where: Register) -> dict[str, Stage]:
    """Return the stage that comes next in each dossier; of one that cannot be read, none."""
    found: dict[str, Stage] = {}
    with where.reading() as reader:
        for name in reader.names():
            with suppress(GehoordError):
                if stage := next_stage(state_of(reader, name)):
                    found[name] = stage
    return found


def _is_on_board(where: Register, name: str) -> bool:
    """Bring the board of a dossier in line, and return whether all of it is now right."""
    with telling(f"Het bord van {name} wordt bijgewerkt"):
        return keep_board(where, name, clock.today())


def _dossiers(where: Register) -> list[str]:
    """Return the dossiers of the register; the one that is due, to practise with, if it has none.

    Whatever the settings say: a procedure in earnest is opened by a person, who first filled in
    where everybody is reached.
    """
    from gehoord.flows.opening import open_dossier

    with where.reading() as reader:
        names = reader.names()
    if names:
        return names
    proposal, eenheid, text = proposal_of(FIRST)
    name = FIRST.rpartition("/")[2]
    open_dossier(where, name, proposal, eenheid, text, clock.today(), mode=Mode.TRIAL)
    say(*opened_to_practise(name, FIRST))
    return [name]
