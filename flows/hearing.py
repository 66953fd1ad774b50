# SPDX-License-Identifier: EUPL-1.2
"""Horen: every burgemeester hears his own council on the ontwerp (Politiewet 2012, 38b lid 2)."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.acts.hearing import ask_councils
from gehoord.domain.outgoing.outcomes import asked
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run_stage
from gehoord.store.register import Register
from gehoord.tasks.acting import carry_out, send_notices


def hear(register: Register, dossier: str, on: date) -> Outcome:
    """Send every council the ontwerp on which it is heard.

    Raises:
        RefusedError: there is no ontwerp, or a client has not agreed that it leaves the house.
    """
    with register.changing(dossier, on, "adviseur", "fase horen") as change:
        state = change.state()
        act, councils = ask_councils(state, on)
        carry_out(change, state, act, on)
        send_notices(change, Stage.HEARING, on)
        done = " ".join(filter(None, [asked(councils), act.said]))
        return progress(change.state(), Stage.HEARING, on, done)


@flow(name="4. Raden horen", flow_run_name="{dossier}: raden horen", validate_parameters=False)
async def hear_councils(dossier: Any = None, dag: Any = None) -> State[None]:
    """Stuur elke raad het ontwerp. Dit kan pas als beide opdrachtgevers akkoord zijn.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run_stage(Stage.HEARING, hear, dossier, dag)
