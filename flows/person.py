# SPDX-License-Identifier: EUPL-1.2
"""The flow behind the board: an action of a person, which no machine carries out."""

from prefect import State, flow
from prefect.states import Failed

from gehoord.tasks.board.prefect_api import PEOPLE_FLOW

REFUSAL = (
    "Deze actie is werk van een mens; de machine voert haar niet uit. Leg vast dat zij gedaan is "
    "met `gehoord record` of het formulier, en laat geen worker op de pool 'mensen' draaien. "
    "`gehoord board sync` zet de actie weer op het bord."
)


@flow(name=PEOPLE_FLOW)
async def refuse() -> State[None]:
    """Refuse to carry out a person's action."""
    return Failed(name="Geweigerd: werk van een mens", message=REFUSAL)
