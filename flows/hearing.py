"""Horen: every burgemeester hears his own council on the ontwerp (Politiewet 2012, 38b lid 2)."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.calendar.dutch import counted
from gehoord.domain.progress import Outcome, progress
from gehoord.domain.sending import ontwerp_that_may_leave
from gehoord.domain.stage import Stage
from gehoord.flows.running import run
from gehoord.store.facts import facts_of
from gehoord.store.register import Register
from gehoord.tasks.hearings import ask_councils
from gehoord.tasks.notices import send_notices


def hear(register: Register, dossier: str, on: date) -> Outcome:
    """Send every council the ontwerp on which it is heard.

    Raises:
        RefusedError: there is no ontwerp, or a client has not agreed that it leaves the house.
    """
    with register.changing(dossier, on, "adviseur", "fase horen") as change:
        facts = facts_of(change, dossier)
        ontwerp = ontwerp_that_may_leave(facts, on)
        facts, asked = ask_councils(change, facts, ontwerp, on)
        facts, _ = send_notices(change, facts, Stage.HEARING, on)
    return progress(facts, Stage.HEARING, on, f"{counted(asked, 'raad', 'raden')} gevraagd.")


@flow(name="4. Raden horen", flow_run_name="{dossier}: raden horen")
async def hear_councils(dossier: str, dag: date | None = None) -> State[None]:
    """Stuur elke raad het ontwerp. Dit kan pas als beide opdrachtgevers akkoord zijn.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run(hear, dossier, dag)
