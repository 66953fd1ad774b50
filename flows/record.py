# SPDX-License-Identifier: EUPL-1.2
"""Vastleggen: what people did enters the register, closes its actions, or is refused."""

from collections.abc import Sequence
from datetime import date

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.ahead import refuse_another_day, refuse_what_is_to_happen
from gehoord.domain.acts.circulating import refuse_to_mail_for
from gehoord.domain.acts.deciding import decided
from gehoord.domain.acts.report import Report
from gehoord.domain.acts.respite import refuse_passed_day
from gehoord.domain.acts.unreached import become_silent, refuse_silence_of_unreached
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.outcomes import recorded, refused_together
from gehoord.domain.outgoing.progress import Outcome
from gehoord.store.reader import Reader
from gehoord.store.register import Change, Register
from gehoord.store.state import state_in
from gehoord.store.undelivered import undelivered
from gehoord.tasks.acting import carry_out
from gehoord.tasks.coming_back import with_councils_asked_again
from gehoord.tasks.correcting import letters_that_are_wrong
from gehoord.tasks.counting_reminders import count_reminders_that_stand


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
    return record_together(register, dossier, [report], on)


def foreseen(register: Register, dossier: str, report: Report, on: date) -> str:
    """Return what people would read of a report on a day; nothing is changed.

    The arguments and refusals are those of `record`.
    """
    refuse_what_is_to_happen(report.on, on)
    with register.reading() as reader:
        return _decided(reader, report, state_in(reader, dossier), on).said


def record_together(
    register: Register, dossier: str, reports: Sequence[Report], on: date
) -> Outcome:
    """Record what several did at once: all of it in one transaction and journal entry, or nothing.

    Args:
        register: where it is kept.
        dossier: the name of the dossier.
        reports: of one kind and day; they differ only in whom they are about.
        on: today.

    Raises:
        RefusedError: one of them is refused; it says that the others are not kept either.
        GehoordError: one of them names what is not there; the same.
    """
    [first, *more] = reports
    refuse_another_day(first, on)
    refuse_what_is_to_happen(first.on, on)
    with register.changing(dossier, first.on, first.by, first.what, first.said) as change:
        try:
            told = [record_in(change, report, on) for report in reports]
        except GehoordError as error:
            raise refused_together(error) if more else error from None
    return recorded(told, change.noticed)


def record_in(change: Change, report: Report, on: date) -> str:
    """Make what one report comes to, and return what a person reads of it."""
    if report.is_now:
        count_reminders_that_stand(change, on)
    state = change.state()
    act = _decided(change, report, state, on)
    if silent := become_silent(act):
        refuse_silence_of_unreached(state, silent, undelivered(change, change.dossier_id))
    wrong = letters_that_are_wrong(change, act)
    sent = carry_out(change, state, act, report.on, today=on)
    return " ".join(filter(None, [act.told(sent), wrong]))


def _decided(reader: Reader, report: Report, state: State, on: date) -> Act:
    """Return what a report comes to; refused is also what cannot be done on this day any more."""
    act = decided(report, state)
    refuse_passed_day(act, on)
    refuse_to_mail_for(act, on)
    return with_councils_asked_again(reader, state, act, report.on)
