# SPDX-License-Identifier: EUPL-1.2
"""Een ingevuld werkblad: first what would change, and then all of it enters the register."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

from gehoord.domain.acts.report import Report
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.errors import OtherThanSeenError
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.outcomes import recorded
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.judging import Filled, Judged, judged
from gehoord.flows.record import record_in
from gehoord.store.register import Change, Reader, Register, Together
from gehoord.store.state import state_of
from gehoord.store.undelivered import undelivered
from gehoord.tasks.receipts import keep_outcome, receipt_known


def look_at(register: Register, dossier: str, filled: Filled, on: date) -> Judged:
    """Return what a file would change, and all that is wrong in it; nothing is changed.

    Args:
        register: where the dossier is kept.
        dossier: its name.
        filled: the file.
        on: today.

    Raises:
        GehoordError: the file is of another dossier, or was not made by Gehoord.
    """
    with register.reading() as reader:
        return _judged(reader, dossier, filled, on)


def record_workbook(register: Register, dossier: str, filled: Filled, on: date) -> Outcome:
    """Record all that a file says in one transaction, or nothing. Arguments as `look_at`.

    What one office did on one day in one way has one entry in the journal, as in a form.

    Raises:
        WorkbookFaultsError: something is wrong in it, or is refused; it names everything.
        GehoordError: the file is of another dossier, or was not made by Gehoord.
    """
    with register.together(dossier) as together:
        return _recorded(together, _judged(together, dossier, filled, on), filled.note, on)


def record_agreed_workbook(
    register: Register, filled: Filled, on: date, seen: str, sent: SentForm
) -> None:
    """Record a file that somebody saw and agreed to, as `record_workbook` and `record_agreed` do.

    Args:
        register: where the dossier is kept.
        filled: the file.
        on: today.
        seen: the mark of the changes that he saw (`Judged.mark`).
        sent: the form in which he agreed.

    Raises:
        OtherThanSeenError: it comes to other changes by now.
        GehoordError: as `record_workbook`.
    """
    with register.together(sent.dossier) as together:
        if receipt_known(together, sent.number):
            return
        found = _judged(together, sent.dossier, filled, on)
        if found.mark != seen:
            raise OtherThanSeenError

        def keep(change: Change, outcome: Outcome) -> None:
            keep_outcome(change, sent, outcome, register.now())

        _recorded(together, found, filled.note, on, keep)


def _recorded(
    together: Together,
    found: Judged,
    note: str,
    on: date,
    keep: Callable[[Change, Outcome], None] = lambda *_: None,
) -> Outcome:
    """Record all changes; ``keep`` is told in the last of them what all came to."""
    if found.faults:
        raise WorkbookFaultsError(found.faults)
    told: list[str] = []
    changed: list[Frozen] = []
    outcome = recorded(told, changed)
    entries = [(entry, list(reports)) for entry, reports in groupby(found.reports, _entry_of)]
    for place, ((day, by, what), reports) in enumerate(entries, start=1):
        with together.change(day, by, what, note) as change:
            told += [record_in(change, report, on) for report in reports]
            changed += change.noticed
            outcome = recorded(told, changed)
            if place == len(entries):
                keep(change, outcome)
    return outcome


def _judged(reader: Reader, dossier: str, filled: Filled, on: date) -> Judged:
    return judged(filled, state_of(reader, dossier), undelivered(reader, dossier), on)


def _entry_of(report: Report) -> tuple[date, str, str]:
    return report.on, report.by, report.what
