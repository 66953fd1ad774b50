"""`gehoord up`: Prefect's server, a worker, the dossier that is due, and the board."""

import time
from pathlib import Path
from typing import Final, NoReturn

from gehoord.app.board import keep_board, own_board, renew_forms
from gehoord.app.interrupting import stopped_at_once
from gehoord.app.only_start import the_only_start
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.app.serving import refuse_taken, running_prefect
from gehoord.app.telling import telling
from gehoord.domain.dossier.mode import Mode
from gehoord.flows import clock
from gehoord.procedures.library import proposal_of
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings, settings

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
    refuse_taken(port)
    names = _dossiers(where)
    with running_prefect(home, port) as prefect:
        own_board(where, prefect.api)
        renew_forms(where, prefect.api)
        behind = [name for name in names if not _is_on_board(where, name)]
        _explain(prefect.page, names, settings())
        while True:
            look_again_at = time.monotonic() + LOOK_AGAIN_SECONDS
            while time.monotonic() < look_again_at:
                time.sleep(2)
                prefect.check_alive()
            behind = [name for name in behind if not _is_on_board(where, name)]


def _is_on_board(where: Register, name: str) -> bool:
    """Bring the board of a dossier in line, and return whether all of it is now right."""
    with telling(f"Het bord van {name} wordt bijgewerkt"):
        return keep_board(where, name, clock.today())


def _dossiers(where: Register) -> list[str]:
    """Return the dossiers of the register, and open the one that is due if there is none."""
    from gehoord.flows.opening import open_dossier

    with where.reading() as reader:
        names = reader.names()
    if names:
        return names
    proposal, eenheid, text = proposal_of(FIRST)
    name = FIRST.rpartition("/")[2]
    mode = Mode(settings().mail_mode)
    open_dossier(where, name, proposal, eenheid, text, clock.today(), mode=mode)
    say(f"Dossier '{name}' is geopend.")
    return [name]


def _explain(page: str, names: list[str], place: Settings) -> None:
    say("", "Gehoord draait. Open in een browser:")
    for name in names:
        board = f"{page}/runs?tag=dossier:{name}&type=span&seconds="
        say(
            f"  wat mensen moeten doen, {name}:",
            f"    {board}{_YEAR}&flow-runs-sort=START_TIME_ASC",
            "  wat te laat is:",
            f"    {board}-{_YEAR}&state=Late",
            "  wat gedaan is:",
            f"    {board}-{_YEAR}&state=Completed",
        )
    say(
        "  hoever het horen is, en wat de toets vindt:",
        f"    {page}/artifacts",
        "  een fase starten of iets vastleggen (kies er een, dan Run en Custom run):",
        f"    {page}/deployments",
        "",
        f"Of gebruik de opdrachtregel, bijvoorbeeld: {COMMAND} status {names[0]}",
        f"Mail staat in de stand 'proef': berichten komen als bestand in {place.outbox}."
        if place.mail_mode == "proef"
        else "Mail staat in de stand 'live': berichten gaan echt weg.",
        "Stoppen: Ctrl-C.",
    )


_YEAR: Final = 366 * 24 * 3600
COMMAND: Final = ".venv/bin/gehoord"
"""How a clone calls the command line after `make run`."""
