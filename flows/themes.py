# SPDX-License-Identifier: EUPL-1.2
"""Thema's: the body chooses the themes, the councils hear which. No statute asks for this."""

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


def choose_themes(register: Register, dossier: str, on: date) -> Outcome:
    """Announce the themes to the councils once they have been chosen."""
    with register.changing(dossier, on, "adviseur", "fase themas") as change:
        sent = send_notices(change, Stage.THEMES, on)
        state = change.state()
        return progress(state, Stage.THEMES, on, prepared(state, Stage.THEMES, sent))


@flow(
    name="2. Thema's kiezen", flow_run_name="{dossier}: thema's kiezen", validate_parameters=False
)
async def select_themes(dossier: Any = None, dag: Any = None) -> State[None]:
    """Maak de gekozen thema's bekend aan de raden. Leg eerst vast welke thema's zijn gekozen.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.THEMES, choose_themes, dossier, dag)
