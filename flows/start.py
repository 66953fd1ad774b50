# SPDX-License-Identifier: EUPL-1.2
"""Start: the councils hear how the procedure will run."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.outgoing.outcomes import prepared
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run_stage
from gehoord.store.register import Register
from gehoord.tasks.acting import send_notices
from gehoord.tasks.inviting import invite


def start(register: Register, dossier: str, on: date) -> Outcome:
    """Send the announcement of the procedure to the councils, and invite the bodies that meet."""
    with register.changing(dossier, on, "adviseur", "fase start") as change:
        sent = send_notices(change, Stage.START, on)
        invited = invite(change, change.state(), on)
        state = change.state()
        told = prepared(state, Stage.START, sent, invited)
        return progress(state, Stage.START, on, told)


@flow(name="1. Start", flow_run_name="{dossier}: start", validate_parameters=False)
async def start_procedure(dossier: Any = None, dag: Any = None) -> State[None]:
    """Stuur de raden de aankondiging van het proces.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.START, start, dossier, dag)
