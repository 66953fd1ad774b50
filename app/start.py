# SPDX-License-Identifier: EUPL-1.2
"""`gehoord start`: a stage is started, or carried on."""

from typing import Annotated

import typer

from gehoord.app.afterwards import leave_unsettled, not_ahead, settle
from gehoord.app.arguments import Day, DossierArgument
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.stage import Stage


def start(
    dossier: DossierArgument,
    fase: Annotated[Stage, typer.Argument(metavar="FASE", case_sensitive=False, help="De fase.")],
    on: Day = None,
) -> None:
    """Start een fase, of doe wat er in die fase nog te doen is."""
    from gehoord.flows.procedure import STAGES
    from gehoord.flows.running import attempt

    where, day = register(), not_ahead(on)
    name = the_dossier(dossier, where)
    outcome = attempt(STAGES[fase], where, name, day)
    if outcome.refused:
        raise GehoordError(f"{outcome.name}. {outcome.text}")
    say(f"{outcome.name}. {outcome.text}")
    if not settle(where, [name], day):
        leave_unsettled()
