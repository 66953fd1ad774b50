"""Ontwerpen: drafts and responses, until both clients agree that the ontwerp leaves the house."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State as RunState

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.outgoing.progress import Outcome, progress
from gehoord.domain.proposal.stage import Stage
from gehoord.flows.running import run
from gehoord.store.register import Register
from gehoord.store.state import state_of
from gehoord.tasks.notices import send_notices


def make_drafts(register: Register, dossier: str, on: date) -> Outcome:
    """Ask the griffies to reserve time, and send the drafts to those who are asked to respond.

    Raises:
        RefusedError: the themes have not been chosen yet.
    """
    with register.changing(dossier, on, "adviseur", "fase ontwerpen") as change:
        state = state_of(change, dossier)
        _refuse_before_themes(state)
        state, sent = send_notices(change, state, Stage.DRAFTS, on)
    return progress(state, Stage.DRAFTS, on, f"{counted(sent, 'brief', 'brieven')} klaargezet.")


def _refuse_before_themes(state: State) -> None:
    choosing = [
        s
        for s in state.proposal.steps
        if s.chooses_themes and s.stands and not state.has_lapsed(s.id)
    ]
    if choosing and state.themes() is None:
        raise RefusedError(
            f"De thema's zijn nog niet gekozen (procesvoorstel, stap '{choosing[0].id}'). "
            "Leg eerst vast welke thema's zijn gekozen."
        )


@flow(name="3. Ontwerpen maken", flow_run_name="{dossier}: ontwerpen maken")
async def write_drafts(dossier: str, dag: date | None = None) -> RunState[None]:
    """Vraag de griffies tijd te reserveren en verstuur de berichten over de ontwerpen.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        dag: De dag waarvoor dit geldt. Leeg betekent vandaag.
    """
    return await run(make_drafts, dossier, dag)
