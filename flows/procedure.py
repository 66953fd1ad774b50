# SPDX-License-Identifier: EUPL-1.2
"""The whole procedure of art. 39 on one screen: every stage in order, as far as it can go."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.outgoing.outcomes import NOT_BEGUN, until
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.account import give_account
from gehoord.flows.adoption import adopt
from gehoord.flows.drafts import make_drafts
from gehoord.flows.hearing import hear
from gehoord.flows.running import Work, attempt, run
from gehoord.flows.start import start
from gehoord.flows.themes import choose_themes
from gehoord.store.register import Register

STAGES: dict[Stage, Work] = {
    Stage.START: start,
    Stage.THEMES: choose_themes,
    Stage.DRAFTS: make_drafts,
    Stage.HEARING: hear,
    Stage.ADOPTION: adopt,
    Stage.ACCOUNT: give_account,
}


def go_on(register: Register, dossier: str, on: date) -> Outcome:
    """Run the stages in order until one may not start yet; return where the last one stands."""
    reached = NOT_BEGUN
    for work in STAGES.values():
        outcome = attempt(work, register, dossier, on)
        if outcome.refused:
            return until(reached, outcome)
        reached = outcome
    return reached


@flow(name="Hele procedure", flow_run_name="{dossier}: hele procedure", validate_parameters=False)
async def whole_procedure(dossier: Any = None, dag: Any = None) -> State[None]:
    """Doe in elke fase wat nu kan, op volgorde, tot het punt waar mensen aan zet zijn.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run(go_on, dossier, dag)
