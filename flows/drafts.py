# SPDX-License-Identifier: EUPL-1.2
"""Ontwerpen: drafts and responses, until both clients agree that the ontwerp leaves the house."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.acts.themes import refuse_before_themes
from gehoord.domain.outgoing.outcomes import prepared
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run_stage
from gehoord.store.register import Register
from gehoord.tasks.acting import send_notices


def make_drafts(register: Register, dossier: str, on: date) -> Outcome:
    """Ask the griffies to reserve time, and send the drafts to those who are asked to respond.

    Raises:
        RefusedError: the themes have not been chosen yet.
    """
    with register.changing(dossier, on, "adviseur", "fase ontwerpen") as change:
        refuse_before_themes(change.state())
        sent = send_notices(change, Stage.DRAFTS, on)
        state = change.state()
        return progress(state, Stage.DRAFTS, on, prepared(state, Stage.DRAFTS, sent))


@flow(
    name="3. Ontwerpen maken", flow_run_name="{dossier}: ontwerpen maken", validate_parameters=False
)
async def write_drafts(dossier: Any = None, dag: Any = None) -> State[None]:
    """Vraag de griffies tijd te reserveren en verstuur de berichten over de ontwerpen.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.DRAFTS, make_drafts, dossier, dag)
