# SPDX-License-Identifier: EUPL-1.2
"""`gehoord mode`: a dossier is carried out in earnest from now on, or no longer."""

from enum import StrEnum
from typing import Annotated

import typer

from gehoord.app.arguments import DossierArgument
from gehoord.app.output import note_done
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.domain.dossier.mode import Mode
from gehoord.flows import clock


class Stand(StrEnum):
    """The modes that a person can choose."""

    TRIAL = Mode.TRIAL
    LIVE = Mode.LIVE


def mode(
    dossier: DossierArgument,
    stand: Annotated[Stand, typer.Argument(metavar="STAND", help="proef of live.")],
    reason: Annotated[str, typer.Option("--reason", "--reden", help="Waarom dit verandert.")],
) -> None:
    """Zet een dossier in de stand 'proef' of 'live'. Mail gaat alleen in die stand weg."""
    from gehoord.flows.mode import put_in_mode

    where = register()
    name = the_dossier(dossier, where)
    said = put_in_mode(where, name, Mode(stand), reason, clock.today())
    note_done()
    say(said)
