"""Thema's: the body chooses the themes, the councils hear which. No statute asks for this."""

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


def choose_themes(register: Register, dossier: str, on: date) -> Outcome:
    """Announce the themes to the councils once they have been chosen."""
    with register.changing(dossier, on, "adviseur", "fase themas") as change:
        facts, sent = send_notices(change, facts_of(change, dossier), Stage.THEMES, on)
    return progress(facts, Stage.THEMES, f"{sent} brieven klaargezet.")


@flow(name="2. Thema's kiezen", flow_run_name="{dossier}: thema's kiezen")
async def select_themes(dossier: DossierName, dag: Day = None) -> State[None]:
    """Maak de gekozen thema's bekend aan de raden. Leg eerst vast welke thema's zijn gekozen."""
    return await run(choose_themes, dossier, dag)
