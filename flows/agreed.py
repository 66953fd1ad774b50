# SPDX-License-Identifier: EUPL-1.2
"""Gezien en akkoord: what the adviser looked at is recorded once, as long as it comes to that."""

from collections.abc import Callable
from datetime import date

from gehoord.domain.acts.ahead import refuse_another_day, refuse_what_is_to_happen
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import OtherThanSeenError
from gehoord.domain.outgoing.outcomes import recorded
from gehoord.flows.record import record_in
from gehoord.store.register import Register
from gehoord.tasks.receipts import keep_outcome, receipt_known

ComesTo = Callable[[State], bool]
"""Tells whether something comes to what was seen of it, in the dossier as it stands."""


def record_agreed(
    register: Register, sent: SentForm, report: Report, comes_to: ComesTo, on: date
) -> None:
    """Record what somebody saw and agreed to, in one transaction with what it came to.

    Of two that send in the same form the second does nothing: `receipt_known` tells both what the
    first came to.

    Args:
        register: where it is kept.
        sent: the form in which he agreed.
        report: what was done.
        comes_to: asked on the dossier as the transaction finds it: nobody changes it meanwhile.
        on: today.

    Raises:
        OtherThanSeenError: it comes to something else by now.
        RefusedError: the procedure does not allow it.
        GehoordError: it names what is not there.
    """
    refuse_another_day(report, on)
    refuse_what_is_to_happen(report.on, on)
    said = (report.on, report.by, report.what, report.said)
    with register.changing(sent.dossier, *said) as change:
        if receipt_known(change, sent.number):
            return
        if not comes_to(change.state()):
            raise OtherThanSeenError
        outcome = recorded([record_in(change, report, on)], change.noticed)
        keep_outcome(change, sent, outcome, register.now())


def says(report: Report, told: str) -> ComesTo:
    """Return what asks whether people would still read this of a report."""
    return lambda state: decided(report, state).said == told
