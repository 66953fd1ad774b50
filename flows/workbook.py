"""Een ingevuld werkblad: first what would change, and then all of it enters the register."""

from datetime import date
from itertools import groupby

from gehoord.domain.acts.report import Report
from gehoord.domain.errors import RefusedError
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.outcomes import recorded
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.workbook.fault import WorkbookFaultsError
from gehoord.domain.workbook.judging import Filled, Judged, judged
from gehoord.flows.record import record_in
from gehoord.store.register import Reader, Register
from gehoord.store.state import state_of
from gehoord.store.undelivered import undelivered


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


def record_workbook(
    register: Register, dossier: str, filled: Filled, on: date, agreed: str = ""
) -> Outcome:
    """Record all that a file says in one transaction, or nothing. Arguments as `look_at`.

    ``agreed`` is the mark of the changes that somebody saw and agreed to (`Judged.mark`).

    What one office did on one day in one way has one entry in the journal, as in a form.

    Raises:
        WorkbookFaultsError: something is wrong in it, or is refused; it names everything.
        RefusedError: it comes to other changes than those that were agreed to.
        GehoordError: the file is of another dossier, or was not made by Gehoord.
    """
    told: list[str] = []
    changed: list[tuple[str, Frozen]] = []
    with register.together(dossier) as together:
        found = _judged(together, dossier, filled, on)
        if found.faults:
            raise WorkbookFaultsError(found.faults)
        if agreed and found.mark != agreed:
            raise RefusedError("Er is intussen iets anders vastgelegd. Lever het opnieuw in.")
        for (day, by, what), reports in groupby(found.reports, key=_entry_of):
            with together.change(day, by, what, filled.note) as change:
                told += [record_in(change, report, on) for report in reports]
            changed += change.changed
    return recorded(told, changed)


def _judged(reader: Reader, dossier: str, filled: Filled, on: date) -> Judged:
    return judged(filled, state_of(reader, dossier), undelivered(reader, dossier), on)


def _entry_of(report: Report) -> tuple[date, str, str]:
    return report.on, report.by, report.what
