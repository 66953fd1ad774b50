"""Vastleggen: what people did enters the register, closes its actions, or is refused."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from prefect import flow
from prefect.client.schemas.objects import State as RunState

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.report import (
    AddressGiven,
    Adopted,
    Agreed,
    Corrected,
    CouncilHeard,
    Disposed,
    Merged,
    PlanChanged,
    ReasonGiven,
    Report,
    ResponseReceived,
    SilenceAccepted,
    StepDone,
    StepLapsed,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows.forms import Melding
from gehoord.flows.running import run
from gehoord.store.register import Change, Register
from gehoord.store.state import state_of
from gehoord.tasks.changes import address_given, merged, plan_changed, reason_given
from gehoord.tasks.corrections import corrected
from gehoord.tasks.council_answers import council_heard, silence_accepted
from gehoord.tasks.invitations import tell_invited
from gehoord.tasks.replanned import keep_on_plan
from gehoord.tasks.steps import (
    disposed,
    response_received,
    step_done,
    step_lapsed,
    themes_chosen,
)
from gehoord.tasks.versions import adopted, agreed, version_made

RECORDED: Final = "Vastgelegd"
"""The name of the outcome of a report that was kept."""

KEEPERS: dict[type[Report], Callable[[Change, State, Any], str]] = {
    StepDone: step_done,
    StepLapsed: step_lapsed,
    ThemesChosen: themes_chosen,
    VersionMade: version_made,
    Agreed: agreed,
    CouncilHeard: council_heard,
    SilenceAccepted: silence_accepted,
    ResponseReceived: response_received,
    Disposed: disposed,
    Adopted: adopted,
    PlanChanged: plan_changed,
    ReasonGiven: reason_given,
    AddressGiven: address_given,
    Corrected: corrected,
    Merged: merged,
}


def record(register: Register, dossier: str, report: Report, on: date) -> Outcome:
    """Record what somebody did, in one transaction with its journal entry.

    Args:
        register: where it is kept.
        dossier: the name of the dossier.
        report: what was done.
        on: today; nothing that lies after it can have been done.

    Raises:
        RefusedError: the procedure does not allow it, or it was recorded before.
        GehoordError: it names a step, municipality or file that is not there.
    """
    if report.on > on:
        raise GehoordError(
            f"{day_in_words(report.on)} ligt in de toekomst. Leg pas vast wat is gebeurd."
        )
    with register.changing(dossier, report.on, report.by, report.what, report.said) as change:
        kept = KEEPERS[type(report)](change, state_of(change, dossier), report)
        keep_on_plan(change, dossier, report.on)
        tell_invited(change, dossier, on)
    return Outcome(RECORDED, kept)


@flow(name="Vastleggen", flow_run_name="{dossier}: vastleggen")
async def record_report(dossier: str, melding: Melding) -> RunState[None]:
    """Leg vast wat is gebeurd: een besluit, een akkoord, een raad die is gehoord.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        melding: Vul alleen in wat bij uw melding hoort. Een bestand meesturen kan hier niet;
            gebruik daarvoor de opdrachtregel, met --bestand.
    """
    return await run(lambda r, d, on: record(r, d, melding.as_report(), on), dossier, None)
