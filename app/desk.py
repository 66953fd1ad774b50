# SPDX-License-Identifier: EUPL-1.2
"""`gehoord desk`: serves the pages and calendars of parties, and gives them their links."""

from contextlib import suppress
from typing import Annotated

import typer

from gehoord.app.arguments import DossierArgument
from gehoord.app.output import note_done
from gehoord.app.port import refuse_taken_port
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.tasks.settings import settings

app = typer.Typer(help="De balie: pagina's en agenda's voor wie geen account heeft.")


@app.callback(invoke_without_command=True)
def desk(
    context: typer.Context,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", "--poort", min=1, max=65535, help="De poort; anders die van de instellingen."
        ),
    ] = None,
    host: Annotated[
        str, typer.Option("--host", "--op-adres", help="Waar de balie luistert.")
    ] = "127.0.0.1",
) -> None:
    """De balie: pagina's en agenda's voor wie geen account heeft. Stop met Ctrl-C."""
    if context.invoked_subcommand is not None:
        return
    from gehoord.app.after_answers import AfterAnswers
    from gehoord.app.own_command import OwnCommand
    from gehoord.desk.serving import server_of
    from gehoord.tasks.line import is_loopback

    register()  # refuses where there is none
    place = settings()
    wanted = port or place.desk_port
    if not is_loopback(host) and not place.desk_url:
        raise GehoordError(
            f"Op {host or 'elk adres'} luistert de balie alleen achter een proxy met TLS, "
            "want de links zijn sleutels: zet het openbare adres daarvan in GEHOORD_DESK_URL."
        )
    refuse_taken_port(wanted, "gehoord desk --port {other}")
    server = server_of(place, host, wanted, AfterAnswers(place), OwnCommand(place))
    say(f"De balie draait op {place.desk_url or f'http://{host}:{wanted}'}. Stoppen: Ctrl-C.")
    if not is_loopback(host):
        say("Let op: de lijn is open. Zet er een proxy met TLS voor; de links zijn sleutels.")
    with suppress(KeyboardInterrupt):
        server.run()
    say("De balie is gestopt.")


@app.command()
def link(
    dossier: DossierArgument,
    wie: Annotated[
        str,
        typer.Argument(
            metavar="WIE", help="Een gemeente (de griffie), ambt of gremium; of: overzicht."
        ),
    ],
    renew: Annotated[
        bool, typer.Option("--renew", "--nieuw", help="Een nieuwe; eerdere openen niets meer.")
    ] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", "--intrekken", help="Geen link opent nog iets.")
    ] = False,
) -> None:
    """Toon de link naar de eigen pagina van een partij, of naar het overzicht; of trek die in."""
    from gehoord.flows.access import give_link, withdraw_link

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    if withdraw:
        said = withdraw_link(where, name, wie, day)
        note_done()
        say(said)
        return
    given = give_link(where, name, wie, settings().home, day, renew=renew)
    note_done()
    say(given.said, f"{settings().desk_address}{given.path}")
    if not settings().desk_url:
        say("Dit adres werkt op deze computer. Het openbare adres zet u in GEHOORD_DESK_URL.")
