# SPDX-License-Identifier: EUPL-1.2
"""`gehoord open`: a dossier is opened from its proposal."""

from pathlib import Path
from typing import Annotated

import typer

from gehoord.app.afterwards import day_of
from gehoord.app.arguments import Day, ProposalName
from gehoord.app.board import keep_board
from gehoord.app.output import note_done
from gehoord.app.printing import findings, say
from gehoord.app.register import register
from gehoord.domain.dossier.mode import Mode
from gehoord.domain.outgoing.opened import opened
from gehoord.procedures.library import proposal_of
from gehoord.store.state import state_of


def open_dossier(
    voorstel: ProposalName,
    naam: Annotated[str | None, typer.Option("--naam", help="De naam van het dossier.")] = None,
    on: Day = None,
) -> None:
    """Open een dossier: het plan, de raden en alle acties."""
    from gehoord.flows import opening
    from gehoord.tasks.dossier_name import dossier_name
    from gehoord.tasks.settings import settings

    proposal, eenheid, text = proposal_of(voorstel)
    name = dossier_name(Path(voorstel).name.removesuffix(".toml") if naam is None else naam)
    day, mode = day_of(on), Mode(settings().mail_mode)
    where = register(begin=True)
    found = opening.open_dossier(where, name, proposal, eenheid, text, day, mode=mode)
    note_done()
    findings(found)
    with where.reading() as reader:
        state = state_of(reader, name)
    say(opened(state).text)
    keep_board(where, name, day)
