# SPDX-License-Identifier: EUPL-1.2
"""`gehoord outbox`: what waits to be sent, and what a person says of it."""

from typing import Annotated

import typer

from gehoord.app.afterwards import leave_unsettled, settle
from gehoord.app.arguments import Dossiers
from gehoord.app.board import let_board_follow
from gehoord.app.printing import say, table
from gehoord.app.register import register, the_dossier
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.dossier.names import names
from gehoord.domain.errors import GehoordError
from gehoord.flows import clock
from gehoord.store.register import Register
from gehoord.store.state import state_of


def show(
    dossier: Dossiers = None,
    *,
    send: Annotated[bool, typer.Option("--send", "--verstuur", help="Wat wacht, mag weg.")] = False,
    has_left: Annotated[
        bool,
        typer.Option("--already-sent", "--al-verzonden", help="Wat wacht, was al verzonden."),
    ] = False,
    reason: Annotated[str, typer.Option("--reason", "--reden", help="Hoe u dat weet.")] = "",
) -> None:
    """Toon wat van een dossier wacht op verzending, en waarom.

    Na het terugzetten van een kopie gaat niets weg tot u hier kiest: '--verstuur' of
    '--al-verzonden'.
    """
    from gehoord.flows.releasing import release
    from gehoord.tasks.settings import settings

    if send and has_left:
        raise GehoordError("Kies '--send' of '--already-sent', niet allebei.")
    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    if not (send or has_left):
        _show(where, name)
        return
    say(release(where, name, settings(), reason, day, has_left=has_left))
    let_board_follow(where, name)
    if not settle(where, [name], day):
        leave_unsettled()


def _show(where: Register, name: str) -> None:
    from gehoord.flows.releasing import waiting
    from gehoord.tasks.left import older
    from gehoord.tasks.settings import settings

    with where.reading() as reader:
        state, found = state_of(reader, name), waiting(reader, name)
    who = names(state)
    say(f"Wacht op verzending: {counted(len(found), 'bericht', 'berichten')}.")
    table(
        ("Gemaakt", "Aan", "Onderwerp", "Stand"),
        [
            (day_in_words(m.created_on), who.get(m.recipient, m.recipient), m.subject, m.mode)
            for m in found
        ],
    )
    if older(where, settings().home, [name]):
        say(*until_released(name, len(found)))


def until_released(name: str, messages: int) -> list[str]:
    """Say in Dutch by which command mail leaves again from a dossier that is an older copy.

    Args:
        name: of the dossier.
        messages: how many wait; where none do, new mail waits all the same.
    """
    send = f"'gehoord outbox {name} --send --reason …'"
    if not messages:
        return [f"Nieuwe mail wacht tot u zegt dat dit register klopt: {send}."]
    return [
        "Dit register is een oudere kopie: wat hier wacht, kan al eerder zijn verzonden.",
        f"Mag het weg? Geef dan {send}.",
        f"Was het al verzonden? Geef dan 'gehoord outbox {name} --already-sent --reason …'.",
    ]
