"""`gehoord up`: Prefect's server, a worker, the dossier that is due, and the board."""

import signal
import threading
from typing import Final

from gehoord.app.board import keep_board, own_board
from gehoord.app.printing import say
from gehoord.app.register import register
from gehoord.app.serving import refuse_taken, running_prefect
from gehoord.domain.dossier.mode import Mode
from gehoord.flows import clock
from gehoord.procedures.library import proposal_of
from gehoord.store.register import Register
from gehoord.tasks.settings import Settings, settings

FIRST: Final = "noord-holland/imv-2028-2031"
"""The procedure that is due now: the dossier that a new register begins with."""


def up() -> None:
    """Start alles: Prefect, een worker, het dossier en het bord. Stop met Ctrl-C."""
    home, port = settings().home.absolute(), settings().port
    refuse_taken(port)
    stopped = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda _number, _frame: stopped.set())
    where = register(begin=True)
    names = _dossiers(where)
    say("Prefect start. De eerste keer duurt dat een halve minuut.")
    with running_prefect(home, port) as prefect:
        own_board(where, prefect.api)
        for name in names:
            keep_board(where, name, clock.today())
        _explain(prefect.page, names, settings())
        while not stopped.wait(timeout=2):
            prefect.check_alive()
        say("Gehoord stopt.")
    say("Alles is gestopt. Met 'make run' gaat u verder waar u was.")


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
