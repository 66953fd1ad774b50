# SPDX-License-Identifier: EUPL-1.2
"""Verzenden: between the daily looks, mail that could not leave before is tried again."""

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.outcomes import SENDING_ENDED
from gehoord.domain.outgoing.progress import Aftermath
from gehoord.flows.running import begin_run, ended, open_register, refused, send_due


@flow(name="Verzenden")
async def send_what_waits() -> State[None]:
    """Verzend de mail die wacht en nu aan de beurt is; verder gebeurt er niets."""
    register = open_register()
    try:
        await begin_run(register, "verzenden")
    except GehoordError as error:
        return refused(error)
    unsent = await send_due(register)
    return ended(SENDING_ENDED, Aftermath(tuple(unsent), bool(unsent)))
