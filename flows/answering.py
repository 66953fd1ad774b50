# SPDX-License-Identifier: EUPL-1.2
"""Antwoorden: what a party sends in on its page enters the register, and it gets a receipt."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from gehoord.domain.acts.ahead import refuse_what_is_to_happen
from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.addressees import addressee_of
from gehoord.domain.dossier.receipt import Receipt, SentForm
from gehoord.domain.dossier.state import State
from gehoord.flows.record import record_in
from gehoord.store.register import Register, Together
from gehoord.store.state import state_in
from gehoord.tasks.receipts import keep_receipt, receipt_known
from gehoord.templates.desk.forms import explained

StandsFor = Callable[[State], Sequence[Report]]
"""Returns the reports that a form stands for, in the order in which they are made; one or more."""


def answer(register: Register, sent: SentForm, stands_for: StandsFor, on: date) -> Receipt:
    """Record what a party sent in, in one transaction with its receipt and the mail with it.

    Each report has a journal entry of its own; the receipt is in that of the last. Of two that send
    in the same form at once the second gets the receipt of the first, and nothing else happens.

    Args:
        register: where it is kept.
        sent: the form.
        stands_for: asked on the dossier as the transaction finds it: nobody changes it meanwhile.
        on: today; nothing that lies after it can have been done.

    Raises:
        RefusedError: the procedure does not allow it.
        GehoordError: it names what is not there.
    """
    with register.together(sent.dossier) as together:
        if known := receipt_known(together, sent.number):
            return known
        reports = stands_for(state_in(together, sent.dossier))
        for report in reports:
            refuse_what_is_to_happen(report.on, on)
        return _recorded(together, sent, reports, on, register.now)


def _recorded(
    together: Together,
    sent: SentForm,
    reports: Sequence[Report],
    on: date,
    now: Callable[[], datetime],
) -> Receipt:
    *before, last = reports
    for report in before:
        with together.change(report.on, report.by, report.what, report.said) as change:
            record_in(change, report, on)
    with together.change(last.on, last.by, last.what, last.said) as change:
        former = addressee_of(change.state(), sent.recipient).address
        said = " ".join(filter(None, [record_in(change, last, on), explained(reports)]))
        return keep_receipt(change, sent, said, now(), former, on)
