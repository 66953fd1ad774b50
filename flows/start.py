"""Start: the councils hear how the procedure will run."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.progress import Outcome, progress
from gehoord.domain.stage import Stage
from gehoord.flows.forms import Day, DossierName
from gehoord.flows.running import run
from gehoord.store.facts import facts_of
from gehoord.store.register import Register
from gehoord.tasks.notices import send_notices


def start(register: Register, dossier: str, on: date) -> Outcome:
    """Send the announcement of the procedure to the councils."""
    with register.changing(dossier, on, "adviseur", "fase start") as change:
        facts, sent = send_notices(change, facts_of(change, dossier), Stage.START, on)
    return progress(facts, Stage.START, f"{sent} brieven klaargezet.")


@flow(name="1. Start", flow_run_name="{dossier}: start")
async def start_procedure(dossier: DossierName, dag: Day = None) -> State[None]:
    """Stuur de raden de aankondiging van het proces."""
    return await run(start, dossier, dag)
