"""Vastleggen: what people did enters the register, closes its actions, or is refused."""

from datetime import date

from prefect import flow
from prefect.client.schemas.objects import State

from gehoord.domain.acts.ahead import refuse_what_is_to_happen
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Report
from gehoord.domain.acts.unreached import become_silent, refuse_silence_of_unreached
from gehoord.domain.outgoing.outcomes import RECORDED
from gehoord.domain.outgoing.progress import Outcome
from gehoord.flows.forms import Melding
from gehoord.flows.running import run
from gehoord.store.register import Register
from gehoord.store.undelivered import undelivered
from gehoord.tasks.acting import carry_out
from gehoord.tasks.correcting import letters_that_are_wrong


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
    refuse_what_is_to_happen(report.on, on)
    with register.changing(dossier, report.on, report.by, report.what, report.said) as change:
        state = change.state()
        act = decided(report, state)
        if silent := become_silent(act):
            refuse_silence_of_unreached(state, silent, undelivered(change, dossier))
        wrong = letters_that_are_wrong(change, act)
        sent = carry_out(change, state, act, report.on, today=on)
    return Outcome(RECORDED, " ".join(filter(None, [act.told(sent), wrong])))


@flow(name="Vastleggen", flow_run_name="{dossier}: vastleggen")
async def record_report(dossier: str, melding: Melding) -> State[None]:
    """Leg vast wat is gebeurd: een besluit, een akkoord, een raad die is gehoord.

    Args:
        dossier: De naam van het dossier, zoals imv-2028-2031.
        melding: Vul alleen in wat bij uw melding hoort. Een bestand meesturen kan hier niet;
            gebruik daarvoor de opdrachtregel, met --bestand.
    """
    return await run(lambda r, d, on: record(r, d, melding.as_report(), on), dossier, None)
