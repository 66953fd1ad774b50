# SPDX-License-Identifier: EUPL-1.2
"""Verantwoorden: what the adopted plan asks every year (Politiewet 2012, art. 39 lid 1)."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.acts.adoption import refuse_unless_adopted
from gehoord.domain.outgoing.outcomes import prepared
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run_stage
from gehoord.store.register import Register
from gehoord.tasks.acting import send_notices


def give_account(register: Register, dossier: str, on: date) -> Outcome:
    """Send the notices of the years after the adoption.

    Raises:
        RefusedError: the plan has not been adopted.
    """
    with register.changing(dossier, on, "adviseur", "fase verantwoording") as change:
        refuse_unless_adopted(change.state())
        sent = send_notices(change, Stage.ACCOUNT, on)
        state = change.state()
        return progress(state, Stage.ACCOUNT, on, prepared(state, Stage.ACCOUNT, sent))


@flow(name="6. Verantwoorden", flow_run_name="{dossier}: verantwoorden", validate_parameters=False)
async def account_yearly(dossier: Any = None, dag: Any = None) -> State[None]:
    """Volg na de vaststelling wat elk jaar moet gebeuren, zoals het jaarverslag.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.ACCOUNT, give_account, dossier, dag)
