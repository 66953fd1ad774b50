"""Vastleggen: what people did enters the register, closes its actions, or is refused."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.deed import (
    Adopted,
    Agreed,
    CouncilHeard,
    Deed,
    Disposed,
    ResponseReceived,
    SilenceAccepted,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.errors import GehoordError
from gehoord.domain.facts import Facts
from gehoord.domain.progress import Outcome
from gehoord.flows.forms import Melding
from gehoord.flows.running import run
from gehoord.store.facts import facts_of
from gehoord.store.register import Change, Register
from gehoord.tasks.kept_hearings import council_heard, silence_accepted
from gehoord.tasks.kept_steps import disposed, response_received, step_done, themes_chosen
from gehoord.tasks.kept_versions import adopted, agreed, version_made


def record(register: Register, dossier: str, deed: Deed, on: date) -> Outcome:
    """Record what somebody did, in one transaction with its journal entry.

    Args:
        register: where it is kept.
        dossier: the name of the dossier.
        deed: what was done.
        on: today; nothing that lies after it can have been done.

    Raises:
        RefusedError: the procedure does not allow it, or it was recorded before.
        GehoordError: it names a step, municipality or file that is not there.
    """
    if deed.on > on:
        raise GehoordError(f"{deed.on} ligt in de toekomst. Leg pas vast wat is gebeurd.")
    with register.changing(dossier, deed.on, deed.by, deed.what, deed.note) as change:
        facts = facts_of(change, dossier)
        return Outcome("Vastgelegd", _record(change, facts, deed))


def _record(change: Change, facts: Facts, deed: Deed) -> str:
    match deed:
        case StepDone():
            return step_done(change, facts, deed)
        case ThemesChosen():
            return themes_chosen(change, facts, deed)
        case VersionMade():
            return version_made(change, facts, deed)
        case Agreed():
            return agreed(change, facts, deed)
        case CouncilHeard():
            return council_heard(change, facts, deed)
        case SilenceAccepted():
            return silence_accepted(change, facts, deed)
        case ResponseReceived():
            return response_received(change, facts, deed)
        case Disposed():
            return disposed(change, facts, deed)
        case Adopted():
            return adopted(change, facts, deed)


@flow(name="Vastleggen", flow_run_name="{dossier}: vastleggen")
async def record_deed(dossier: str, melding: Melding) -> State[None]:
    """Leg vast wat is gebeurd: een besluit, een akkoord, een raad die is gehoord.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        melding: Vul alleen in wat bij uw melding hoort.
    """
    return await run(lambda r, d, on: record(r, d, melding.as_deed(), on), dossier, None)
