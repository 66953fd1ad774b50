"""Verplaatsen: another day for a step, and everything that follows from it, in one transaction."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run

from gehoord.calendar.dutch import day_in_words, in_dutch
from gehoord.domain.acts.move import Consequences, Wanted, moved
from gehoord.domain.outgoing.outcomes import shifted
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows import clock
from gehoord.flows.running import run
from gehoord.store.register import Register
from gehoord.store.state import state_in
from gehoord.tasks.acting import carry_out
from gehoord.tasks.informed import informed


def move(
    register: Register,
    dossier: str,
    step: str,
    to: date,
    reason: str,
    on: date,
    *,
    dry_run: bool = False,
) -> Consequences:
    """Give a step another last day and let everything that counts from it follow.

    What has been done stays where it happened. With ``dry_run`` nothing is changed.

    Raises:
        RefusedError: the step is done, the day is past, or the plan would become unlawful.
        GehoordError: no reason is given.
    """
    wanted = Wanted(step, to, reason)
    if dry_run:
        with register.reading() as reader:
            state = state_in(reader, dossier)
            return moved(state, wanted, on, informed(reader, dossier)).consequences
    with register.changing(
        dossier, on, "adviseur", "verplaatst", f"{step} naar {day_in_words(to)}: {reason}"
    ) as change:
        state = change.state()
        found = moved(state, wanted, on, informed(change, dossier))
        carry_out(change, state, found.act, on)
    return found.consequences


def _run_name() -> str:
    """Return what the run is called: which step goes to which day, in words."""
    given = flow_run.parameters
    return f"{given['dossier']}: stap '{given['stap']}' naar {in_dutch(str(given['naar']))}"


@flow(name="Verplaatsen", flow_run_name=_run_name)
async def move_step(dossier: str, stap: str, naar: date, reden: str) -> State[None]:
    """Geef een stap een andere dag. Wat daarvan afhangt, schuift mee.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        stap: De naam van de stap, zoals vaststelling.
        naar: De nieuwe laatste dag.
        reden: Waarom de dag verandert. Dit komt in het journaal, en woordelijk in de mail aan
            griffies en anderen.
    """

    def work(register: Register, name: str, on: date) -> Outcome:
        found = move(register, name, stap, naar, reden, on)
        return shifted(len(found.shifted), found.behind)

    return await run(work, dossier, clock.today())
