# SPDX-License-Identifier: EUPL-1.2
"""Vaststellen: the plan is adopted once every council was heard, and then sent out (art. 39)."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.acts.adoption import refuse_unless_adoptable
from gehoord.domain.outgoing.outcomes import prepared
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run_stage
from gehoord.store.register import Register
from gehoord.tasks.acting import send_notices


def adopt(register: Register, dossier: str, on: date) -> Outcome:
    """Say whether the plan may be adopted; once it is, tell the councils, minister and korpschef.

    Raises:
        RefusedError: a council has not been heard, or the plan lacks a part the law asks for.
    """
    with register.changing(dossier, on, "adviseur", "fase vaststelling") as change:
        refuse_unless_adoptable(change.state(), on)
        sent = send_notices(change, Stage.ADOPTION, on)
        state = change.state()
        return progress(state, Stage.ADOPTION, on, prepared(state, Stage.ADOPTION, sent))


@flow(name="5. Vaststellen", flow_run_name="{dossier}: vaststellen", validate_parameters=False)
async def adopt_beleidsplan(dossier: Any = None, dag: Any = None) -> State[None]:
    """Kijk of vaststellen mag. Is het plan vastgesteld, stuur het dan aan wie het moet hebben.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.ADOPTION, adopt, dossier, dag)
